"""When something is due, as columns: each way of saying it fills its own, and the calculator reads them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.local_time import instant, is_known, zone_of
from selfcare.due.days import DAY, EVERY_DAY, Cycle, Days
from selfcare.due.schedule import AfterDone, Elapsed, Schedule, WallTimes, Windowed
from selfcare.due.schedule import spread as spread_over

A_DAY = 24 * 60


def every_day() -> list[int]:
    return list(EVERY_DAY)


class Rhythm(models.Model):
    """Wall times: `times`, or `spread` of them over the window. Elapsed: `every_minutes`, in the window or day and
    night from `anchor_at` on. After: `every_minutes` after it was done; `anchor_at` is when it is due next.
    With `follow_days`, so many days from each treatment day in `followed`, which the diary and the person name.
    The days: `weekdays`, else every `every_days` from the first, else `cycle_days` of a cycle; never on `without`.
    The zone of "home" is `home_zone`; of the others, the owner's zone of the day."""

    class ZonePolicy(models.TextChoices):
        FOLLOW = "follow", _("Move with me: the same time on the clock where I am")
        HOME = "home", _("Stay with the clock of one place")
        SPACED = "spaced", _("Keep the spacing: the same hours between, whatever the clocks do")

    class ScheduleKind(models.TextChoices):
        WALL = "wall", _("At times of the day")
        SPREAD = "spread", _("Some times a day, spread over my waking hours")
        ELAPSED = "elapsed", _("Every so many minutes or hours")
        AFTER = "after", _("Some time after I last did it")

    zone_policy = models.CharField(max_length=6, choices=ZonePolicy, default=ZonePolicy.FOLLOW)
    home_zone = models.CharField(max_length=64)
    schedule_kind = models.CharField(max_length=8, choices=ScheduleKind, default=ScheduleKind.WALL)
    times = ArrayField(models.TimeField(), default=list, blank=True)
    spread = models.PositiveSmallIntegerField(null=True, blank=True)
    every_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    window_from = models.TimeField(null=True, blank=True)
    window_to = models.TimeField(null=True, blank=True)
    anchor_at = models.DateTimeField()

    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=every_day)
    every_days = models.PositiveSmallIntegerField(null=True, blank=True)
    cycle_length = models.PositiveSmallIntegerField(null=True, blank=True)
    cycle_days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    cycle_from = models.DateField(null=True, blank=True)
    follow_days = models.PositiveSmallIntegerField(null=True, blank=True)
    followed = ArrayField(models.DateField(), default=list, blank=True)
    without = ArrayField(models.DateField(), default=list, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def zone(self, owner_zone: str) -> ZoneInfo:
        """By whose clock it is shown and rests."""
        return zone_of(self.home_zone, owner_zone) if self.zone_policy == self.ZonePolicy.HOME else zone_of(owner_zone)

    def knows_the_time(self, owner_zone: str) -> bool:
        """Whether the zones that its slots depend on are known. While one is not, nothing is planned."""
        here = [] if self.zone_policy == self.ZonePolicy.HOME else [owner_zone]
        there = [] if self.zone_policy == self.ZonePolicy.FOLLOW else [self.home_zone]
        return all(map(is_known, [*here, *there]))

    @property
    def window(self) -> tuple[time, time] | None:
        if self.window_from is None or self.window_to is None:
            return None
        return self.window_from, self.window_to

    def days(self) -> Days:
        span: tuple[date, date | None] = (self.starts_on, self.ends_on)
        cycle = None
        if self.cycle_length:
            cycle = Cycle(self.cycle_length, frozenset(self.cycle_days), self.cycle_from or self.starts_on)
        only = None
        if self.follow_days is not None:
            only = frozenset(day + n * DAY for day in self.followed for n in range(self.follow_days))
        return Days(*span, frozenset(self.weekdays), self.every_days or 1, cycle, frozenset(self.without), only)

    def wall_times(self) -> tuple[time, ...]:
        if self.schedule_kind == self.ScheduleKind.SPREAD and self.window is not None:
            return spread_over(self.spread or 1, self.window)
        return tuple(self.times)

    def schedule(self) -> Schedule:
        """The rule as the pure calculator takes it."""
        days, every = self.days(), self.every_minutes or A_DAY
        if self.schedule_kind == self.ScheduleKind.AFTER:
            return AfterDone(days, every, self.window or (time(0), time(23, 59)), self.anchor_at)
        if self.schedule_kind == self.ScheduleKind.ELAPSED:
            return Windowed(days, every, self.window) if self.window else Elapsed(days, every, (self.anchor_at,))
        if self.zone_policy == self.ZonePolicy.SPACED:
            return Elapsed(days, A_DAY, self._anchors())
        return WallTimes(days, self.wall_times())

    def _anchors(self) -> tuple[datetime, ...]:
        """The times of the first day where it began: real days are counted from each."""
        home = zone_of(self.home_zone)
        return tuple(instant(self.starts_on, at, home) for at in self.wall_times())
