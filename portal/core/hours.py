"""When somebody is there: hours of the week in one time zone, read from lines such as "Mon-Fri 18:00-21:00"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from portal.core.local_time import instant, zone_of

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LINE = re.compile(r"([a-z]{3})(?:\s*[-–]\s*([a-z]{3}))?\s+(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")
A_DAY = 24 * 60
FAR = 60  # days to look ahead


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes of one day of the week (Monday is 0), the end not included."""

    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of the week. Empty ones never open."""

    zone: str
    spans: tuple[Span, ...]

    def is_open(self, at: datetime) -> bool:
        return any(start <= at < end for start, end in self._from(at))

    def opens(self, at: datetime) -> datetime | None:
        """The next moment at which somebody comes, after `at`."""
        return next((start for start, _end in self._from(at) if start > at), None)

    def closes(self, at: datetime) -> datetime | None:
        """Until when somebody is there, or None when nobody is."""
        return next((end for start, end in self._from(at) if start <= at < end), None)

    def after(self, at: datetime, staffed: timedelta) -> datetime:
        """The moment at which somebody has been there for that long since `at`."""
        left = staffed
        for start, end in self._from(at):
            begin = max(start, at)
            if end - begin >= left:
                return begin + left
            left -= end - begin
        return at + staffed

    def _from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches that end after `at`, in order, without gaps of nothing between neighbours."""
        if not self.spans:
            return
        first = at.astimezone(zone_of(self.zone)).date() - timedelta(days=1)
        pending: tuple[datetime, datetime] | None = None
        for ahead in range(FAR):
            for start, end in self._on(first + timedelta(days=ahead)):
                if pending and start <= pending[1]:
                    pending = (pending[0], max(pending[1], end))
                    continue
                if pending and pending[1] > at:
                    yield pending
                pending = (start, end)
        if pending and pending[1] > at:
            yield pending

    def _on(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for span in self.spans:
            if span.day == day.weekday():
                yield self._moment(day, span.start), self._moment(day, span.end)

    def _moment(self, day: date, minutes: int) -> datetime:
        day, minutes = day + timedelta(days=minutes // A_DAY), minutes % A_DAY
        return instant(day, time(minutes // 60, minutes % 60), zone_of(self.zone))


@lru_cache(maxsize=512)
def parse_hours(text: str, zone: str) -> Hours:
    """One line for each stretch. Over midnight is fine. Raises ValueError with the line that is not understood."""
    spans: list[Span] = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        found = LINE.fullmatch(line.casefold())
        if not found or found[1] not in DAYS or (found[2] and found[2] not in DAYS):
            raise ValueError(line)
        hour, minute, end_hour, end_minute = (int(found[at]) for at in range(3, 7))
        start, end = hour * 60 + minute, end_hour * 60 + end_minute
        if minute > 59 or end_minute > 59 or start >= A_DAY or end > A_DAY or start == end:
            raise ValueError(line)
        first, last = DAYS.index(found[1]), DAYS.index(found[2] or found[1])
        for step in range((last - first) % 7 + 1):
            spans.append(Span((first + step) % 7, start, end if end > start else end + A_DAY))
    return Hours(zone, tuple(sorted(spans, key=lambda one: (one.day, one.start, one.end))))
