"""What a device shows: never more than the neutral subject of the mail, because a locked screen is read by others."""

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi

from portal.core.kinds import Message
from portal.notifications.channels.in_app import subject_of
from portal.notifications.models import Delivery
from portal.notifications.models.suppression import keyed

MOST_BUTTONS = 2  # more are not shown


def topic(delivery: Delivery) -> str:
    """One name for all that is said of one matter to one person. A service keeps only the newest of it for a device
    that is away, and a device shows one: copies and snoozes replace each other. It tells nothing, and has 32 signs of
    those that RFC 8030 §5.4 allows."""
    said = f"{delivery.recipient_id}|{delivery.kind}|{subject_of(delivery.subject_key)}"
    return keyed(said, purpose="push-topic")[:32]


def own_path(url: str) -> str:
    """Where it leads on this site: a worker opens nothing else."""
    path = url.removeprefix(settings.BASE_URL)
    return path if path.startswith("/") and not path.startswith("//") else reverse("notifications:inbox")


def words_of(delivery: Delivery, message: Message) -> dict[str, Any]:
    """In the language that is active."""
    buttons = [one for one in message.actions if one.quick][:MOST_BUTTONS]
    return {
        "title": settings.SITE_NAME,
        "body": str(message.subject),
        "tag": topic(delivery),
        "url": own_path(str(message.url)),
        "actions": [{"title": str(one.quick), "url": own_path(one.url)} for one in buttons],
        "lang": get_language() or settings.LANGUAGE_CODE,
        "dir": "rtl" if get_language_bidi() else "ltr",
    }


def as_sent(delivery: Delivery, message: Message) -> bytes:
    return json.dumps(words_of(delivery, message), ensure_ascii=False, separators=(",", ":")).encode()
