"""Giving and taking back an agreement. Taking back is as easy as giving."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Consent, User
from portal.accounts.reads import current_texts


@transaction.atomic
def give_consent(*, actor: User, purposes: Iterable[str]) -> list[Consent]:
    """Record that the person agreed to the newest text of each purpose. Agreeing twice changes nothing."""
    texts = current_texts(actor.language)
    now = timezone.now()
    rows = [
        Consent(user=actor, purpose=purpose, version=texts[purpose].version, given_at=now)
        for purpose in purposes
        if purpose in texts
    ]
    return Consent.objects.bulk_create(rows, ignore_conflicts=True)


def withdraw_consent(*, actor: User, purpose: str) -> bool:
    """Take back every agreement of this purpose. Returns whether there was one."""
    held = Consent.objects.filter(user=actor, purpose=purpose, withdrawn_at=None)
    return held.update(withdrawn_at=timezone.now()) > 0
