"""The month: whole weeks, so that every weekday has its column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare.reads.week import Day, span


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks` are rows of seven days; those of the neighbours are in them, and `first` says which month is meant."""

    first: date
    shift: int
    weeks: Sequence[Sequence[Day]]


def month(user: User, shift: int = 0, now: datetime | None = None) -> Month:
    """A month in the person's zone, `shift` months from this one. Two queries."""
    now = now or timezone.now()
    today = now.astimezone(zone_of(user.time_zone)).date()
    count = today.year * 12 + today.month - 1 + shift
    first = date(count // 12, count % 12 + 1, 1)
    following = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    monday = first - timedelta(days=first.weekday())
    weeks = -(-(following - monday).days // 7)
    days, _activities = span(user, monday, weeks * 7, now)
    return Month(first=first, shift=shift, weeks=[days[n * 7 : n * 7 + 7] for n in range(weeks)])
