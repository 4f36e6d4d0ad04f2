"""Whether devices can be told at all, which of somebody's can be told now, and how a session knows its device."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.push_key import public_key
from portal.notifications.channels.outgoing import NotAllowed, checked_place, is_loopback
from portal.notifications.models import PushSubscription
from portal.notifications.models.suppression import keyed

IN_SESSION = "push_device"


def can_push() -> bool:
    """Without a key nothing of it shows anywhere, and nothing is asked of the database."""
    return bool(settings.PUSH_KEY)


def site_key() -> str:
    """What a browser needs to know of us before it allows anything."""
    return public_key(settings.PUSH_KEY)


def site_key_mark() -> str:
    return keyed(site_key(), purpose="push-site-key")[:32]


def sign_in_mark(user: User) -> str:
    """Changes when the password does: like sessions, devices that were turned on before it are told nothing more."""
    return keyed(user.get_session_auth_hash(), purpose="push-sign-in")[:32]


def binding(user: User, session: Any) -> str:
    """What holds a device to its session; a page compares it with what the device remembers. Nothing without keys."""
    return f"{session.get(IN_SESSION, '')}:{site_key_mark()[:12]}:{sign_in_mark(user)[:12]}"


def checked_endpoint(endpoint: str) -> str:
    """Of a push service that this site works with, over TLS. Raises NotAllowed."""
    _scheme, host, _port, _path = checked_place(endpoint)
    host = host.lower().rstrip(".")
    known = any(host == name or host.endswith(f".{name}") for name in settings.PUSH_SERVICES)
    if not known and not (settings.DEMO and is_loopback(host)):
        raise NotAllowed(_("This browser gets its messages from a service that we do not work with."))
    return urlsplit(endpoint).geturl()


def for_page(user: User, session: Any, *, listed: bool = False) -> dict[str, Any] | None:
    """What a page needs to keep this device up, and the person's list where it is shown; None without keys. One query
    for the list."""
    if not can_push():
        return None
    told: dict[str, Any] = {"key": site_key(), "bound": binding(user, session)}
    if listed:
        rows = list(PushSubscription.objects.owned_by(user).in_order())
        here = str(session.get(IN_SESSION, ""))
        for row in rows:
            row.asleep = not tellable(row, user)  # type: ignore[attr-defined]
        told |= {"devices": rows, "here": next((row.pk for row in rows if str(row.pk) == here), None)}
    return told


def has_device(user: Any) -> bool:
    """One query, or none without keys."""
    return can_push() and PushSubscription.objects.owned_by(user).exists()


def tellable(device: PushSubscription, user: User) -> bool:
    return device.made_for == site_key_mark() and device.signed_in_by == sign_in_mark(user)


def who_can_be_told(people: Iterable[User]) -> set[Any]:
    """Which of these have a device that can be told now, by their keys. One query, or none."""
    by_key = {person.pk: person for person in people}
    if not by_key or not can_push():
        return set()
    rows = PushSubscription.objects.filter(user_id__in=by_key).only("user_id", "made_for", "signed_in_by")
    return {row.user_id for row in rows if tellable(row, by_key[row.user_id])}
