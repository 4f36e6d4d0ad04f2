"""The copy of our own mail in a report: which it was, and whom it was for."""

import re
from dataclasses import dataclass
from email import message_from_string
from email.message import Message

from portal.notifications.bounces.prose import ADDRESS, COPY_BEGINS, LONGEST, tidy

KNOWN_AS = re.compile(r"<[!-;=?-~]{1,200}>")
MESSAGE_ID = re.compile(rf"^[ \t>]{{0,8}}message-id:\s{{0,5}}({KNOWN_AS.pattern})", re.I | re.M)
TO = re.compile(r"^[ \t>]{0,8}to:[ \t]{0,5}([^\r\n]{1,500})", re.I | re.M)


OTHER_TEXT = {"text/html", "message/delivery-status", "message/feedback-report"}


@dataclass(frozen=True, slots=True)
class Returned:
    message_id: str = ""
    sent_to: str | None = None


def returned_by(mail: Message) -> Returned:
    for part in mail.walk():
        copy = copy_in(part) if part is not mail else None
        if copy is not None and (copy.get("Message-ID") or copy.get("To")):
            known = KNOWN_AS.search(str(copy.get("Message-ID") or ""))
            return Returned(known.group() if known else "", only_one(str(copy.get("To") or "")))
    for part in mail.walk():
        payload = part.get_payload()
        if isinstance(payload, str) and part.get_content_type() not in OTHER_TEXT:
            found = in_prose(payload[:LONGEST])
            if found.message_id:
                return found
    return Returned()


def copy_in(part: Message) -> Message | None:
    kind, payload = part.get_content_type(), part.get_payload()
    if kind in {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}:
        raw = part.get_payload(decode=True)
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(payload)
        return message_from_string(text.lstrip()[:LONGEST])
    if kind in {"message/rfc822", "message/global"} and isinstance(payload, list) and payload:
        copy = payload[0]
        return copy if isinstance(copy, Message) and copy.get_content_type() != "multipart/report" else None
    return None


def in_prose(text: str) -> Returned:
    begins = COPY_BEGINS.search(text)
    rest = text[begins.start() :] if begins else text
    known, sent_to = MESSAGE_ID.search(rest), TO.search(rest)
    return Returned(known.group(1) if known else "", only_one(sent_to.group(1)) if begins and sent_to else None)


def only_one(header: str) -> str | None:
    """Our mails go to one person each; a header with several addresses tells nothing."""
    found = {tidy(one) for one in ADDRESS.findall(header[:2000])}
    return found.pop() if len(found) == 1 else None
