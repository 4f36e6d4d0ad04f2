"""One message as an email: text and HTML with the same content, and the headers that let people get less of it."""

from binascii import b2a_qp
from email.header import Header
from email.utils import format_datetime, formataddr, parseaddr
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi

from portal.core.kinds import Action, Kind, Message, kinds
from portal.notifications.channels.mould import both_forms
from portal.notifications.links import absolute, path_of, unsubscribe_url
from portal.notifications.models import Delivery
from portal.notifications.models.preference import EVERY_KIND
from portal.notifications.models.suppression import keyed

SHORT = 76


def message_id(delivery: Delivery) -> str:
    """The same for every copy of one delivery, so that mail readers can drop a second one; it tells nothing."""
    domain = sender_address(settings.DEFAULT_FROM_EMAIL).rpartition("@")[2] or "localhost"
    return f"<{keyed(str(delivery.pk), purpose='message-id')[:40]}@{domain}>"


def whole(url: str) -> str:
    return absolute(url) if url.startswith("/") else url


def less_mail(delivery: Delivery, kind: Kind | None) -> dict[str, str]:
    """Three ways to get less: choose, stop this kind, rest them all. None for what must always arrive."""
    if kind is None or not kind.optional or delivery.recipient_id is None:
        return {}
    return {
        "settings": absolute(path_of("notifications:preferences")),
        "stop": unsubscribe_url(delivery.kind, delivery.recipient_id),
        "rest": unsubscribe_url(EVERY_KIND, delivery.recipient_id),
    }


def context_for(delivery: Delivery, message: Message) -> dict[str, Any]:
    kind = kinds.find(delivery.kind)
    actions = [Action(one.label, whole(one.url), one.main) for one in message.actions]
    if not actions and message.url:
        actions = [Action(settings.SITE_NAME, whole(message.url), True)]
    return {
        "message": message,
        "actions": actions,
        "kind_label": kind.label if kind else "",
        "less": less_mail(delivery, kind),
        "has_account": "yes" if delivery.recipient_id else "",  # somebody who is invited has none that we know of
        "site_name": settings.SITE_NAME,
        "site_url": settings.BASE_URL,
        "urgent_url": absolute("/urgent-help/"),
        "language": get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_bidi() else "ltr",
    }


def compose(delivery: Delivery, message: Message, address: str) -> bytes:
    """The whole letter, in the language that is active (RFC 5322, RFC 2046). Raises ValueError for a header that holds
    a line break, and for an address that is not ASCII.

    Written by hand: the library's own parses every header again and takes longer than all the rest of sending.
    """
    context = context_for(delivery, message)
    known_as = message_id(delivery)
    headers = {
        "From": sender_as_header(settings.DEFAULT_FROM_EMAIL),
        "To": address,
        "Subject": text_as_header(str(message.subject)),
        "Date": format_datetime(timezone.now()),
        "Message-ID": known_as,
        "Auto-Submitted": "auto-generated",
        "Content-Language": context["language"],
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="{known_as[1:33]}"',
    }
    if context["less"]:
        headers["List-Unsubscribe"] = f"<{context['less']['stop']}>"
        if context["less"]["stop"].startswith("https://"):  # one press is offered over https alone (RFC 8058, 3.1)
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    edge = f"--{known_as[1:33]}"
    text, html = both_forms(context)
    parts = [
        *(one_header(name, value) for name, value in headers.items()), "",
        edge, *part("plain", text),
        edge, *part("html", html),
        f"{edge}--", "",
    ]  # fmt: skip
    return "\r\n".join(parts).encode("ascii")


def part(kind: str, words: str) -> tuple[str, ...]:
    """One form of the words, in lines of at most 76 signs."""
    lines = "\n".join(words.splitlines()) + "\n"
    quoted = b2a_qp(lines.encode(), istext=True).decode("ascii").replace("\n", "\r\n")
    headers = (f"Content-Type: text/{kind}; charset=utf-8", "Content-Transfer-Encoding: quoted-printable")
    return (*headers, "", quoted)


def one_header(name: str, value: str) -> str:
    if "\n" in value.replace("\r\n ", "") or "\r" in value.replace("\r\n ", ""):
        raise ValueError(f"A linefeed in the header {name}.")
    return f"{name}: {value}"


def text_as_header(text: str) -> str:
    """Encoded when it is more than plain ASCII or too long for one line (RFC 2047)."""
    if "\n" in text or "\r" in text:
        raise ValueError("A linefeed in a header.")
    if text.isascii() and len(text) < SHORT:
        return text
    return Header(text, "utf-8", maxlinelen=SHORT, header_name="Subject").encode(linesep="\r\n")


@lru_cache
def sender_as_header(sender: str) -> str:
    return formataddr(parseaddr(sender))


@lru_cache
def sender_address(sender: str) -> str:
    return parseaddr(sender)[1]
