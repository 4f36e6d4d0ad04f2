"""Passing a case on to another moderator, by name, with a line that says why."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.moderation.models import Case, CaseNote
from portal.moderation.operations.audit import audit
from portal.moderation.operations.claims import LEASE, held_case
from portal.moderation.reads.leads import who_may_take
from portal.notifications.operations.events import record_event, wake_on_commit

PASSED, LONGEST = "moderation.passed", 500


@transaction.atomic
def pass_on(*, actor: Any, case: Case, to: str, why: str, version: int | None = None) -> Case:
    """Give the lease of a case one holds to somebody else who may take it, named by `to`, for twenty minutes. The case
    is locked from the look at who holds it until the lease is theirs, so of two who act at once one wins, and at no
    moment it is nobody's. The line is kept as a note of the case, and they are told at once.

    Raises RuleViolation when the actor does not hold it, when it changed, for nobody who may take it, and without a
    line.
    """
    held = held_case(actor=actor, case=case, version=version)
    line = why.replace("\x00", "").strip()[:LONGEST]
    if not line:
        raise RuleViolation(_("Say in a line why you pass it on."), code="no_reason", field="why")
    next_one = next((one for one in who_may_take(held) if one.display_name == to and one.pk != actor.pk), None)
    if next_one is None:
        raise RuleViolation(
            _("They cannot take this case. Choose somebody from the list."), code="not_for_them", field="to"
        )
    note = CaseNote(case=held, writer=actor)
    note.text = line
    note.save(force_insert=True)
    Case.objects.filter(pk=held.pk).update(
        claimed_by=next_one, claim_until=Now() + LEASE, version=F("version") + 1
    )  # fmt: skip
    record_event(kind=PASSED, subject=f"{held.pk}:{held.version + 1}")
    wake_on_commit()
    audit(actor=actor, act="case.pass", subject=f"case:{held.pk}", text={"to": str(next_one.pk)})
    held.refresh_from_db()
    return held
