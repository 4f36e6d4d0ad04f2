"""What rests follows from all open rests and the hold. Whatever changes one of them ends here, in its transaction."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any
from uuid import UUID

from portal.notifications.operations.deliveries import cancel, schedule
from portal.notifications.operations.events import wake_on_commit
from selfcare import rules
from selfcare.due.resting import turns_of
from selfcare.models import Activity, ExerciseHold, Kind, Occurrence, Pause
from selfcare.models.can_rest import is_asleep
from selfcare.models.occurrence import REMINDER
from selfcare.operations.planning import close_slots_of, replan, wishes_for


@dataclass(frozen=True)
class OpenRests:
    """By owner: the rests that were not ended, and since when exercise is held."""

    rests: dict[UUID, list[Pause]]
    held_at: dict[UUID, datetime]

    def turns(self, activity: Activity, now: datetime) -> list[datetime]:
        owner = activity.owner_id
        return turns_of(activity, self.rests.get(owner, ()), self.held_at.get(owner), now)


def open_rests(owners: Collection[UUID]) -> OpenRests:
    """Two queries, however many people there are."""
    rests: dict[UUID, list[Pause]] = defaultdict(list)
    for rest in Pause.objects.filter(owner__in=owners, ended_at=None):
        rests[rest.owner_id].append(rest)
    holds = ExerciseHold.objects.filter(owner__in=owners, cleared_at=None)
    return OpenRests(rests, dict(holds.values_list("owner_id", "held_at")))


def begin_resting(activities: Sequence[Activity], now: datetime) -> None:
    """For what is new: it rests under what holds already. The rows are the caller's to save, and their person is
    locked."""
    found = open_rests({activity.owner_id for activity in activities})
    for activity in activities:
        activity.rests = found.turns(activity, now)
        if activity.planned_through is not None:
            activity.planned_through = activity.awake_from(activity.planned_through)


def settle(activities: Sequence[Activity], now: datetime, *, afresh: Collection[Activity] = ()) -> int:
    """Work out anew when these locked activities rest, and plan those for which that changed, and `afresh`. What fell
    asleep does not ring, also where it is due already; what woke from a long rest comes back with a step less. Returns
    how many woke."""
    if not activities:
        return 0
    close_slots_of(activities)
    found, changed, woke = open_rests({activity.owner_id for activity in activities}), [], 0
    for activity in activities:
        before, activity.rests = list(activity.rests), found.turns(activity, now)
        if before == activity.rests:
            continue
        over = _over(before, activity, now)
        woke += bool(over)
        if any(until - since >= rules.LONG_REST for since, until in over):
            _ease(activity)
        activity.save(update_fields=["rests", "minutes", "usual_minutes"])
        if _ahead(before, now) != _ahead(activity.rests, now):
            changed.append(activity)
    _plan_again([*changed, *(one for one in afresh if one not in changed)], now)
    return woke


def _ahead(turns: Sequence[datetime], now: datetime) -> tuple[bool, list[datetime]]:
    """Whether it sleeps, and the turns to come."""
    return is_asleep(turns, now), [turn for turn in turns if turn > now]


def _over(before: Sequence[datetime], activity: Activity, now: datetime) -> list[tuple[datetime, datetime]]:
    """The rests that are over by now, and the one that was to go on and does not."""
    asleep = activity.is_resting(now)
    return [
        (since, min(until or now, now))
        for since, until in zip_longest(before[::2], before[1::2])
        if since <= now and ((until is not None and until <= now) or not asleep)
    ]


def _ease(activity: Activity) -> None:
    if activity.kind == Kind.EXERCISE and activity.minutes:
        activity.usual_minutes = activity.usual_minutes or activity.minutes
        activity.minutes = rules.a_step_down(activity.minutes)


def _plan_again(activities: Sequence[Activity], now: datetime) -> None:
    """Slots that the person moved with "Later" are kept: they hide while it rests, and ring again when it wakes in
    time."""
    if not activities:
        return
    by_key: dict[Any, Activity] = {activity.pk: activity for activity in activities}
    slots = Occurrence.objects.filter(activity__in=by_key, state=Occurrence.State.PLANNED, not_after__gt=now)
    quiet, again = [], []
    for slot in slots:
        slot.activity = by_key[slot.activity_id]
        if slot.activity.waits(slot.due_at, now):
            quiet.append(slot.subject_key)
        elif slot.snooze_no and slot.due_at > now:
            again += wishes_for(slot)
    cancel(kind=REMINDER, subject_keys=quiet)
    replan(activities, now)
    schedule(again)
    wake_on_commit()
