"""When something is due: pure calculation with zoneinfo, no database, no Django.

Wall-clock rules say "08:00 where I am". A local time that does not exist takes the offset before the gap (RFC 5545:
01:30 becomes 02:30); a doubled one is meant the first time. Their key is the local wall time, so neither a change of
clocks nor new zone data can announce a slot twice. Elapsed rules count real time; their key is the instant.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
ALL_DAYS = frozenset(range(7))
LAST_MINUTE = time(23, 59)
# The longest wait for a slot: a weekday once a week, and that day may fall into a date that a zone left out.
LOOK_AHEAD_DAYS = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """One moment of a rule. `day` is the local date it belongs to."""

    key: str
    due_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class WallTimes:
    """At these local times on these weekdays, 0 being Monday, from one date to another, both included."""

    starts_on: date
    ends_on: date | None
    weekdays: frozenset[int]
    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Every so many minutes of real time. With a window it starts afresh each day at the window's first minute, and
    a window that ends before it starts runs past midnight; without one it counts from `anchor`, day and night."""

    starts_on: date
    ends_on: date | None
    weekdays: frozenset[int]
    every: int
    window: tuple[time, time] | None
    anchor: datetime


Schedule = WallTimes | Elapsed


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a local time, in UTC: in a gap by the offset before it, in a doubled hour the first."""
    return datetime.combine(day, at, tzinfo=zone).replace(fold=0).astimezone(UTC)


def day_exists(day: date, zone: ZoneInfo) -> bool:
    """Whether a zone ever had this date. Samoa left out 30 December 2011."""
    return day in {instant(day, at, zone).astimezone(zone).date() for at in (time(0), time(12), LAST_MINUTE)}


def midnight_after(due_at: datetime, zone: ZoneInfo) -> datetime:
    """The end of the local day in which `due_at` lies, in UTC."""
    tomorrow = due_at.astimezone(zone).date() + DAY
    while not day_exists(tomorrow, zone):
        tomorrow += DAY
    return instant(tomorrow, time(0), zone)


def day_span(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first moment of a local date and the first of the next."""
    return instant(day, time(0), zone), instant(day + DAY, time(0), zone)


def slots(schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime) -> list[Slot]:
    """Every slot with `start <= due_at < end`, once each, in order of time."""
    found: dict[str, Slot] = {}
    for day in _days(schedule, zone, start, end):
        for slot in _on(schedule, zone, day):
            if start <= slot.due_at < end:
                found.setdefault(slot.key, slot)
    return sorted(found.values(), key=lambda slot: (slot.due_at, slot.key))


def first_slot(schedule: Schedule, zone: ZoneInfo, start: datetime) -> Slot | None:
    """The first slot at or after `start`, or None when the rule has ended."""
    best: Slot | None = None
    start = max(start, instant(schedule.starts_on, time(0), zone) - DAY)
    for day in _days(schedule, zone, start, start + LOOK_AHEAD_DAYS * DAY):
        if best is not None and instant(day, time(0), zone) - DAY > best.due_at:
            break
        for slot in _on(schedule, zone, day):
            if slot.due_at >= start and (best is None or slot.due_at < best.due_at):
                best = slot
    return best


def next_slots(schedule: Schedule, zone: ZoneInfo, start: datetime, count: int) -> list[Slot]:
    """The next slots at or after `start`, at most `count`."""
    found: list[Slot] = []
    while len(found) < count and (slot := first_slot(schedule, zone, start)):
        found += slots(schedule, zone, slot.due_at, slot.due_at + timedelta(microseconds=1))
        start = slot.due_at + timedelta(microseconds=1)
    return found[:count]


def _days(schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[date]:
    """The local dates whose slots may fall between two moments: a day more on either side, because a slot in a gap
    and a window past midnight reach into the next date."""
    day = max(start.astimezone(zone).date() - DAY, schedule.starts_on)
    last = end.astimezone(zone).date() + DAY
    if schedule.ends_on is not None:
        last = min(last, schedule.ends_on)
    while day <= last:
        if day.weekday() in schedule.weekdays:
            yield day
        day += DAY


def _on(schedule: Schedule, zone: ZoneInfo, day: date) -> Iterable[Slot]:
    """The slots of one local date."""
    if isinstance(schedule, WallTimes):
        return _wall(schedule, zone, day)
    return [Slot(f"utc:{due:%Y-%m-%dT%H:%M:%SZ}", due, day) for due in _elapsed(schedule, zone, day)]


def _wall(schedule: WallTimes, zone: ZoneInfo, day: date) -> list[Slot]:
    found = []
    for at in schedule.times:
        due = instant(day, at, zone)
        if due.astimezone(zone).date() != day and not day_exists(day, zone):
            continue
        found.append(Slot(f"{day.isoformat()}T{at:%H:%M}", due, day))
    return found


def _elapsed(schedule: Elapsed, zone: ZoneInfo, day: date) -> Iterator[datetime]:
    step = timedelta(minutes=schedule.every)
    if not day_exists(day, zone):
        return
    if schedule.window is None:
        start, end = day_span(day, zone)
        anchor = schedule.anchor.astimezone(UTC)
        moment = anchor + max(-((anchor - start) // step), 0) * step if start > anchor else anchor
        while moment < start:
            moment += step
        while moment < end:
            yield moment
            moment += step
        return
    first, last = schedule.window
    moment = instant(day, first, zone)
    end = instant(day + DAY if last <= first else day, last, zone)
    while moment <= end:
        yield moment
        moment += step
