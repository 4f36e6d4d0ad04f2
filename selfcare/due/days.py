"""On which local dates something is due: pure calculation, no database, no Django."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import lcm

DAY = timedelta(days=1)
MINUTES_OF_A_DAY = 24 * 60
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
ALL_DAYS = frozenset(EVERY_DAY)
# A weekday may fall into a date that a zone left out, and then comes a week later.
A_FORTNIGHT_AND_A_BIT = 16
A_YEAR_AND_A_BIT = 400
FORTY_YEARS = 14_610  # what is not due in so many days is never due: no rule is looked at for longer
YEARS = range(2000, 2100)  # others are slips of the finger, such as 0026; at the ends of time a day has no neighbour


@dataclass(frozen=True, slots=True)
class Cycle:
    """Days of a treatment cycle: `days` are counted from 1, the day of treatment, in every `length` days."""

    length: int
    days: frozenset[int]
    begins_on: date

    def has(self, day: date) -> bool:
        return (day - self.begins_on).days % self.length + 1 in self.days


@dataclass(frozen=True, slots=True)
class Days:
    """From one date to another, both included: on these weekdays, 0 being Monday, of these every so many days counted
    from the first, of these the days of a cycle, never on a date in `without`, and with `only` on nothing but these."""

    starts_on: date
    ends_on: date | None = None
    weekdays: frozenset[int] = ALL_DAYS
    every: int = 1
    cycle: Cycle | None = None
    without: frozenset[date] = frozenset()
    only: frozenset[date] | None = None

    def has(self, day: date) -> bool:
        return (
            day.weekday() in self.weekdays
            and (self.every == 1 or (day - self.starts_on).days % self.every == 0)
            and (self.cycle is None or self.cycle.has(day))
            and day not in self.without
            and (self.only is None or day in self.only)
        )

    def between(self, first: date, last: date) -> Iterator[date]:
        """The dates of the rule from `first` to `last`, both included."""
        day = max(first, self.starts_on)
        last = last if self.ends_on is None else min(last, self.ends_on)
        while day <= last:
            if self.has(day):
                yield day
            day += DAY

    def reach(self, minutes: int = 0) -> int:
        """No gap between two dates of the rule is longer than this many days; with `minutes` between two of its
        moments, no gap between two dates that have one. Dates named one by one are looked for a year ahead."""
        if self.only is not None:
            return A_YEAR_AND_A_BIT + (max(self.only) - min(self.only)).days if self.only else 0
        week = 1 if self.weekdays == ALL_DAYS else 7
        period = lcm(week, self.every, self.cycle.length if self.cycle else 1)
        if minutes > MINUTES_OF_A_DAY:
            period = lcm(period * MINUTES_OF_A_DAY, minutes) // MINUTES_OF_A_DAY
        return min(A_FORTNIGHT_AND_A_BIT + period * (2 + len(self.without)), FORTY_YEARS)
