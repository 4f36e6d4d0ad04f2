"""The rule: one thing that a person does again and again, and when."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.can_rest import CanRest
from selfcare.models.owned import Owned
from selfcare.models.plan import Plan
from selfcare.models.rhythm import Rhythm, every_day  # noqa: F401 - the first migration knows it here
from selfcare.models.template import Kind


def both_channels() -> list[str]:
    return ["in_app", "email"]


class Activity(CanRest, Rhythm, Owned):
    """`planned_through`: every slot before it has its occurrence, and it is the next slot that has none. NULL means
    that nothing is to be planned: ended, stopped, held, or resting without an end. `revision` counts changes.
    `rests` is worked out from every open rest of its owner and the hold, whenever one of them changes (see
    selfcare/operations/resting.py). `usual_minutes` is what it grows back to after it was made lighter. Without a plan
    it is a person's own."""

    Kind = Kind

    plan = models.ForeignKey(Plan, models.CASCADE, null=True, blank=True, related_name="activities")
    template_activity = models.SlugField(blank=True, db_index=False)  # only read with its plan
    kind = models.CharField(max_length=12, choices=Kind)
    title_sealed = SealedColumn()
    title = Sealed("title_sealed")
    text_sealed = SealedColumn(null=True)
    text = Sealed("text_sealed")
    essential = models.BooleanField(default=False)
    discreet = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    usual_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    ml = models.PositiveSmallIntegerField(null=True, blank=True)
    channels = ArrayField(models.CharField(max_length=10), default=both_channels, blank=True)

    revision = models.PositiveIntegerField(default=1)
    rests = ArrayField(models.DateTimeField(), default=list, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    planned_through = models.DateTimeField(null=True, blank=True)

    plan_id: UUID | None

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        indexes = [
            models.Index(
                fields=["planned_through", "id"],
                condition=models.Q(planned_through__isnull=False),
                name="activity_to_plan",
            ),
            models.Index(
                models.F("rests__1"),
                condition=models.Q(rests__1__isnull=False, stopped_at=None),
                name="activity_to_wake",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="activity_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(weekdays__len__gt=0)
                & (
                    models.Q(schedule_kind="wall", times__len__gt=0)
                    | models.Q(
                        schedule_kind="spread", spread__gte=1, window_from__isnull=False, window_to__isnull=False
                    )
                    | models.Q(schedule_kind__in=["elapsed", "after"], every_minutes__gte=5)
                ),
                name="activity_has_a_schedule",
            ),
            models.CheckConstraint(
                condition=models.Q(cycle_length__isnull=True)
                | models.Q(cycle_length__gte=2, cycle_days__len__gt=0, cycle_from__isnull=False),
                name="activity_cycle_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
