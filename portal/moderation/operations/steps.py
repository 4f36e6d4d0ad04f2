"""Steps with a person. Each is a decision of its own, with an end, a reason and a way to ask for another look."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.operations import suspend
from portal.core.errors import RuleViolation
from portal.moderation import rules
from portal.moderation.bands import Band
from portal.moderation.ladder import IN_GROUP, LONGEST, WRITTEN, Step
from portal.moderation.models import Case, Decision
from portal.moderation.reads.scopes import scope_of


@transaction.atomic
def take_step(*, actor: Any, case: Case, step: str, until: datetime | None, reason: str, message: str = "") -> Decision:
    """Called with the case held and locked. A step never ends earlier than one of its kind that is in force already.

    Raises RuleViolation without an end, without words where the step is nothing but words, and for somebody with an
    open crisis case unless a Safeguarding lead suspends; PermissionDenied where the actor may not.
    """
    chosen = Step(step)
    _check(actor, case, chosen, until, message)
    row = Decision(
        case=case, act=chosen.value, reason=reason, decider=actor, author_id=case.author_id, told_author=True,
        evidence=case.evidence.order_by("-taken_at").first(), expires_at=until,
    )  # fmt: skip
    row.message = message.strip() or None
    row.save(force_insert=True)
    _keep_to(actor, case, chosen, in_force_until(case, chosen))
    return row


def _check(actor: Any, case: Case, step: Step, until: datetime | None, message: str) -> None:
    if case.author_id is None or not rules.can_step(actor, case, step, scope_of(case.scope) is not None):
        raise PermissionDenied(_("You cannot do that with this person."))
    now = timezone.now()
    if until is None or not now < until <= now + LONGEST:
        raise RuleViolation(_("Say until when: at most one year."), code="until", field="days")
    if step in WRITTEN and not message.strip():
        raise RuleViolation(
            _("This step is nothing but words: write to them first."), code="no_message", field="message"
        )
    if step == Step.SUSPENDED and in_crisis(case.author_id) and not actor.staff_roles.safeguards:
        raise PermissionDenied(
            _("Somebody is worried about this person right now. Only a Safeguarding lead may close the groups to them.")
        )


def in_crisis(person_id: Any) -> bool:
    """Whether a case about this person is open in the band crisis, anywhere on the site."""
    return Case.objects.open().filter(author_id=person_id, band=Band.CRISIS).exists()


def in_force_until(case: Case, step: Step) -> datetime | None:
    """The latest end of this step with this person: in this part of the site, or on the whole of it."""
    rows = Decision.objects.in_force().filter(author_id=case.author_id, act=step.value)
    if step != Step.SUSPENDED:
        rows = rows.filter(case__scope=case.scope)
    return rows.order_by("-expires_at").values_list("expires_at", flat=True).first()


def lift_step(*, actor: Any, row: Decision) -> None:
    """After the decision is marked as taken back: what is left in force of others stays."""
    step = Step(row.act)
    if row.author_id is not None:
        _keep_to(actor, row.case, step, in_force_until(row.case, step))


def _keep_to(actor: Any, case: Case, step: Step, until: datetime | None) -> None:
    if step == Step.SUSPENDED and case.author_id is not None:
        suspend(actor=actor, person=User.objects.get(pk=case.author_id), until=until)
    scope = scope_of(case.scope)
    if step in IN_GROUP and scope is not None and scope.restrain is not None and case.author_id is not None:
        scope.restrain(actor, case.scope, case.author_id, step.value, until)
