"""When something is due: pure calculation with zoneinfo, no database, no Django.

Wall-clock rules say "08:00 where I am". A local time that does not exist takes the offset before the gap (RFC 5545:
01:30 becomes 02:30); a doubled one is meant the first time. Their key is the local wall time, so neither a change of
clocks nor new zone data can announce a slot twice. Elapsed rules count real time; their key is the instant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from portal.core.local_time import instant
from selfcare.due.days import DAY, MINUTES_OF_A_DAY, Days

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class Slot:
    """One moment of a rule. `day` is the local date it belongs to."""

    key: str
    due_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class WallTimes:
    """At these local times."""

    days: Days
    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Every so many minutes of real time, counted from each of `anchors` on, day and night."""

    days: Days
    every: int
    anchors: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Windowed:
    """Every so many minutes of real time, afresh each day from the window's first minute. A window that ends before
    it starts runs past midnight, and what comes after midnight belongs to the day it began on."""

    days: Days
    every: int
    window: tuple[time, time]


@dataclass(frozen=True, slots=True)
class AfterDone:
    """Some minutes after it was last done: first at `next_at`, which doing it moves. Left unanswered it is asked
    again after the same time, and only between the window's two local times, the second of which is the later. What
    came due while nothing is asked is asked on the next day without anything else, at its time of the day, or at the
    window's first minute: neither a change of clocks nor days off let it fall silent."""

    days: Days
    every: int
    window: tuple[time, time]
    next_at: datetime


Schedule = WallTimes | Elapsed | Windowed | AfterDone


def day_exists(day: date, zone: ZoneInfo) -> bool:
    """Whether a zone ever had this date. Samoa left out 30 December 2011."""
    return day in {instant(day, at, zone).astimezone(zone).date() for at in (time(0), time(12), LAST_MINUTE)}


def midnight_after(due_at: datetime, zone: ZoneInfo) -> datetime:
    """The end of the local day in which `due_at` lies, in UTC."""
    return _first_midnight(due_at.astimezone(zone).date() + DAY, zone)


@lru_cache(maxsize=4096)
def _first_midnight(day: date, zone: ZoneInfo) -> datetime:
    while not day_exists(day, zone):
        day += DAY
    return instant(day, time(0), zone)


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
    start = max(start, instant(schedule.days.starts_on, time(0), zone) - DAY)
    for day in _days(schedule, zone, start, start + _reach(schedule) * DAY):
        if best is not None and instant(day, time(0), zone) - DAY > best.due_at:
            break
        for slot in _on(schedule, zone, day):
            if slot.due_at >= start and (best is None or slot.due_at < best.due_at):
                best = slot
    return best


def _reach(schedule: Schedule) -> int:
    """How many days ahead the next slot is looked for."""
    if isinstance(schedule, Elapsed):
        return schedule.days.reach(schedule.every)
    late = schedule.every // MINUTES_OF_A_DAY if isinstance(schedule, AfterDone) else 0
    return schedule.days.reach() + late


def next_slots(schedule: Schedule, zone: ZoneInfo, start: datetime, count: int) -> list[Slot]:
    """The next slots at or after `start`, at most `count`."""
    found: list[Slot] = []
    while len(found) < count and (slot := first_slot(schedule, zone, start)):
        found += slots(schedule, zone, slot.due_at, slot.due_at + timedelta(microseconds=1))
        start = slot.due_at + timedelta(microseconds=1)
    return found[:count]


def next_in(window: tuple[time, time], zone: ZoneInfo, moment: datetime) -> datetime:
    """This moment, or the next first minute of the window where it lies outside."""
    day = moment.astimezone(zone).date()
    first, last = _span(window, zone, day)
    if first <= moment <= last:
        return moment
    ahead = (instant(day + n * DAY, window[0], zone) for n in range(3) if _is_real(day + n * DAY, zone))
    return next(first for first in ahead if first > moment)


