"""What holds and what may be done: pure, without queries."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from selfcare.models import Activity, Kind, Occurrence
from selfcare.schedule import midnight_after

GRACE = {
    Kind.HYDRATION: timedelta(minutes=30),
    Kind.DIET: timedelta(hours=1),
    Kind.EXERCISE: timedelta(hours=3),
    Kind.REST: timedelta(hours=3),
}
LATER = {Kind.HYDRATION: timedelta(minutes=30)}
SHORTEST_GRACE = timedelta(minutes=15)
MOST_TIMES_A_DAY = 12
STATES_ONE_CAN_ANSWER = (Occurrence.State.PLANNED, Occurrence.State.SKIPPED, Occurrence.State.NO_RECORD)


def later_by(kind: str) -> timedelta:
    """How far "Later" moves a slot: half an hour for a drink, an hour for the rest."""
    return LATER.get(Kind(kind), timedelta(hours=1))


def limits(kind: str, due_at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Until when a reminder is worth sending, and until when the slot can be answered.

    A slot closes at local midnight, and a check-in may be reminded of until then. Right before midnight both get a
    quarter of an hour, so that an item at 23:59 is not over before it was told.
    """
    closes = max(midnight_after(due_at, zone), due_at + SHORTEST_GRACE)
    if kind == Kind.CHECK_IN:
        return closes, closes
    return min(due_at + GRACE[Kind(kind)], closes), closes


def is_safe(gate: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> bool:
    """Every question of the gate has its safe answer. Missing, "not sure" and unknown answers are not safe."""
    return all(answers.get(question["key"]) == question["safe"] for question in gate)


def danger(gate: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> str:
    """What the answers ask for before anything else: "emergency", "crisis", "urgent", or nothing."""
    found = {
        {True: "emergency"}.get(question["danger"], question["danger"])
        for question in gate
        if question.get("danger") and answers.get(question["key"], question["safe"]) != question["safe"]
    }
    return next((level for level in ("emergency", "crisis", "urgent") if level in found), "")


def start_of_planning(activity: Activity, *, held: bool, now: datetime) -> datetime | None:
    """From when an activity has slots: None while it is stopped, held, or resting without an end."""
    if held or activity.stopped_at is not None:
        return None
    if activity.is_resting(now):
        return activity.paused_until
    return now
