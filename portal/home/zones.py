"""A move to another time zone carries the plan along."""

from portal.accounts.models import User
from selfcare.operations import replan_for_new_zone


def follow_home(person: User, before: str) -> None:
    """Plan again at the new local times when the person's zone changed."""
    if person.time_zone != before:
        replan_for_new_zone(actor=person)
