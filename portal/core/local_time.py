"""Local times of people. No database, no Django.

A local time that does not exist takes the offset before the gap (RFC 5545: 01:30 becomes 02:30), a doubled one is meant
the first time.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name, or UTC for one that is not known any more."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a local time, in UTC: in a gap by the offset before it, in a doubled hour the first."""
    return datetime.combine(day, at, tzinfo=zone).replace(fold=0).astimezone(UTC)
