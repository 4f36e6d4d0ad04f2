"""How a person wants to be shown their own plan."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.models.owned import Owned


class Comfort(Owned):
    """`counts_off_at`: since then nothing they did is counted for them anywhere."""

    counts_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("comfort")
        verbose_name_plural = _("comforts")
        constraints = [models.UniqueConstraint(fields=["owner"], name="comfort_once_per_person")]

    def __str__(self) -> str:
        return str(self.pk)
