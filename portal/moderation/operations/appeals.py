"""Asking for another look, and giving it. A different moderator decides."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.moderation import rules
from portal.moderation.bands import Band, due_at
from portal.moderation.models import Case, Decision
from portal.moderation.models.decision import OVERTURN, UPHOLD
from portal.moderation.operations.audit import audit
from portal.moderation.operations.claims import held_case
from portal.moderation.operations.decisions import close_case, take_back, tell, write_decision
from portal.moderation.operations.leads import hand_to_leads
from portal.moderation.reads.scopes import hours_of
from portal.notifications.operations.events import record_event, wake_on_commit


@transaction.atomic
def appeal(*, actor: Any, decision: Decision) -> Case:
    """One click: a case for somebody other than whoever decided. Asking twice gives the same case.

    Raises RuleViolation when the decision is not the actor's to appeal, or was taken back already.
    """
    decision = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=decision.pk)
    earlier = Case.objects.filter(appeal_of=decision).first()
    if earlier is not None and rules.is_author(actor, decision):
        return earlier
    if not rules.can_appeal(actor, decision):
        raise RuleViolation(_("There is nothing here to look at again."), code="no_appeal")
    first, now = decision.case, timezone.now()
    case = Case(
        reportable=first.reportable, object_id=first.object_id, scope=first.scope, author_id=first.author_id,
        origin=Case.Origin.APPEAL, reason=decision.reason, band=Band.GREEN, opened_at=now,
        due_at=due_at(Band.GREEN, now, hours_of(first.scope)), appeal_of=decision, not_for_id=decision.decider_id,
    )  # fmt: skip
    case.head = first.head
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        return Case.objects.get(appeal_of=decision)
    hand_to_leads(case)
    record_event(kind="moderation.case", subject=str(case.pk))
    wake_on_commit()
    audit(actor=actor, act="decision.appeal", subject=f"case:{case.pk}")
    return case


@transaction.atomic
def decide_appeal(*, actor: Any, case: Case, overturn: bool, message: str = "", version: int | None = None) -> Decision:
    """Keep the first decision or take it back. The author hears either way.

    Raises RuleViolation when the actor does not hold the case, or made the first decision.
    """
    held = held_case(actor=actor, case=case, version=version)
    if held.appeal_of_id is None or held.not_for_id == actor.pk:
        raise RuleViolation(_("Somebody else decides this one."), code="not_for_you")
    first = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=held.appeal_of_id)
    if overturn and first.undone_at is None:
        take_back(actor, first)
    act = OVERTURN if overturn else UPHOLD
    decision = write_decision(actor, held, act, first.reason, message, told=True)
    decision.evidence_id = first.evidence_id
    decision.save(update_fields=["evidence"])
    close_case(held)
    tell(decision)
    audit(actor=actor, act=f"appeal.{act}", subject=f"case:{held.pk}", text={"decision": str(first.pk)})
    return decision