def _days(schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[date]:
    """The local dates whose slots may fall between two moments: a day more on either side, because a slot in a gap
    and a window past midnight reach into the next date."""
    return schedule.days.between(start.astimezone(zone).date() - DAY, end.astimezone(zone).date() + DAY)


def _on(schedule: Schedule, zone: ZoneInfo, day: date) -> list[Slot]:
    """The slots of one local date."""
    if isinstance(schedule, WallTimes):
        return _wall(schedule, zone, day)
    if not _is_real(day, zone):
        return []
    if isinstance(schedule, Elapsed):
        moments = [due for anchor in schedule.anchors for due in _since(anchor, schedule.every, day, zone)]
    elif isinstance(schedule, Windowed):
        first, last = _span(schedule.window, zone, day)
        moments = list(_steps(first, schedule.every, last))
    else:
        moments = _after_done(schedule, zone, day)
    return [Slot(f"utc:{due:%Y-%m-%dT%H:%M:%SZ}", due, day) for due in moments]


def _is_real(day: date, zone: ZoneInfo) -> bool:
    """As `day_exists`, quicker for nearly every day."""
    return instant(day, time(12), zone).astimezone(zone).date() == day or day_exists(day, zone)


def _wall(schedule: WallTimes, zone: ZoneInfo, day: date) -> list[Slot]:
    found = []
    for at in schedule.times:
        due = instant(day, at, zone)
        if due.astimezone(zone).date() != day and not day_exists(day, zone):
            continue
        found.append(Slot(f"{day.isoformat()}T{at:%H:%M}", due, day))
    return found


def _since(anchor: datetime, every: int, day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """Each so many minutes from an anchor on, those of one local date."""
    step = timedelta(minutes=every)
    start, end = day_span(day, zone)
    moment = anchor.astimezone(UTC)
    if start > moment:
        moment += -((moment - start) // step) * step
    yield from _steps(moment, every, end - timedelta(microseconds=1))


def _after_done(schedule: AfterDone, zone: ZoneInfo, day: date) -> list[datetime]:
    """Those of one date within the window; where there is none, what came due since it was last asked."""
    first, last = _span(schedule.window, zone, day)
    found = [due for due in _since(schedule.next_at, schedule.every, day, zone) if first <= due <= last]
    if found or schedule.next_at >= first:
        return found
    quiet = _asked_last(schedule, zone, day)
    step = timedelta(minutes=schedule.every)
    steps = max((quiet - schedule.next_at) // step + 1, 0)  # to the first one after that
    missed = schedule.next_at + steps * step
    if missed >= first:
        return []
    then = instant(day, missed.astimezone(zone).time(), zone)
    return [then if first <= then <= last else first]


def _asked_last(schedule: AfterDone, zone: ZoneInfo, day: date) -> datetime:
    """The last minute of the window on the day of the rule before this one; at the latest the rule's first moment."""
    before = day - DAY
    while not schedule.days.has(before) and before >= schedule.next_at.astimezone(zone).date():
        before -= DAY
    return _span(schedule.window, zone, before)[1]


def _steps(moment: datetime, every: int, last: datetime) -> Iterator[datetime]:
    while moment <= last:
        yield moment
        moment += timedelta(minutes=every)


def _span(window: tuple[time, time], zone: ZoneInfo, day: date) -> tuple[datetime, datetime]:
    """From the first to the last minute of the window that begins on this date. Where a change of clocks leaves out
    its beginning, which then is the later of the two, it is that one minute."""
    first, last = window
    begins = instant(day, first, zone)
    return begins, max(begins, instant(day + DAY if last <= first else day, last, zone))


def spread(count: int, window: tuple[time, time]) -> tuple[time, ...]:
    """So many local times from the first to the last minute of a day's window, evenly, on whole five minutes where
    they fall between."""
    first, last = (at.hour * 60 + at.minute for at in window)
    if count == 1 or last <= first:
        return (window[0],)
    step = (last - first) / (count - 1)
    between = [5 * round((first + number * step) / 5) for number in range(1, count - 1)]
    minutes = {first, *(minute for minute in between if first < minute < last), last}
    return tuple(time(minute // 60, minute % 60) for minute in sorted(minutes))
