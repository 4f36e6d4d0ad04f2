"""What one mail in the box for returned mail is: a report that something did not arrive, or something else.

First the standard report (RFC 3464), then a complaint (RFC 5965), then answers that machines give for people, then the
odd reports of servers that never learned the standard.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

from portal.notifications.bounces.clues import COMPLAINT, HARD, NONE, Meaning, meaning_of
from portal.notifications.bounces.odd import AUTOMATIC, odd_report

ADDRESS = re.compile(r"[^\s<>\"'(),:;@\[\]]{1,64}@[A-Za-z0-9.-]{1,250}\.[A-Za-z0-9-]{2,63}")
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
MESSAGE_ID = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Bounce:
    """`kind` is hard, soft, complaint or none. `reason` is ours, in a few fixed words. `message_id` is that of the
    mail of ours that the report is about, when it says so."""

    kind: str
    reason: str
    address: str | None = None
    status: str = ""
    message_id: str = ""
    final: bool = True


def read_bounce(mail: Message) -> Bounce:
    """Never raises for what a mail contains."""
    report = delivery_report(mail) or complaint(mail)
    if report is not None:
        return report
    if is_automatic_answer(mail):
        return Bounce(NONE, "automatic answer")
    odd = odd_report(mail)
    if odd is None:
        return Bounce(NONE, "not a bounce")
    found = STATUS.search(odd.words)
    status = found.group(1) if found else ""
    meaning = meaning_of(status, odd.words, delayed=odd.delayed)
    return Bounce(meaning.kind, meaning.reason, odd.address, status, returned_message_id(mail), final=not odd.delayed)


def delivery_report(mail: Message) -> Bounce | None:
    """The standard one: a part message/delivery-status, with a block for the message and one for each recipient."""
    for part in mail.walk():
        if part.get_content_type() not in {"message/delivery-status", "message/global-delivery-status"}:
            continue
        found = [one for block in blocks_of(part) if (one := recipient_of(block)) is not None]
        if not found:
            return None
        kind_first = sorted(found, key=lambda one: {HARD: 0, NONE: 2}.get(one.kind, 1))
        best, message_id = kind_first[0], returned_message_id(mail)
        return Bounce(best.kind, best.reason, best.address, best.status, message_id, best.final)
    return None


def blocks_of(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (one for one in payload if isinstance(one, Message))


def recipient_of(block: Message) -> Bounce | None:
    address = first_address(str(block.get("Original-Recipient") or "")) or first_address(
        str(block.get("Final-Recipient") or "")
    )
    action = str(block.get("Action") or "").strip().lower()
    if address is None and not action:
        return None
    said = str(block.get("Status") or "")
    words = " ".join(str(block.get("Diagnostic-Code") or "")[:4000].split())
    found = STATUS.search(said)
    status = found.group(1) if found else ""
    precise = STATUS.search(words)
    if precise and status.endswith(".0.0"):  # the server that reports knows less than the one it asked
        status = precise.group(1)
    if action in {"delivered", "relayed", "expanded"}:
        return Bounce(NONE, "arrived", address, status)
    meaning: Meaning = meaning_of(status, words, delayed=action == "delayed")
    return Bounce(meaning.kind, meaning.reason, address, status, final=action != "delayed")


def complaint(mail: Message) -> Bounce | None:
    """Somebody pressed "this is spam" at their provider (an abuse report, RFC 5965)."""
    for part in mail.walk():
        if part.get_content_type() == "message/feedback-report":
            fields = "\n".join(str(one) for one in blocks_of(part)) or str(part.get_payload())
            found = re.search(r"^original-rcpt-to:\s*(.+)$", fields, re.I | re.M)
            address = first_address(found.group(1)) if found else None
            return Bounce(COMPLAINT, "reported as spam", address, message_id=returned_message_id(mail))
    return None


def is_automatic_answer(mail: Message) -> bool:
    """Out of office and the like: a person is there, and will be back."""
    if mail.get_content_type() == "multipart/report" or mail.get("X-Failed-Recipients"):
        return False
    submitted = str(mail.get("Auto-Submitted") or "").lower()
    marks = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From")
    precedence = str(mail.get("Precedence") or "").strip().lower()
    if "auto-replied" in submitted or precedence == "auto_reply" or any(mail.get(name) for name in marks):
        return True
    return bool(AUTOMATIC.search(subject_of(mail)))


def subject_of(mail: Message) -> str:
    try:
        return str(make_header(decode_header(str(mail.get("Subject") or ""))))
    except (ValueError, LookupError):
        return str(mail.get("Subject") or "")


def returned_message_id(mail: Message) -> str:
    """The Message-ID of the mail that came back, from its copy or its headers at the end of the report."""
    for part in mail.walk():
        if part is mail:
            continue
        if part.get_content_type() in {"text/rfc822-headers", "message/rfc822-headers"}:
            found = MESSAGE_ID.search(str(part.get_payload()))
            if found:
                return found.group(1)
        if part.get_content_type() in {"message/rfc822", "message/global"}:
            for inner in blocks_of(part):
                if inner.get("Message-ID"):
                    return str(inner["Message-ID"]).strip()
    for part in mail.walk():
        if part.get_content_type() == "text/plain":
            found = MESSAGE_ID.search(str(part.get_payload()))
            if found:
                return found.group(1)
    return ""


def first_address(text: str) -> str | None:
    """`rfc822; <ana@there.example>` and its kin."""
    found = ADDRESS.search(text.replace("rfc822;", " ").replace("RFC822;", " "))
    return found.group(0).strip(".").lower() if found else None
