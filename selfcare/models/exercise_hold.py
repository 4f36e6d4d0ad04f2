"""Exercise rests after a danger sign, until the person says that somebody checked them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned


class ExerciseHold(Owned):
    """`words`: `{"signs": [keys], "checked_with": words}`. While it is open whatever moves the person rests; being
    checked lifts the hold and no rest of the person's own. At most one is open for a person."""

    held_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)
    words_sealed = SealedColumn()
    words = Sealed("words_sealed")

    class Meta:
        verbose_name = _("rest of exercise")
        verbose_name_plural = _("rests of exercise")
        ordering = ["-held_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner"], condition=models.Q(cleared_at=None), name="exercise_held_once_per_person"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
