"""Taking back an agreement carries along what stands on it."""

from django.db import transaction

from portal.accounts.models import User
from portal.accounts.operations import withdraw_consent
from selfcare.operations import rest_for_consent


@transaction.atomic
def take_back(*, actor: User, purpose: str) -> bool:
    """Withdraw; without the agreement to keep health information the plan rests, with its reminders cancelled, in the
    same transaction. Returns whether there was an agreement."""
    held = withdraw_consent(actor=actor, purpose=purpose)
    if held and purpose == "health":
        rest_for_consent(actor=actor)
    return held
