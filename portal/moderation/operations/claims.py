"""Taking a case, keeping it, giving it back. A claim is a lease: it ends by itself, so no case is ever stuck."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.moderation.models import Case
from portal.moderation.operations.audit import audit

LEASE = timedelta(minutes=20)


@transaction.atomic
def claim(*, actor: Any, case: Case) -> Case:
    """Take this case for twenty minutes. One conditional update by the database's clock: of two who try at once, one
    has it and the other is told so.

    Raises RuleViolation when somebody else has it, when it is done, or when it must be decided by somebody else.
    """
    free = Q(claimed_by=None) | Q(claim_until__lte=Now()) | Q(claimed_by=actor)
    taken = (
        Case.objects.visible_to(actor).open().filter(free, pk=case.pk).exclude(not_for=actor)
        .update(claimed_by=actor, claim_until=Now() + LEASE, version=F("version") + 1)
    )  # fmt: skip
    if not taken:
        raise _refusal(actor, case)
    audit(actor=actor, act="case.claim", subject=f"case:{case.pk}")
    return Case.objects.visible_to(actor).get(pk=case.pk)


def extend(*, actor: Any, case: Case) -> bool:
    """Twenty more minutes, for whoever still has it."""
    return bool(Case.objects.held_by(actor).filter(pk=case.pk).update(claim_until=Now() + LEASE))


@transaction.atomic
def release(*, actor: Any, case: Case) -> bool:
    """Give it back to the queue."""
    given = (
        Case.objects.open().filter(pk=case.pk, claimed_by=actor)
        .update(claimed_by=None, claim_until=None, version=F("version") + 1)
    )  # fmt: skip
    if given:
        audit(actor=actor, act="case.release", subject=f"case:{case.pk}")
    return bool(given)


def held_case(*, actor: Any, case: Case, version: int | None) -> Case:
    """This case, locked, if the actor has it. A claim that ran out while nobody else took it still counts, so that a
    long message is not lost. `version` is the one the actor saw; None skips that check.

    Raises RuleViolation otherwise.
    """
    held = Case.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=case.pk).first()
    if held is None or not held.is_open or held.claimed_by_id != actor.pk:
        raise _refusal(actor, case)
    if version is not None and held.version != version:
        raise RuleViolation(
            _("Something changed in this case while you were reading. Look again before you decide."), code="changed"
        )
    return held


def _refusal(actor: Any, case: Case) -> RuleViolation:
    now = Case.objects.visible_to(actor).select_related("claimed_by").filter(pk=case.pk).first()
    if now is None or not now.is_open:
        return RuleViolation(_("This case is done. Somebody decided it already."), code="closed")
    if now.not_for_id == actor.pk:
        return RuleViolation(
            _("You made the decision that is being looked at again, so somebody else looks."), code="not_for_you"
        )
    if now.holder is not None and now.claimed_by_id != actor.pk:
        return RuleViolation(_("%(name)s has this one.") % {"name": now.holder.display_name}, code="claimed")
    return RuleViolation(_("Take this case before you decide it."), code="not_claimed")
