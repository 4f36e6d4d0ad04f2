"""Openings of private groups, written straight into the table."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from groups.models import BreakGlass, SupportGroup
from portal.accounts.models import User
from tests.factories.accounts import make_user

REASON = "Somebody wrote to us that they fear for a person in there"


def make_opening(group: SupportGroup, asked_by: User, *, is_open: bool = False, **fields: Any) -> BreakGlass:
    """A question that waits; with `is_open` somebody else has just agreed, for an hour."""
    if is_open:
        now = timezone.now()
        usual = {"decided_by": make_user(), "agreed_at": now, "ends_at": now + timedelta(hours=1), "told_team_at": now}
        fields = {**usual, **fields}
    glass = BreakGlass(group=group, asked_by=asked_by, **{"why": BreakGlass.Why.COMPLAINT, "minutes": 60, **fields})
    glass.reason = REASON
    glass.save(force_insert=True)
    return glass
