"""Somebody pressed "this is spam" at their provider: an abuse report (RFC 5965), or one that resembles it."""

import re
from dataclasses import dataclass
from email.message import Message

from portal.notifications.bounces.fields import fields_of, written
from portal.notifications.bounces.prose import first_of

OF_PEOPLE = {"abuse", "fraud", "virus", "opt-out", "opt-out-list", "other", ""}
NAMED_IN = ("original-rcpt-to", "removal-recipient")


@dataclass(frozen=True, slots=True)
class Complaint:
    """`serious` is False for reports about machinery, such as a signature that did not fit, and for "not spam"."""

    address: str | None
    serious: bool


def complaint_in(mail: Message) -> Complaint | None:
    for part in mail.walk():
        if part.get_content_type() == "message/feedback-report":
            fields = dict(fields_of(written(part)))
            named = (first_of(fields.get(name, "")) for name in NAMED_IN)
            kind = fields.get("feedback-type", "").strip().lower()
            return Complaint(next((one for one in named if one), None), kind in OF_PEOPLE)
        if part.get("X-HmXmrOriginalRecipient") and re.search(r"complaint", str(mail.get("Subject")), re.I):
            return Complaint(first_of(str(part["X-HmXmrOriginalRecipient"])), serious=True)
    return None
