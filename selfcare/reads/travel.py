"""What another time zone would change, before anything is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import User
from selfcare.models import Activity
from selfcare.schedule import next_slots
from selfcare.words import next_times, slot_words


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
    """For everything that is awake, in the order of its next time. One query."""
    rows = Activity.objects.owned_by(user).filter(stopped_at=None, plan__held_at=None).order_by("planned_through", "id")
    return [_move(row, user.time_zone, zone, now) for row in rows if not row.is_resting(now)]


def _move(activity: Activity, here: str, there: str, now: datetime) -> Move:
    clock = activity.zone(there)
    stayed = next_slots(activity.schedule(), activity.zone(here), now, 3)
    return Move(
        title=activity.title or "",
        moved=[words for _at, words in next_times(activity, there, now)],
        stayed=[slot_words(slot, clock) for slot in stayed],
    )
