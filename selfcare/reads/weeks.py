"""Four weeks looked back at kindly: days on which something was done, of the days on which the body allowed it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare.due.schedule import day_span
from selfcare.models import Comfort, HardDay, Occurrence
from selfcare.reasons import NEUTRAL

FOUR_WEEKS = 28


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """`days` counts those with something planned on which illness, pain, tiredness, treatment or a hard day did not
    stand against it; a day that rested has nothing planned. Never a streak, and a day without is not shown."""

    done: int
    days: int

    @property
    def is_shown(self) -> bool:
        return self.done > 0


def counts(user: User) -> bool:
    """Whether the person wants what they did to be counted. One query."""
    return not Comfort.objects.owned_by(user).filter(counts_off_at__isnull=False).exists()


def four_weeks(user: User, now: datetime | None = None) -> FourWeeks | None:
    """The last 28 local days up to now; None when the person wants nothing counted. Three queries."""
    if not counts(user):
        return None
    zone, now = zone_of(user.time_zone), now or timezone.now()
    today = now.astimezone(zone).date()
    first = today - timedelta(days=FOUR_WEEKS - 1)
    rows = Occurrence.objects.owned_by(user).between(day_span(first, zone)[0], now)
    hard = set(HardDay.objects.owned_by(user).filter(day__gte=first).values_list("day", flat=True))
    by_day: dict[date, list[Occurrence]] = defaultdict(list)
    for row in rows.select_related(None):
        by_day[row.due_at.astimezone(zone).date()].append(row)
    done = {day for day, ones in by_day.items() if any(one.state == Occurrence.State.DONE for one in ones)}
    able = {day for day, ones in by_day.items() if day not in hard and not _was_ill(ones)}
    open_today = {today} if any(one.state == Occurrence.State.PLANNED for one in by_day.get(today, [])) else set()
    return FourWeeks(done=len(done), days=len((able - open_today) | done))


def _was_ill(slots: list[Occurrence]) -> bool:
    return any(one.why in NEUTRAL for one in slots if one.state == Occurrence.State.SKIPPED)
