"""What an open hold on exercise asks of every other verb: after a danger sign nothing that moves a person begins or
wakes before they were checked."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from selfcare.models import Activity, ExerciseHold, Kind


def is_held(actor: User) -> bool:
    return ExerciseHold.objects.owned_by(actor).filter(cleared_at=None).exists()


def must_not_be_held(actor: User, activities: Iterable[Activity], field: str | None = None) -> None:
    """Raises RuleViolation when one of these moves a person whose exercise is held."""
    if any(activity.kind == Kind.EXERCISE for activity in activities) and is_held(actor):
        raise RuleViolation(
            _("Your exercises rest until you have been checked. Tell us first who checked you."),
            code="exercise_held",
            field=field,
        )


def lock_person(actor: User) -> None:
    """To be called before anything else is locked, by whatever changes what rests or adds what may rest: a rest or a
    sign told at this very moment comes first, or waits and then finds what was added. Rows that point at the person,
    such as reminders, may still be written meanwhile."""
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=actor.pk)


def open_hold(actor: User) -> ExerciseHold | None:
    """The hold that is open, locked together with its person."""
    lock_person(actor)
    return ExerciseHold.objects.owned_by(actor).select_for_update().filter(cleared_at=None).first()
