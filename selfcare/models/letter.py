"""When a person's next weekly letter is due."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.models.owned import Owned

LETTER = "selfcare.letter"  # the kind of message


class WeeklyLetter(Owned):
    """`next_at` is a Sunday evening where the person is; NULL while there is nothing to write about. Whatever a person
    does next sets it again. `numbers_at`: since when they want their pain numbers in it; NULL means in words."""

    next_at = models.DateTimeField(null=True, blank=True)
    numbers_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("weekly letter")
        verbose_name_plural = _("weekly letters")
        indexes = [models.Index(fields=["next_at"], condition=models.Q(next_at__isnull=False), name="letter_due")]
        constraints = [models.UniqueConstraint(fields=["owner"], name="letter_once_per_person")]

    def __str__(self) -> str:
        return str(self.pk)
