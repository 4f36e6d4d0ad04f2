"""Addresses that do not work any more: not written to, and the person told inside the site."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from portal.core.clock import handrail_now
from portal.core.kinds import IN_APP
from portal.notifications.models import Suppression
from portal.notifications.models.suppression import address_key
from portal.notifications.operations.deliveries import Wish, schedule

ADDRESS_KIND = "notifications.address"


@transaction.atomic
def suppress(*, address: str, reason: str, user_id: UUID | None) -> bool:
    """Give an address up; returns whether it was new. Its owner, when known, finds a notice in the inbox."""
    key = address_key(address)
    _, new = Suppression.objects.get_or_create(address_key=key, defaults={"reason": reason})
    if new and user_id is not None:
        now = handrail_now()
        subject_key = f"address:{key[:16]}:{now:%Y-%m-%d}"
        schedule([Wish(ADDRESS_KIND, subject_key, user_id, IN_APP, now, now + timedelta(days=30))])
    return new


def lift(*, keys: Iterable[str]) -> int:
    """Write to these addresses again, because their owners say that they work now; returns how many were given up.
    Each is named by its key, as the list names them: `address_key(address)`."""
    return Suppression.objects.filter(address_key__in=list(keys)).delete()[0]
