"""The rule: one thing that a person does again and again, and when."""

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned
from selfcare.models.plan import Plan
from selfcare.models.template import Kind
from selfcare.schedule import Elapsed, Schedule, WallTimes

EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]


def every_day() -> list[int]:
    return list(EVERY_DAY)


def both_channels() -> list[str]:
    return ["in_app", "email"]


class Activity(Owned):
    """`planned_through`: every slot before it has its occurrence, and it is the next slot that has none. NULL means
    that nothing is to be planned: ended, stopped, held, or resting without an end. `revision` counts changes.
    The zone of "home" is `home_zone`; of "follow", the owner's zone of the day."""

    class ZonePolicy(models.TextChoices):
        HOME = "home", _("Keep to one place’s time")
        FOLLOW = "follow", _("Change with me when I travel")

    class ScheduleKind(models.TextChoices):
        WALL = "wall", _("At times of the day")
        ELAPSED = "elapsed", _("Keep spacing")

    Kind = Kind

    plan = models.ForeignKey(Plan, models.CASCADE, null=True, blank=True, related_name="activities")
    template_activity = models.SlugField(blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    title_sealed = SealedColumn()
    title = Sealed("title_sealed")
    text_sealed = SealedColumn(null=True)
    text = Sealed("text_sealed")
    essential = models.BooleanField(default=False)
    discreet = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    ml = models.PositiveSmallIntegerField(null=True, blank=True)
    channels = ArrayField(models.CharField(max_length=10), default=both_channels, blank=True)

    zone_policy = models.CharField(max_length=6, choices=ZonePolicy, default=ZonePolicy.FOLLOW)
    home_zone = models.CharField(max_length=64)
    schedule_kind = models.CharField(max_length=8, choices=ScheduleKind, default=ScheduleKind.WALL)
    times = ArrayField(models.TimeField(), default=list, blank=True)
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=every_day)
    every_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    window_from = models.TimeField(null=True, blank=True)
    window_to = models.TimeField(null=True, blank=True)
    anchor_at = models.DateTimeField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    revision = models.PositiveIntegerField(default=1)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_until = models.DateTimeField(null=True, blank=True)
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
            )
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="activity_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(schedule_kind="wall", times__len__gt=0, weekdays__len__gt=0)
                | models.Q(schedule_kind="elapsed", every_minutes__gte=5),
                name="activity_has_a_schedule",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def is_resting(self, now: datetime) -> bool:
        """Paused, for a while or until the person takes it up again."""
        return self.paused_at is not None and (self.paused_until is None or self.paused_until > now)

    def zone(self, owner_zone: str) -> ZoneInfo:
        return ZoneInfo(self.home_zone if self.zone_policy == self.ZonePolicy.HOME else owner_zone)

    def schedule(self) -> Schedule:
        """The rule as the pure calculator takes it."""
        span: tuple[date, date | None] = (self.starts_on, self.ends_on)
        days = frozenset(self.weekdays)
        if self.schedule_kind == self.ScheduleKind.WALL:
            return WallTimes(*span, weekdays=days, times=tuple(self.times))
        window: tuple[time, time] | None = None
        if self.window_from is not None and self.window_to is not None:
            window = (self.window_from, self.window_to)
        return Elapsed(*span, weekdays=days, every=self.every_minutes or 1440, window=window, anchor=self.anchor_at)
