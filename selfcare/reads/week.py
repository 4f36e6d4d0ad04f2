"""The week: what was done from the record, what is to come from the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare.due.days import DAY
from selfcare.due.schedule import day_span, slots
from selfcare.models import Activity, Occurrence

LOOKS = {"done": "done", "skipped": "skipped", "no_record": "quiet"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot in the grid. `look` is done, skipped, quiet (no record), next, held or resting."""

    activity_id: UUID
    title: str
    at: datetime
    look: str
    gone: bool = False


@dataclass(slots=True)
class Day:
    day: date
    is_today: bool
    is_past: bool
    cells: list[Cell] = field(default_factory=list)

    @property
    def done(self) -> int:
        return sum(cell.look == "done" for cell in self.cells)

    @property
    def to_come(self) -> int:
        return sum(cell.look == "next" for cell in self.cells)

    @property
    def rests(self) -> bool:
        return any(cell.look == "resting" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Week:
    monday: date
    shift: int
    days: Sequence[Day]
    activities: Sequence[Activity]

    @property
    def sunday(self) -> date:
        return self.monday + 6 * DAY

    @property
    def done(self) -> int:
        return sum(day.done for day in self.days)

    @property
    def has_cells(self) -> bool:
        return any(day.cells for day in self.days)

    @property
    def resting(self) -> dict[Activity, datetime | None]:
        """What rests now, and until when."""
        now = timezone.now()
        return {activity: activity.awake_from(now) for activity in self.activities if activity.is_resting(now)}

    @property
    def everything_rests(self) -> bool:
        return bool(self.activities) and len(self.resting) == len(self.activities)


def week(user: User, shift: int = 0, now: datetime | None = None) -> Week:
    """A week from Monday in the person's zone, `shift` weeks from this one. Two queries."""
    now = now or timezone.now()
    today = now.astimezone(zone_of(user.time_zone)).date()
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    days, activities = span(user, monday, 7, now)
    return Week(monday=monday, shift=shift, days=days, activities=activities)


def span(user: User, first: date, count: int, now: datetime) -> tuple[list[Day], list[Activity]]:
    """So many days with what was done and what is to come, and the activities there are. Two queries."""
    zone = zone_of(user.time_zone)
    today = now.astimezone(zone).date()
    start, end = day_span(first, zone)[0], day_span(first + (count - 1) * DAY, zone)[1]
    rows = list(Occurrence.objects.owned_by(user).between(start, end).select_related("activity__plan"))
    activities = sorted(Activity.objects.owned_by(user).filter(stopped_at=None).select_related("plan"), key=_in_the_day)
    days = [Day(first + n * DAY, first + n * DAY == today, first + n * DAY < today) for n in range(count)]
    known = {(row.activity_id, row.local_key) for row in rows}
    cells = [
        Cell(
            row.activity_id,
            row.activity.title,
            row.due_at.astimezone(zone),
            LOOKS.get(row.state) or _ahead(row.activity, max(row.due_at, now)),
            gone=row.activity.stopped_at is not None,
        )
        for row in rows
    ]
    for activity in activities:
        cells += _to_come(activity, user, max(now, start), end, known, zone)
    for cell in sorted(cells, key=lambda one: one.at):
        number = (cell.at.date() - first).days
        if 0 <= number < count:
            days[number].cells.append(cell)
    return days, activities


def _in_the_day(activity: Activity) -> tuple[time, str]:
    """The order in which a day meets them."""
    return min(activity.times, default=activity.window_from or time(0)), str(activity.pk)


def _to_come(
    activity: Activity, user: User, start: datetime, end: datetime, known: set[tuple[UUID, str]], zone: ZoneInfo
) -> Iterable[Cell]:
    """Slots ahead that have no row yet: beyond the horizon, or waiting for a team, or resting."""
    if start >= end:
        return
    title = activity.title
    for slot in slots(activity.schedule(), activity.zone(user.time_zone), start, end):
        if (activity.pk, slot.key) in known:
            continue
        yield Cell(activity.pk, title, slot.due_at.astimezone(zone), _ahead(activity, slot.due_at))


def _ahead(activity: Activity, at: datetime) -> str:
    """How what was not answered looks."""
    if activity.plan is not None and activity.plan.is_held:
        return "held"
    return "resting" if activity.is_resting(at) else "next"
