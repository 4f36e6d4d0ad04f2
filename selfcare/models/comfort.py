"""How a person wants to be shown their own plan."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.models.owned import Owned


class Comfort(Owned):
    """`counts_off_at`: since then nothing they did is counted for them anywhere. `units`: what they measure in; what
    they measured is kept in °C and kg all the same."""

    class Units(models.TextChoices):
        METRIC = "metric", _("°C and kilograms")
        POUNDS = "pounds", _("°F and pounds")
        STONE = "stone", _("°C, and stone and pounds")

    counts_off_at = models.DateTimeField(null=True, blank=True)
    units = models.CharField(max_length=7, choices=Units, default=Units.METRIC)

    class Meta:
        verbose_name = _("comfort")
        verbose_name_plural = _("comforts")
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="comfort_once_per_person"),
            models.CheckConstraint(
                condition=models.Q(units__in=["metric", "pounds", "stone"]), name="comfort_units_are_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
