"""Local wall times of people: when the next summary is due, and when quiet hours end. No database, no Django.

A local time that does not exist takes the offset before the gap (RFC 5545), a doubled one is meant the first time.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY, NOON = timedelta(days=1), time(12)


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name, or UTC for one that is not known any more."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a local time, in UTC."""
    return datetime.combine(day, at, tzinfo=zone).replace(fold=0).astimezone(UTC)


def next_at(after: datetime, at: time, zone: ZoneInfo) -> tuple[date, datetime]:
    """The first moment later than `after` at which it is `at` there, with its local date. A date that the zone left
    out (a move over the date line) has none."""
    day = after.astimezone(zone).date() - DAY
    while True:
        due = instant(day, at, zone)
        if due > after and instant(day, NOON, zone).astimezone(zone).date() == day:
            return day, due
        day += DAY


def quiet_until(now: datetime, starts: time, ends: time, zone: ZoneInfo) -> datetime | None:
    """When the quiet hours end that `now` lies in; None outside of them."""
    begun = instant(now.astimezone(zone).date(), starts, zone)
    if begun > now:
        begun = instant(now.astimezone(zone).date() - DAY, starts, zone)
    end = next_at(begun, ends, zone)[1]
    return end if begun <= now < end else None
