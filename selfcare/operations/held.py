"""What an open hold on exercise asks of every other verb: after a danger sign nothing that moves a person begins or
wakes before they were checked."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from selfcare.models import Activity, ExerciseHold, Kind


def is_held(actor: User) -> bool:
    return ExerciseHold.objects.owned_by(actor).filter(cleared_at=None).exists()


def must_not_be_held(actor: User, activities: Iterable[Activity]) -> None:
    """Raises RuleViolation when one of these moves a person whose exercise is held."""
    if any(activity.kind == Kind.EXERCISE for activity in activities) and is_held(actor):
        raise RuleViolation(
            _("Your exercises rest until you have been checked. Tell us first who checked you."), code="exercise_held"
        )


def open_hold(actor: User) -> ExerciseHold | None:
    """The hold that is open, locked together with its person: a sign told at this very moment comes before what the
    caller is about to add, or waits for it and finds it. To be called before the caller locks anything else."""
    User.objects.select_for_update(of=("self",)).get(pk=actor.pk)
    return ExerciseHold.objects.owned_by(actor).select_for_update().filter(cleared_at=None).first()


def rest_under(hold: ExerciseHold | None, activities: Sequence[Activity], now: datetime) -> list[Activity]:
    """What is new and moves a person rests with the others, and wakes with them. The rows are the caller's to save;
    returns those that rest."""
    moving = [activity for activity in activities if activity.kind == Kind.EXERCISE] if hold else []
    for activity in moving:
        activity.pause, activity.paused_at, activity.paused_until, activity.planned_through = None, now, None, None
    if hold is not None and moving:
        hold.activities = list(dict.fromkeys([*hold.activities, *(activity.pk for activity in moving)]))
        hold.save(update_fields=["activities"])
    return moving
