"""What another time zone would change, before anything is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import User
from selfcare.due.words import next_awake, next_times, slot_words
from selfcare.models import Activity


@dataclass(frozen=True, slots=True)
class Move:
    """The next three times of one activity, by the clock there: if the plan moves, and if it stays."""

    title: str
    moved: Sequence[str]
    stayed: Sequence[str]

    @property
    def changes(self) -> bool:
        return self.moved != self.stayed


def moves(user: User, zone: str, now: datetime) -> list[Move]:
    """For everything that has a time ahead, in the order of its next one. What rests then is left out, by the dates
    here. One query."""
    rows = Activity.objects.owned_by(user).filter(stopped_at=None, plan__held_at=None).order_by("planned_through", "id")
    return [_move(row, user.time_zone, zone, now) for row in rows if row.awake_from(now)]


def _move(activity: Activity, here: str, there: str, now: datetime) -> Move:
    clock = activity.zone(there)
    stayed = next_awake(activity, activity.zone(here), now)
    return Move(
        title=activity.title or "",
        moved=[words for _at, words in next_times(activity, there, now)],
        stayed=[slot_words(slot, clock) for slot in stayed],
    )
