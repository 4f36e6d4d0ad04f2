"""Local wall times of people: when the next summary is due, and when quiet hours end. No database, no Django.

A local time that does not exist takes the offset before the gap (RFC 5545), a doubled one is meant the first time.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from portal.core.local_time import instant

DAY, NOON = timedelta(days=1), time(12)


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
    today, nights = now.astimezone(zone).date(), DAY * (ends <= starts)
    for day in (today, today - DAY, today - 2 * DAY):  # a zone that moves over the date line leaves a date out
        end = instant(day + nights, ends, zone)
        if instant(day, starts, zone) <= now < end:
            return end
    return None
