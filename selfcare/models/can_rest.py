"""Resting now, later, or until it is taken up again: the one question that every other room asks."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime


def is_asleep(rests: Sequence[datetime], at: datetime) -> bool:
    """Whether these turns have it asleep at a moment."""
    return bisect_right(rests, at) % 2 == 1


class CanRest:
    """For rows and for what is made of them. `rests` are the moments at which it falls asleep and wakes, by turns and
    in order; where the last one has no other, it sleeps until somebody says so."""

    __slots__ = ()
    rests: Sequence[datetime]

    def is_resting(self, at: datetime) -> bool:
        """Rests at this moment, which may lie ahead."""
        return is_asleep(self.rests, at)

    def awake_from(self, at: datetime) -> datetime | None:
        """This moment, or the end of the rest that it falls into; None for a rest without an end."""
        place = bisect_right(self.rests, at)
        if place % 2 == 0:
            return at
        return self.rests[place] if place < len(self.rests) else None

    def rest_at(self, at: datetime) -> tuple[datetime, datetime | None] | None:
        """From when until when it rests at this moment, or None when it is awake then."""
        place = bisect_right(self.rests, at)
        return (self.rests[place - 1], self.awake_from(at)) if place % 2 else None

    def waits(self, due_at: datetime, now: datetime) -> bool:
        """Whether what is due at this moment rests: what is due already by what holds now."""
        return self.is_resting(max(due_at, now))
