"""What a person drank, and how much they aim for."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned

CUP_ML = 250


class WaterLog(Owned):
    """`source` names the one press that made it (a reminder's key), so that a link pressed twice logs once."""

    ml = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    source = models.CharField(max_length=80, null=True, blank=True)

    class Meta:
        verbose_name = _("drink")
        verbose_name_plural = _("drinks")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["owner", "at"], name="water_by_time")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ml__gte=10, ml__lte=2000), name="water_is_a_drink"),
            models.UniqueConstraint(fields=["owner", "source"], name="water_once_per_source"),
        ]

    def __str__(self) -> str:
        return f"{self.ml} ml"


class Aim(Owned):
    """How many cups a day, and how large theirs is. `limited` says that a team told the person to limit fluids: then it
    is a ceiling, on treatment days too; else `treatment_cups` is what the team set for those. Nothing
    asks them to drink in the two hours before `bed_at`."""

    cups = models.PositiveSmallIntegerField(default=8)
    treatment_cups = models.PositiveSmallIntegerField(null=True, blank=True)
    cup_ml = models.PositiveSmallIntegerField(default=CUP_ML)
    bed_at = models.TimeField(default=time(22))
    limited_sealed = SealedColumn(null=True)
    limited = Sealed("limited_sealed")

    class Meta:
        verbose_name = _("aim")
        verbose_name_plural = _("aims")
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="aim_once_per_person"),
            models.CheckConstraint(condition=models.Q(cups__gte=1, cups__lte=20), name="aim_is_a_number_of_cups"),
            models.CheckConstraint(condition=models.Q(cup_ml__gte=50, cup_ml__lte=1000), name="aim_cup_is_a_cup"),
        ]

    def __str__(self) -> str:
        return f"{self.cups} cups"
