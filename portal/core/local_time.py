"""Local times of people. No database, no Django.

A local time that does not exist takes the offset before the gap (RFC 5545: 01:30 becomes 02:30), a doubled one is meant
the first time.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(*names: str) -> ZoneInfo:
    """The zone by whose clock somebody lives: the first of these names that is known, else UTC, the site's own.

    A name can be unknown: zone data rename, and rows come from elsewhere. Then pages show UTC and ask the person to
    choose again, and nothing is planned until they did: at another place's clock reminders would come at night, and
    zone data that went missing for a while would move everybody's.
    """
    return next((zone for name in names if (zone := _known(name))), ZoneInfo("UTC"))


def is_known(name: str) -> bool:
    """Whether this names a zone."""
    return _known(name) is not None


def _known(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a local time, in UTC: in a gap by the offset before it, in a doubled hour the first."""
    return datetime.combine(day, at, tzinfo=zone).replace(fold=0).astimezone(UTC)
