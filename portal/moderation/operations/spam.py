"""Many adverts at once. Nothing else is ever decided for more than one case: everything else is read one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.core.errors import RuleViolation
from portal.moderation.bands import Reason
from portal.moderation.models import Case
from portal.moderation.operations.claims import claim
from portal.moderation.operations.decisions import decide

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Swept:
    """How many were removed, and how many were left: somebody else has them, they are done, or they are no adverts."""

    removed: int
    left: int


def remove_spam(*, actor: Any, cases: Iterable[UUID]) -> Swept:
    """Take and remove each of these, one decision a case: every author is told, with the words back and an appeal.
    Whatever was not reported as selling is left for a person to read. At most fifty at once."""
    wanted = list(dict.fromkeys(cases))[:AT_ONCE]
    adverts = Case.objects.visible_to(actor).open().filter(pk__in=wanted, reason=Reason.SELLING)
    removed = sum(_remove(actor, case) for case in adverts.exclude(origin=Case.Origin.APPEAL).by_harm())
    return Swept(removed, len(wanted) - removed)


def _remove(actor: Any, case: Case) -> bool:
    """All of one case or nothing of it; one that cannot be removed stops no other."""
    try:
        with transaction.atomic():
            held = claim(actor=actor, case=case)
            decide(actor=actor, case=held, act="remove", reason=Reason.SELLING, version=held.version)
    except (RuleViolation, PermissionDenied):
        return False
    return True
