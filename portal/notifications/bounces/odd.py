"""Reports of servers that do not write the standard one: qmail, Exim, Sendmail, Exchange, Notes and others."""

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from portal.notifications.bounces.prose import ADDRESS, SENDER, address_in, first_of, report_of, said_about, tidy

AUTOMATIC = re.compile(
    r"^\W*(?:re: ?)?(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)"
    r"|autoreply|vacation|away from|on (?:holiday|leave|vacation)|i am (?:away|out)|abwesen"
    r"|automatische antwort|r[eé]ponse automatique|absen[ct]e|fuera de|respuesta autom|risposta automatica"
    r"|automatyczna|automatisch antwoord|自動|автоответ)",
    re.I,
)
SUBJECT = re.compile(
    r"undeliver|delivery (?:status )?(?:notification|failure|failed|has failed|problem|report|delayed|warning|error)"
    r"|returned (?:mail|message)|mail delivery failed|failure (?:notice|delivery)|could ?n[o']t be delivered"
    r"|not delivered"
    r"|non[- ]?deliver|message (?:you sent|delayed|status)|warning: (?:could not|message)|mail (?:system error"
    r"|failure)"
    r"|unzustellbar|nicht zugestellt|non remis|returning message to sender|bounce|automatically rejected"
    r"|no entregado|delayed mail|mail failed|unknown (?:user|recipient)|user unknown",
    re.I,
)
ANSWER = re.compile(r"^\s*(?:re|fwd?|aw|wg|tr|rv|sv|antw|odp) ?:", re.I)
FAILED = re.compile(
    r"not (?:yet )?(?:be |been )?(?:delivered|accepted|sent|reach)|n['’]t (?:be )?deliver|undeliver|unable to deliver"
    r"|fail|reject|return|bounce|unknown|delayed|postponed|over ?quota|blocked|not a valid|does(?: not|n't) exist"
    r"|couldn't|error|aborted|trouble",
    re.I,
)
DAEMON = re.compile(r"mail(?:er)?-?daemon|mdaemon", re.I)  # a name for nothing else, whatever its language
NOT_DELIVERED = re.compile(r"not be delivered to|was not delivered|delivery (?:has )?failed|undeliverable", re.I)
ARRIVED = re.compile(
    r"successfully (?:delivered|relayed)|delivery (?:receipt|confirmation)|\((?:success|relay)\)", re.I
)
DELAYED = re.compile(
    r"this is (?:only )?an? (?:warning|advisory)|warning message only|you do not need to resend|do not need to resend"
    r"|still being retried|will (?:continue to|keep) (?:try|retry)|will be retried|(?:has )?not yet been delivered"
    r"|has been delayed|delivery (?:is |to the following recipients? (?:is|has been) )?delayed|message delayed"
    r"|transient non-fatal errors|delivery attempts will continue|has been postponed|\(delay\)",
    re.I,
)
GIVEN_UP = re.compile(
    r"permanent (?:fatal )?errors?|failed permanently|given up|giving up|not (?:going to )?try again"
    r"|will not be retried",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Odd:
    """`about` is what is said of the address, `whole` the whole report."""

    address: str | None
    about: str
    whole: str
    delayed: bool = False
    arrived: bool = False


def odd_report(mail: Message, sent_to: str | None = None) -> Odd | None:
    """A report in prose, or None for a mail that is none. `sent_to` is whom the copy of our own mail was for."""
    report, subject = report_of(mail), subject_of(mail)
    if not is_report(mail, subject, report, sent_to):
        return None
    address = first_of(str(mail.get("X-Failed-Recipients") or "")) or address_in(
        report, ours(mail) - {sent_to or ""}, sent_to
    )
    delayed = bool(DELAYED.search(f"{subject} {report}")) and not GIVEN_UP.search(report)
    arrived = bool(ARRIVED.search(f"{subject} {report[:1000]}"))
    about, whole = said_about(address, report), said_about(None, f"{subject}\n{report}")
    return Odd(address or sent_to, about, whole, delayed, arrived)


def is_report(mail: Message, subject: str, report: str, sent_to: str | None) -> bool:
    if mail.get("X-Failed-Recipients") or report.lstrip().startswith("Hi. This is the qmail-send program"):
        return True
    if DAEMON.search(str(mail.get("From") or "")):
        return True
    if not FAILED.search(f"{subject} {report}"):
        return False
    if from_a_machine(mail) or mail.get_param("report-type") == "delivery-status":
        return True
    if sent_to and NOT_DELIVERED.search(report) and not ANSWER.search(subject):
        return True
    about_somebody = sent_to is not None or ADDRESS.search(report) is not None
    return about_somebody and bool(SUBJECT.search(subject)) and not ANSWER.search(subject)


def from_a_machine(mail: Message) -> bool:
    """A mail system writes from its own name, or from none (RFC 5321, 4.5.5)."""
    sender = str(mail.get("From") or "").strip()
    rejected = "(rejected)" in str(mail.get("Auto-Submitted") or "").lower()
    return rejected or (not ADDRESS.search(sender) and sender in {"", "<>"}) or bool(SENDER.search(sender))


def ours(mail: Message) -> set[str]:
    """Addresses that a report names without meaning the one that failed: its sender, and where it was sent to."""
    names = ("From", "To", "Delivered-To", "Reply-To", "Return-Path", "Sender")
    return {tidy(one) for name in names for one in ADDRESS.findall(str(mail.get(name) or ""))}


def is_automatic_answer(mail: Message) -> bool:
    """Out of office and the like: a person is there, and will be back."""
    if mail.get("X-Failed-Recipients") or mail.get_param("report-type") == "delivery-status":
        return False
    if AUTOMATIC.search(subject_of(mail)):
        return True
    if from_a_machine(mail):
        return False
    submitted = str(mail.get("Auto-Submitted") or "").lower()
    marks = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From")
    precedence = str(mail.get("Precedence") or "").strip().lower()
    return "auto-replied" in submitted or precedence == "auto_reply" or any(mail.get(name) for name in marks)


def subject_of(mail: Message) -> str:
    try:
        return str(make_header(decode_header(str(mail.get("Subject") or ""))))
    except (MessageError, ValueError, LookupError):
        return str(mail.get("Subject") or "")
