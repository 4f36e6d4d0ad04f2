"""What one mail in the box for returned mail is: a report that something did not arrive, or something else.

First the standard report (RFC 3464), then a complaint (RFC 5965), then answers that machines give for people, then the
odd reports of servers that never learned the standard.
"""

import logging
import re
from dataclasses import dataclass, replace
from email.message import Message

from portal.notifications.bounces.clues import COMPLAINT, HARD, NONE, meaning_of, status_in
from portal.notifications.bounces.complaints import complaint_in
from portal.notifications.bounces.fields import Recipient, recipients_in, recipients_of
from portal.notifications.bounces.odd import is_automatic_answer, odd_report
from portal.notifications.bounces.prose import report_of, said_about, text_of
from portal.notifications.bounces.returned import Returned, returned_by

log = logging.getLogger(__name__)
ARRIVED = {"delivered", "relayed", "expanded"}
INLINE = re.compile(r"^(?:original|final)-recipient:", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Bounce:
    """`kind` is hard, soft, complaint or none. `reason` is ours, in a few fixed words. `message_id` is that of the
    mail of ours that the report is about and `sent_to` whom it was for, when the report says so. A report about
    several recipients is one bounce, of the worst, and has the rest in `others`."""

    kind: str
    reason: str
    address: str | None = None
    status: str = ""
    message_id: str = ""
    final: bool = True
    sent_to: str | None = None
    others: tuple["Bounce", ...] = ()


def read_bounce(mail: Message) -> Bounce:
    """Never raises for what a mail contains: one that nobody foresaw does not keep a box from being read."""
    try:
        return told_by(mail)
    except Exception as error:
        log.error("mail cannot be read", extra={"error": type(error).__name__})
        return Bounce(NONE, "cannot be read")


def told_by(mail: Message) -> Bounce:
    copy = returned_by(mail)
    found = standard_report(mail, copy) or complaint(mail, copy)
    if found is None:
        found = Bounce(NONE, "automatic answer") if is_automatic_answer(mail) else report_in_prose(mail, copy)
    if found is None:
        return Bounce(NONE, "not a bounce")
    return replace(found, message_id=copy.message_id, sent_to=copy.sent_to)


def standard_report(mail: Message, copy: Returned) -> Bounce | None:
    """A part message/delivery-status, or its lines in plain text, with a block for each recipient."""
    found = standard_recipients(mail)
    if not found:
        return None
    report = report_of(mail)
    read: dict[str | None, Bounce] = {}
    for one in sorted((standard_bounce(one, report, copy) for one in found), key=badness):
        read.setdefault(one.address, one)
    best, *others = read.values()
    return replace(best, others=tuple(others))


def badness(one: Bounce) -> int:
    return {HARD: 0, NONE: 2}.get(one.kind, 1)


def standard_recipients(mail: Message) -> list[Recipient]:
    for part in mail.walk():
        if part.get_content_subtype() in {"delivery-status", "global-delivery-status"}:
            found = recipients_in(part)
            if found:
                return found
    text = text_of(mail)
    begins = INLINE.search(text)
    return recipients_of(text[begins.start() :]) if begins else []


def standard_bounce(one: Recipient, report: str, copy: Returned) -> Bounce:
    address = one.address or copy.sent_to
    action = one.action.partition(" ")[0]
    if action in ARRIVED:
        return Bounce(NONE, "arrived", address, one.status)
    delayed = action == "delayed"
    meaning = meaning_of(one.status, one.words, said_about(address, report), delayed=delayed)
    return Bounce(meaning.kind, meaning.reason, address, one.status, final=not delayed)


def complaint(mail: Message, copy: Returned) -> Bounce | None:
    found = complaint_in(mail)
    if found is None:
        return None
    if not found.serious:
        return Bounce(NONE, "no complaint of a person")
    return Bounce(COMPLAINT, "reported as spam", found.address or copy.sent_to)


def report_in_prose(mail: Message, copy: Returned) -> Bounce | None:
    odd = odd_report(mail, copy.sent_to)
    if odd is None:
        return None
    status = status_in(odd.about) or status_in(odd.whole)
    if odd.arrived:
        return Bounce(NONE, "arrived", odd.address, status)
    meaning = meaning_of(status, odd.about, odd.whole, delayed=odd.delayed)
    return Bounce(meaning.kind, meaning.reason, odd.address, status, final=not odd.delayed)
