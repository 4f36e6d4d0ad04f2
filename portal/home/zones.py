"""A move to another time zone carries the plan and the reminders of sessions along."""

from typing import Any

from django.db import transaction

from groups.operations.session_places import move_reminders
from portal.accounts.models import User
from portal.accounts.operations import change_profile
from selfcare.operations import replan_for_new_zone


@transaction.atomic
def save_profile(*, actor: User, **answers: Any) -> User:
    """Change the profile; with a new zone, plan again and remind at its local times in the same transaction."""
    before = actor.time_zone
    person = change_profile(actor=actor, **answers)
    if person.time_zone != before:
        replan_for_new_zone(actor=person)
        move_reminders(actor=person)
    return person
