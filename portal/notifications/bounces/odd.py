"""Reports of servers that do not write the standard one: qmail, Exim, Sendmail, Exchange, Notes and others."""

import re
from dataclasses import dataclass
from email.message import Message

LONGEST = 100_000  # characters of prose; what a server has to say stands at the beginning
AUTOMATIC = re.compile(
    r"^(?:re: ?)?(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)"
    r"|autoreply|vacation|away from|on (?:holiday|leave|vacation)|i am (?:away|out)|abwesen"
    r"|automatische antwort|r[eé]ponse automatique|absen[ct]e|fuera de|respuesta autom|risposta automatica)",
    re.I,
)
SENDER = re.compile(r"mailer-daemon|postmaster|mail delivery (?:sub)?system|mailerdaemon|mail-daemon|mdaemon", re.I)
SUBJECT = re.compile(
    r"undeliver|delivery (?:status )?(?:notification|failure|failed|has failed|problem|report|delayed)"
    r"|returned mail|mail delivery failed|failure notice|delivery failure|could not be delivered"
    r"|couldn't be delivered|non[- ]?delivery|message (?:you sent|delayed)|warning: (?:could not|message)"
    r"|unzustellbar|nicht zugestellt|non remis|mail system error|returning message to sender|bounce"
    r"|no entregado|delayed mail",
    re.I,
)
COPY_BEGINS = re.compile(
    r"^(?:-{2,} ?(?:below this line is a copy|this is a copy of|original message|your original message"
    r"|returned message|(?:the )?(?:body|header) of|unsent message|enclosed is a copy|message header"
    r"|copy of the original)|original message (?:headers|follows)|received: from |your message (?:follows"
    r"|reads)|the original message)",
    re.I | re.M,
)
DELAYED = re.compile(
    r"this is (?:only )?a warning|warning message only|you do not need to resend|do not need to resend"
    r"|still being retried|will (?:continue to|keep) (?:try|retry)|will be retried|not yet been delivered"
    r"|has been delayed|delivery (?:is |to the following recipients? (?:is|has been) )?delayed"
    r"|transient non-fatal errors",
    re.I,
)
GIVEN_UP = re.compile(r"permanent fatal errors|failed permanently|permanent error|given up|giving up", re.I)
ADDRESS = re.compile(r"[^\s<>\"'(),:;@\[\]=]{1,64}@[A-Za-z0-9.-]{1,250}\.[A-Za-z]{2,63}")

HEAD = re.compile(rf"^[ \t>*-]*(?:to:?|recipient:?|user|address:?)?[ \t]*[<('\"]*({ADDRESS.pattern})", re.M | re.I)


@dataclass(frozen=True, slots=True)
class Odd:
    address: str | None
    words: str
    delayed: bool


def odd_report(mail: Message) -> Odd | None:
    """A report in prose, or None for a mail that is none."""
    sender, subject = str(mail.get("From") or ""), str(mail.get("Subject") or "")
    failed = str(mail.get("X-Failed-Recipients") or "")
    text = text_of(mail)
    known = text.lstrip().startswith("Hi. This is the qmail-send program")
    if not (failed or known or SENDER.search(sender) or SUBJECT.search(subject)):
        return None
    found = COPY_BEGINS.search(text)
    report = text[: found.start()] if found and found.start() > 0 else text
    address = first_of(failed) or address_in(report, ours(mail)) or first_of(str(mail.get("X-Original-To") or ""))
    words = " ".join(said_about(address, report).split())[:4000]
    delayed = bool(DELAYED.search(f"{subject} {report}")) and not GIVEN_UP.search(report)
    if address is None and not SENDER.search(sender) and not known:
        return None
    return Odd(address, words, delayed)


def said_about(address: str | None, report: str) -> str:
    """From the line on that names the address, when something follows there; else all of it."""
    at = report.lower().find(address.lower()) if address else -1
    if at < 0:
        return report
    after = report[report.rfind("\n", 0, at) + 1 :]
    return after if len(after.split()) > 3 else report


def ours(mail: Message) -> set[str]:
    """Addresses that a report names without meaning the one that failed: its sender, and where it was sent to."""
    names = ("From", "To", "Delivered-To", "Reply-To", "Return-Path", "Sender")
    return {one.lower() for name in names for one in ADDRESS.findall(str(mail.get(name) or ""))}


def address_in(report: str, others: set[str]) -> str | None:
    """The first that stands at the head of a line, as servers list them, else the first at all."""
    heads = re.findall(
        rf"^[ \t>*-]*(?:to:?|recipient:?|user|address:?)?[ \t]*[<('\"]*({ADDRESS.pattern})", report, re.M | re.I
    )
    for one in [*heads, *ADDRESS.findall(report)]:
        clean = one.strip(".").lower()
        if clean not in others and not SENDER.search(clean):
            return clean
    return None


def first_of(text: str) -> str | None:
    found = ADDRESS.search(text)
    return found.group(0).strip(".").lower() if found else None


def text_of(mail: Message) -> str:
    """All that is said in prose before the copy of our own mail; HTML only where there is nothing else."""
    plain: list[str] = []
    html: list[str] = []
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            break
        if part.is_multipart() or part.get_filename():
            continue
        if kind in {"text/plain", "text/html"}:
            (plain if kind == "text/plain" else html).append(decoded(part))
    if plain:
        return "\n".join(plain)[:LONGEST]
    return "\n".join(re.sub(r"<[^>@]{1,500}>|&nbsp;", " ", one[:LONGEST]) for one in html)


def decoded(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return str(part.get_payload())
    try:
        return raw.decode(part.get_content_charset() or "utf-8", errors="replace")
    except LookupError:
        return raw.decode("utf-8", errors="replace")
