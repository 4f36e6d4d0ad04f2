"""Sending words again, mended, in one step from the receipt."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.core.reportables import reportables
from portal.moderation import rules
from portal.moderation.models import Case, Decision
from portal.moderation.operations.audit import audit
from portal.moderation.operations.reports import open_case_for_review


@transaction.atomic
def resend(*, actor: Any, decision: Decision, words: str) -> Case:
    """The house takes the words, which wait; a case asks a moderator to read them. Once for each decision.

    Raises PermissionDenied for who may not, RuleViolation when there is nothing to send again or the words will not do.
    """
    row = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=decision.pk)
    if not rules.can_resend(actor, row):
        raise PermissionDenied(_("There is nothing to send again here."))
    if Case.objects.filter(appeal_of=row).open().exists():
        raise RuleViolation(_("Somebody is looking at it again already. Wait for what they say."), code="appealed")
    kind = reportables.get(row.case.reportable)
    thing = kind.load(row.case.object_id)
    if thing is None or kind.mend is None:
        raise RuleViolation(_("This is not there any more. You can write something new."), code="gone")
    kind.mend(actor, thing, words)
    case = open_case_for_review(reportable_key=kind.key, public_id=row.case.object_id, why="resubmitted")
    row.resent_at = timezone.now()  # after its case was opened: that is how the desk knows that somebody waits
    row.save(update_fields=["resent_at"])
    audit(actor=actor, act="decision.resend", subject=f"case:{case.pk}")
    return case
