"""Deciding a case, and taking a decision back. Every act is done by the house the thing belongs to."""

from collections.abc import Mapping
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
from portal.moderation.hooking import DECIDED
from portal.moderation.ladder import is_step
from portal.moderation.models import Case, Decision
from portal.moderation.models.decision import NO_ACTION
from portal.moderation.operations.audit import audit
from portal.moderation.operations.claims import held_case
from portal.moderation.operations.steps import lift_step, take_step
from portal.moderation.words import told_reason
from portal.notifications.operations.events import record_event, wake_on_commit
from portal.notifications.operations.webhooks import note_for_webhooks

NOTHING: Mapping[str, str] = {}


@transaction.atomic
def decide(
    *,
    actor: Any,
    case: Case,
    act: str,
    reason: str,
    message: str = "",
    version: int | None = None,
    given: Mapping[str, str] = NOTHING,
    step: str = "",
    until: datetime | None = None,
) -> Decision:
    """Do one act on the thing, take one step with its author, or both; write down why, close the case, tell the author
    and whoever reported. All of it or nothing. `given` is what the act asks for besides (`Act.asks`).

    With "no_action" the author hears of it only when there is a message for them.
    Raises RuleViolation when the actor does not hold the case, when it changed, or when the act changes nothing;
    PermissionDenied when the house, or the ladder, does not let them.
    """
    held = held_case(actor=actor, case=case, version=version)
    if held.origin == Case.Origin.APPEAL:
        raise RuleViolation(_("This asks for another look: keep the decision or take it back."), code="appeal")
    why, made = Reason(reason), []
    if act != NO_ACTION or not step:
        trace = do_act(actor=actor, case=held, act=act, reason=str(told_reason(why)), given=given)
        made.append(write_decision(actor, held, act, why, message, act != NO_ACTION or bool(message.strip()), trace))
    if step:
        made.append(take_step(actor=actor, case=held, step=step, until=until, reason=why, message=message))
    close_case(held)
    note_for_webhooks(event=DECIDED, subject=str(held.pk))
    for at, decision in enumerate(made):
        tell(decision, reporters=at == 0)
    for decision in made:
        audit(actor=actor, act=f"case.decide.{decision.act}", subject=f"case:{held.pk}", text={"reason": why.value})
    return made[0]


def write_decision(
    actor: Any, case: Case, act: str, reason: str, message: str, told: bool, trace: Mapping[str, Any] = NOTHING
) -> Decision:
    """The row, with the copy of what was decided about."""
    decision = Decision(
        case=case, act=act, reason=reason, decider=actor, author_id=case.author_id,
        told_author=told and case.author_id is not None, evidence=case.evidence.order_by("-taken_at").first(),
    )  # fmt: skip
    decision.message, decision.trace = message.strip() or None, dict(trace) or None
    decision.save(force_insert=True)
    return decision


def close_case(case: Case) -> None:
    case.closed_at, case.claimed_by, case.claim_until = timezone.now(), None, None
    case.version += 1
    case.save(update_fields=["closed_at", "claimed_by", "claim_until", "version"])


def tell(decision: Decision, *, undone: bool = False, reporters: bool = True) -> None:
    """Events in this transaction; the engine finds out who hears of them."""
    if decision.told_author:
        record_event(kind="moderation.decision", subject=f"{decision.pk}:undone" if undone else str(decision.pk))
    if reporters and not undone and decision.case.reports.exclude(reporter=None).exists():
        record_event(kind="moderation.outcome", subject=str(decision.pk))
    wake_on_commit()


def do_act(*, actor: Any, case: Case, act: str, reason: str, given: Mapping[str, str] = NOTHING) -> Mapping[str, Any]:
    """What the house wants to remember for the way back. Raises RuleViolation when it does not know the act, the
    thing is gone, or nothing changes."""
    if act == NO_ACTION:
        return NOTHING
    kind = reportables.get(case.reportable)
    chosen, thing = kind.acts.get(act), kind.load(case.object_id)
    if chosen is None or thing is None:
        raise RuleViolation(_("This cannot be done here any more."), code="gone")
    trace = chosen.perform(actor, thing, reason, given)
    if trace is None:
        raise RuleViolation(
            _("Nothing changed: it is so already. Look again, or leave it as it is."), code="nothing_changed"
        )
    return trace


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
    """The inverse act, or the end of the step, and the mark on the decision."""
    row.undone_at, row.undone_by = timezone.now(), actor
    row.save(update_fields=["undone_at", "undone_by"])
    if is_step(row.act):
        lift_step(actor=actor, row=row)
        return
    kind = reportables.get(row.case.reportable)
    known, thing = kind.acts.get(row.act), kind.load(row.case.object_id)
    if known is None or not known.has_way_back:
        raise RuleViolation(_("There is nothing to take back."), code="no_way_back")
    if thing is None:
        raise RuleViolation(_("This cannot be done here any more."), code="gone")
    if not known.reverse(kind.acts, actor, thing, str(_("Taken back after another look.")), row.trace or {}):
        raise RuleViolation(
            _("Nothing changed: it is so already. Look again, or leave it as it is."), code="nothing_changed"
        )
