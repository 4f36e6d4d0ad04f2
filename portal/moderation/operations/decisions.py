"""Deciding a case, and taking a decision back. Every act is done by the house the thing belongs to."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.core.reportables import reportables
from portal.moderation.bands import Reason
from portal.moderation.models import Case, Decision
from portal.moderation.models.decision import NO_ACTION
from portal.moderation.operations.audit import audit
from portal.moderation.operations.claims import held_case
from portal.moderation.words import told_reason
from portal.notifications.operations.events import record_event, wake_on_commit


@transaction.atomic
def decide(
    *,
    actor: Any,
    case: Case,
    act: str,
    reason: str,
    message: str = "",
    version: int | None = None,
    expires_at: datetime | None = None,
) -> Decision:
    """Do one act, write down why, close the case, tell the author and whoever reported. All of it or nothing.

    With "no_action" the author hears of it only when there is a message for them.
    Raises RuleViolation when the actor does not hold the case, when it changed, or when the act changes nothing.
    """
    held = held_case(actor=actor, case=case, version=version)
    if held.origin == Case.Origin.APPEAL:
        raise RuleViolation(_("This asks for another look: keep the decision or take it back."), code="appeal")
    why = Reason(reason)
    if act != NO_ACTION:
        apply_act(actor=actor, case=held, act=act, reason=str(told_reason(why)))
    decision = write_decision(actor, held, act, why, message, act != NO_ACTION or bool(message.strip()), expires_at)
    tell(decision)
    audit(actor=actor, act=f"case.decide.{act}", subject=f"case:{held.pk}", text={"reason": why.value})
    return decision


def write_decision(
    actor: Any, case: Case, act: str, reason: str, message: str, told: bool, expires_at: datetime | None = None
) -> Decision:
    """The row, and the case closed with it."""
    decision = Decision(
        case=case, act=act, reason=reason, decider=actor, author_id=case.author_id, expires_at=expires_at,
        told_author=told and case.author_id is not None, evidence=case.evidence.order_by("-taken_at").first(),
    )  # fmt: skip
    decision.message = message.strip() or None
    decision.save(force_insert=True)
    case.closed_at, case.claimed_by, case.claim_until = timezone.now(), None, None
    case.version += 1
    case.save(update_fields=["closed_at", "claimed_by", "claim_until", "version"])
    return decision


def tell(decision: Decision, *, undone: bool = False) -> None:
    """Events in this transaction; the engine finds out who hears of them."""
    if decision.told_author:
        record_event(kind="moderation.decision", subject=f"{decision.pk}:undone" if undone else str(decision.pk))
    if not undone and decision.case.reports.exclude(reporter=None).exists():
        record_event(kind="moderation.outcome", subject=str(decision.pk))
    wake_on_commit()


def apply_act(*, actor: Any, case: Case, act: str, reason: str) -> None:
    """Raises RuleViolation when the house does not know the act, the thing is gone, or nothing changes."""
    kind = reportables.get(case.reportable)
    chosen, thing = kind.acts.get(act), kind.load(case.object_id)
    if chosen is None or thing is None:
        raise RuleViolation(_("This cannot be done here any more."), code="gone")
    if not chosen.apply(actor, thing, reason):
        raise RuleViolation(
            _("Nothing changed: it is so already. Look again, or leave it as it is."), code="nothing_changed"
        )


@transaction.atomic
def undo_decision(*, actor: Any, decision: Decision) -> bool:
    """Take a decision back: the house does the inverse act, and the author is told. Where they had asked for another
    look, that is settled by it. False when it was undone before.

    Raises PermissionDenied outside the actor's scopes, RuleViolation when there is no way back.
    """
    asked = Case.objects.filter(appeal_of=decision.pk).open()
    list(asked.select_for_update(of=("self",)))  # in the order in which an answer locks them
    row = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=decision.pk)
    if not Case.objects.visible_to(actor).filter(pk=row.case_id).exists():
        raise PermissionDenied(_("You do not look after this part of the site."))
    if row.undone_at is not None:
        return False
    take_back(actor, row)
    settled = list(asked.values_list("pk", flat=True))
    asked.update(closed_at=timezone.now(), claimed_by=None, claim_until=None, version=F("version") + 1)
    tell(row, undone=True)
    for pk in settled:
        audit(actor=actor, act="appeal.settled", subject=f"case:{pk}")
    audit(actor=actor, act="decision.undo", subject=f"case:{row.case_id}", text={"decision": str(row.pk)})
    return True


def take_back(actor: Any, row: Decision) -> None:
    """The inverse act and the mark on the decision."""
    known = reportables.get(row.case.reportable).acts.get(row.act)
    if known is None or not known.undo:
        raise RuleViolation(_("There is nothing to take back."), code="no_way_back")
    apply_act(actor=actor, case=row.case, act=known.undo, reason=str(_("Taken back after another look.")))
    row.undone_at, row.undone_by = timezone.now(), actor
    row.save(update_fields=["undone_at", "undone_by"])
