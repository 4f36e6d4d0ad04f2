"""The part of a report that people are meant to read: its text, the address it is about, and what it says of it."""

import re
from collections.abc import Iterator
from email.message import Message
from itertools import islice

from portal.notifications.bounces.phrases import any_of

LONGEST = 50_000  # characters of prose; what a server has to say stands at the beginning
LOOKED_AT = 20_000
MOST = 50
AROUND = 1500  # characters that a report may need for one address

# Nothing that cannot be written down: no control character, no half of a pair.
ADDRESS = re.compile(
    r"[^\s\x00-\x1f\x7f\ud800-\udfff<>\"'(),:;@\[\]=/|]{1,64}@(?:[^\W_][\w-]{0,62}\.){1,9}[^\W\d_][\w-]{0,62}"
)
SENDER = re.compile(
    r"mailer-?daemon|mail-?daemon|postmaster|mail delivery (?:sub)?system|mdaemon|post_(?:office|master)", re.I
)

COPY_BEGINS = any_of(
    r"""
    ^[ \t>]*[-=*|]{2,}[ \t]*(?:below (?:this|the next) line is a copy|this is a copy of|copy of|included is a copy)
    ^[ \t>]*[-=*|]{2,}[ \t]*(?:the )?(?:original|returned|unsent|enclosed|your|undelivered) (?:message|mail)
    ^[ \t>]*[-=*|]{2,}[ \t]*(?:start of returned|enclosed is a copy|message header|message text)
    ^[ \t>]*[-=*|]{2,}[ \t]*(?:the )?(?:body|headers?|attached|header of the|header and) (?:of|original|source|top|mail)
    ^[ \t>]*(?:original message (?:headers|details|follows|as)|the original message|message headers? follow)
    ^[ \t>]*your (?:original )?message (?:follows|reads|headers)
    ^[ \t>]*(?:included is a copy|here is a copy|below is a copy|a copy of the original|the first \d+ lines)
    ^[ \t>]*(?:received: (?:from|by) |return-path: )
    """,
    re.I | re.M,
)
# After these words servers name whom they could not reach.
NAMES = any_of(r"""
    following (?:e-?mail )?(?:recipient|address(?:ee)?|user|person|destination)
    did not reach
    could not be (?:delivered|sent) to
    (?:was|were|is|be) not delivered to
    not be delivered to
    failed (?:recipient|address)
    fatal errors
    (?:unable|failed) to deliver
    undeliverable (?:address|to)
    addressed to
    (?:recipient|original|e-?mail) address
    delivery (?:to|failed)
    your (?:e-?mail|message|mail) to
    you sent mail to
    had errors
    rcpt to\b
    these recipients
    pu [eê]tre d[eé]livr[eé]
    nicht zugestellt
    entregado a
""")
NEAR = 300
REASON = re.compile(r"\(reason: ([^\n]{1,250})\)\s*$", re.M)
HEAD = re.compile(
    rf"^[ \t>*#|-]{{0,20}}(?:[a-z][a-z ]{{0,20}}:[ \t]{{0,8}})?[\"'<(\[]{{0,3}}({ADDRESS.pattern})", re.M | re.I
)
NOT_THEIRS = re.compile(
    r"(?:(?<!generated )(?<!expanded )from|contact|please|administrator|help(?:desk)?|sender|reply-to|via)\W+$",
    re.I,
)


def report_of(mail: Message) -> str:
    """All that is said before the copy of our own mail."""
    text = text_of(mail)
    found = COPY_BEGINS.search(text)
    return text[: found.start()] if found and text[: found.start()].strip() else text


def text_of(mail: Message) -> str:
    """The text parts before the copy of our own mail; HTML only where there is nothing else."""
    plain: list[str] = []
    html: list[str] = []
    for part in mail.walk():
        kind = part.get_content_type()
        if kind in {"message/rfc822", "text/rfc822-headers", "message/global"}:
            break
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), str):
            plain.append(str(part.get_payload()))  # its boundary is broken: all of it, as it stands
        elif kind.startswith("text/html"):
            html.append(decoded(part))
        elif kind.startswith("text/plain"):  # also where a semicolon is missing and the rest of the line sticks to it
            plain.append(decoded(part))
    if any(one.strip() for one in plain):
        return "\n".join(plain)[:LONGEST]
    return "\n".join(without_tags(one[:LONGEST]) for one in html)


def without_tags(html: str) -> str:
    broken = re.sub(r"<(?:br|/p|/div|/tr|/td|/h\d|/li)\b[^<>]{0,200}>", "\n", html, flags=re.I)
    return re.sub(r"<[^<>@]{1,500}>|&nbsp;|&#\d{1,5};", " ", broken).replace("&lt;", "<").replace("&gt;", ">")


def decoded(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return str(part.get_payload())
    try:
        return raw.decode(part.get_content_charset() or "utf-8", errors="replace")
    except (LookupError, ValueError):
        return raw.decode("utf-8", errors="replace")


def said_about(address: str | None, report: str) -> str:
    """From the line on that names the address, when something follows there; else all of it."""
    report = report[:LOOKED_AT]
    at = report.lower().find(address) if address else -1
    if address and at >= 0:
        after = report[at + len(address) :][:AROUND]
        others = (one.start() for one in HEAD.finditer(after, 1) if tidy(one.group(1)) != address)
        after = after[: next(others, AROUND)]
        if asked := REASON.search(after[:NEAR]):  # what follows is the reporting server's own guess
            return asked.group(1)
        if len(re.findall(r"[^\W\d_]{3,}", after)) > 1:
            return " ".join(after.split())
    return " ".join(report.split())[: 3 * AROUND]


def address_in(report: str, ours: set[str], sent_to: str | None) -> str | None:
    """After certain words; else the one we wrote to; else at the head of a line; else the only one there is."""
    for one in candidates(report[:LOOKED_AT], sent_to):
        clean = tidy(one)
        if clean not in ours and not SENDER.search(clean):
            return clean
    return None


def candidates(report: str, sent_to: str | None) -> Iterator[str]:
    for word in islice(NAMES.finditer(report), MOST):
        found = ADDRESS.search(report, word.end(), word.end() + NEAR)
        if found and is_theirs(report, found.start()):
            yield found.group()
    if sent_to and sent_to in report.lower():
        yield sent_to
    yield from (found.group(1) for found in islice(HEAD.finditer(report), MOST))
    anywhere = {found.group() for found in islice(ADDRESS.finditer(report), MOST) if is_theirs(report, found.start())}
    if len(anywhere) == 1:  # of several in running text any may be an example
        yield from anywhere


def is_theirs(report: str, at: int) -> bool:
    return not NOT_THEIRS.search(report, max(0, at - 40), at)


def first_of(text: str) -> str | None:
    found = ADDRESS.search(text)
    return tidy(found.group()) if found else None


def tidy(address: str) -> str:
    return address.strip(".").lower()
