"""One message as an email: text and HTML with the same content, and the headers that let people get less of it."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi

from portal.core.kinds import Action, Kind, Message, kinds
from portal.notifications.links import absolute, unsubscribe_url
from portal.notifications.models import Delivery
from portal.notifications.models.preference import EVERY_KIND
from portal.notifications.models.suppression import keyed


def message_id(delivery: Delivery) -> str:
    """The same for every copy of one delivery, so that mail readers can drop a second one; it tells nothing."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{keyed(str(delivery.pk), purpose='message-id')[:40]}@{domain}>"


def whole(url: str) -> str:
    return absolute(url) if url.startswith("/") else url


def less_mail(delivery: Delivery, kind: Kind | None) -> dict[str, str]:
    """Three ways to get less: choose, stop this kind, rest them all. None for what must always arrive."""
    if kind is None or not kind.optional or delivery.recipient_id is None:
        return {}
    return {
        "settings": absolute(reverse("notifications:preferences")),
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
        "site_name": settings.SITE_NAME,
        "site_url": settings.BASE_URL,
        "urgent_url": absolute("/urgent-help/"),
        "language": get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_bidi() else "ltr",
    }


def compose(delivery: Delivery, message: Message, address: str) -> EmailMessage:
    """The whole letter, in the language that is active. Raises ValueError for a header that holds a line break."""
    context = context_for(delivery, message)
    letter = EmailMessage(policy=SMTP)
    letter["From"] = settings.DEFAULT_FROM_EMAIL
    letter["To"] = address
    letter["Subject"] = str(message.subject)
    letter["Date"] = format_datetime(timezone.now())
    letter["Message-ID"] = message_id(delivery)
    letter["Auto-Submitted"] = "auto-generated"
    if context["less"]:
        letter["List-Unsubscribe"] = f"<{context['less']['stop']}>"
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter.set_content(render_to_string("notifications/email/message.txt", context), cte="quoted-printable")
    html = render_to_string("notifications/email/message.html", context)
    letter.add_alternative(html, subtype="html", cte="quoted-printable")
    letter["Content-Language"] = context["language"]  # last: setting the content drops such headers
    return letter
