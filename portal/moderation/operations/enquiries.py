"""Asking the site's own team something: the question becomes a case, so that it has a clock and somebody to read it."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language

from portal.core.reportables import Snapshot
from portal.moderation.asking import worrying
from portal.moderation.bands import REASON_OF_FINDING, Band, Reason, due_at
from portal.moderation.enquiries import ENQUIRY, receipt_words
from portal.moderation.models import Case, Enquiry
from portal.moderation.operations.audit import audit
from portal.moderation.operations.evidence import head_of
from portal.moderation.operations.leads import hand_to_leads
from portal.notifications.operations.deliveries import send_now
from portal.notifications.operations.events import record_event, wake_on_commit

A_DAY = timedelta(days=1)
SITE = "site"


def sent_already(key: str) -> Enquiry | None:
    """What this draft became, when it was sent before."""
    return Enquiry.objects.filter(sent_key=key).select_related("case").first()


def send_enquiry(*, actor: Any | None, draft: dict[str, Any], scope: str = SITE, place: str = "") -> Enquiry:
    """Keep the question sealed, open its case, call somebody when it cannot wait, and write that it arrived. Sending
    the same draft again, also at the same moment, gives the first one back. `scope` names another team than the
    site's own, and `place` what that team looks after."""
    try:
        return sent_already(draft["key"]) or _send(actor, draft, scope, place)
    except IntegrityError:
        first = sent_already(draft["key"])
        if first is None:
            raise
        return first


@transaction.atomic
def _send(actor: Any | None, draft: dict[str, Any], scope: str, place: str) -> Enquiry:
    enquiry = Enquiry(person=actor, topic=draft["topic"], sent_key=draft["key"])
    enquiry.words = draft["words"]
    reach = {name: draft.get(name, "") for name in ("channel", "address", "when", "guide")}
    enquiry.reach = {**reach, "language": get_language() or "en"}
    enquiry.case = _case_for(enquiry, scope, place)
    enquiry.save(force_insert=True)
    if hand_to_leads(enquiry.case) or enquiry.case.band <= Band.RED:
        record_event(kind="moderation.case", subject=str(enquiry.case.pk))
        wake_on_commit()
    if reach["channel"] == "email":
        send_now(
            kind=ENQUIRY, subject_key=str(enquiry.pk), recipient=actor, address=reach["address"],
            message=receipt_words(enquiry), not_after=timezone.now() + A_DAY,
        )  # fmt: skip
    audit(actor=actor, act="enquiry.made", subject=f"case:{enquiry.case.pk}")
    return enquiry


def _case_for(enquiry: Enquiry, scope: str, place: str) -> Case:
    """Its case. No copy is kept beside the question: erasing the one must erase all of it."""
    found = worrying(enquiry.words)
    band = Band[found[0].band.name] if found else Band.GREEN
    why = REASON_OF_FINDING.get(str(found[0].kind), Reason.OTHER) if found else Reason.OTHER
    now = timezone.now()
    case = Case(
        reportable=ENQUIRY, object_id=str(enquiry.pk), scope=scope, author=enquiry.person, origin=Case.Origin.ASKED,
        reason=why, band=band, opened_at=now, due_at=due_at(band, now),
    )  # fmt: skip
    rules = [f"{one.rule_id}@{one.rule_version}" for one in found[:1]]
    case.head = head_of(Snapshot("", enquiry.words, ""), place or str(enquiry.get_topic_display()), rules)
    case.save(force_insert=True)
    return case
