"""Email over SMTP. Says exactly how far each message got, which decides whether it may be sent again."""

import math
import re
import smtplib
import time

from django.conf import settings

from portal.core.kinds import Message
from portal.notifications.channels.domains import domain_in_ascii
from portal.notifications.channels.letter import compose, sender_address
from portal.notifications.channels.outcome import ForGood, ForNow, Outcome, Sent, Unknown
from portal.notifications.channels.smtp import NO, Line, Refused
from portal.notifications.models import Delivery

ENHANCED = re.compile(rb"\b([245]\.\d{1,3}\.\d{1,3})\b")
ABOUT_THE_MESSAGE = {"rcpt", "data", "dot"}  # nobody has been named at "mail": what is refused there is ourselves


class EmailChannel:
    def __init__(self) -> None:
        self.line = Line()

    def prepare(self, delivery: Delivery, message: Message) -> tuple[str, bytes]:
        """Raises ValueError for an address or a subject that cannot be one."""
        address = deliverable(address_of(delivery))
        return address, compose(delivery, message, address)

    def hand_over(self, prepared: tuple[str, bytes], until: float = math.inf) -> Outcome:
        if time.monotonic() > until:
            return ForNow("too late", "late")
        address, letter = prepared
        sender = sender_address(settings.DEFAULT_FROM_EMAIL)
        try:
            code, words = self.line.send(sender, address, letter, until)
        except Refused as no:
            stage = self.line.stage
            outcome = refusal(no.code, no.words, stage)
            if stage in {"mail", "rcpt", "data", "dot"} and no.code in NO:
                self.line.reset()
            else:
                self.line.drop()
            return outcome
        except (OSError, smtplib.SMTPException, ValueError) as error:
            stage = self.line.stage
            self.line.drop()
            code_word = str(getattr(error, "smtp_code", "")) or type(error).__name__
            return Unknown(code_word, stage) if stage == "dot" else ForNow(code_word, stage)
        return Sent(code=enhanced(words) or str(code), stage="dot")

    def close(self) -> None:
        self.line.close()


def address_of(delivery: Delivery) -> str:
    """The address sealed with the message wins; otherwise it goes to where the person is today."""
    words = delivery.words or {}
    if words.get("address"):
        return str(words["address"])
    return delivery.recipient.email if delivery.recipient else ""


def deliverable(address: str) -> str:
    """With its domain as every mail server takes it. Raises ValueError when there is none."""
    mailbox, _, domain = address.strip().rpartition("@")
    if not mailbox or not domain or any(sign in mailbox for sign in "<>\r\n\t "):
        raise ValueError("not an email address")
    return f"{mailbox}@{domain_in_ascii(domain)}"


def enhanced(words: bytes) -> str:
    found = ENHANCED.search(words or b"")
    return found.group(1).decode() if found else ""


def refusal(code: int, words: bytes, stage: str) -> Outcome:
    """4xx, and trouble with the server or with ourselves: later. 5xx about this very message: never."""
    precise = enhanced(words)
    said = precise or str(code)
    if code not in NO:
        said = "no reply" if code == -1 else said
        return Unknown(said, stage) if stage == "dot" else ForNow(said, stage)
    if code >= 500 and stage in ABOUT_THE_MESSAGE:
        return ForGood(said, stage, nobody_there=precise == "5.1.1")
    return ForNow(said, stage)
