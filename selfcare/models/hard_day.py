"""A day on which a person asked for less."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.models.owned import Owned


class HardDay(Owned):
    """On this local date only the essentials are shown and remembered."""

    day = models.DateField()

    class Meta:
        verbose_name = _("hard day")
        verbose_name_plural = _("hard days")
        constraints = [models.UniqueConstraint(fields=["owner", "day"], name="hard_day_once")]

    def __str__(self) -> str:
        return str(self.day)
