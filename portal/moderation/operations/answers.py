"""Answering somebody who asked the team."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.moderation.enquiries import ANSWER, answer_words
from portal.moderation.models import Case, Enquiry
from portal.moderation.models.decision import NO_ACTION
from portal.moderation.operations.audit import audit
from portal.moderation.operations.claims import held_case
from portal.moderation.operations.decisions import close_case, write_decision
from portal.notifications.operations.deliveries import send_now
from portal.notifications.operations.events import record_event, wake_on_commit

A_WEEK = timedelta(days=7)


@transaction.atomic
def answer_enquiry(*, actor: Any, case: Case, answer: str, version: int | None = None) -> None:
    """Keep the answer sealed, close the case, and tell the person that there is one. A question that was erased in the
    meantime is only closed.

    Raises RuleViolation when the actor does not hold the case, when it changed, or when there is no answer.
    """
    held = held_case(actor=actor, case=case, version=version)
    asked = Enquiry.objects.select_for_update(of=("self",)).filter(case=held).select_related("person").first()
    if asked is not None and not answer.strip():
        raise RuleViolation(_("Write the answer first."), code="no_answer")
    write_decision(actor, held, NO_ACTION, held.reason, answer if asked else "", False)
    close_case(held)
    if asked is not None:
        asked.answer, asked.answered_at, asked.answered_by = answer.strip(), timezone.now(), actor
        asked.save(update_fields=["answer_sealed", "answered_at", "answered_by"])
        _tell(asked)
    audit(actor=actor, act="case.answer", subject=f"case:{held.pk}")


def _tell(asked: Enquiry) -> None:
    """In the way they chose. Whoever wants a call is called by the person who answers."""
    if asked.reach["channel"] == "email":
        with translation.override(asked.reach["language"]):
            send_now(
                kind=ANSWER, subject_key=str(asked.pk), recipient=asked.person, address=asked.reach["address"],
                message=answer_words(asked), not_after=timezone.now() + A_WEEK,
            )  # fmt: skip
    elif asked.reach["channel"] == "site":
        record_event(kind=ANSWER, subject=str(asked.pk))
        wake_on_commit()
