"""A mail provider's own report of returned mail: signed, young, and taken in once."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import SeenCall
from portal.notifications.models.suppression import keyed
from portal.notifications.operations.bounces import KINDS, take_note

GOOD_FOR = timedelta(minutes=5)
MOST = 1000


class NotTrusted(Exception):
    """The call is not signed by whoever holds the secret, or not now."""


class TooMany(Exception):
    """More events than one call may bring. None of them counts, so that the provider sends fewer and loses none."""


def signature_of(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA-256 over `timestamp.body`, in hex."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def need_trust(*, timestamp: str, signature: str, body: bytes) -> None:
    """Raises NotTrusted. Every secret is tried, so that one can be replaced without a gap."""
    given = signature.strip().removeprefix("sha256=").lower().encode()
    right = [hmac.compare_digest(signature_of(one, timestamp, body).encode(), given) for one in settings.BOUNCE_SECRETS]
    if not any(right):
        raise NotTrusted("signature")
    if not timestamp.isdecimal() or abs(handrail_now().timestamp() - int(timestamp[:12])) > GOOD_FOR.total_seconds():
        raise NotTrusted("time")


@transaction.atomic
def take_in(*, timestamp: str, signature: str, body: bytes, events: Sequence[Any]) -> bool:
    """Note each event; returns whether the call was new. Raises NotTrusted, TooMany, or RuleViolation for an
    event that is none, and then nothing of the call counts."""
    need_trust(timestamp=timestamp, signature=signature, body=body)
    if len(events) > MOST:
        raise TooMany
    SeenCall.objects.filter(at__lt=handrail_now() - 3 * GOOD_FOR).delete()
    key = keyed(f"{timestamp}|{hashlib.sha256(body).hexdigest()}", purpose="bounce-call")
    _row, new = SeenCall.objects.get_or_create(signature_key=key)
    if not new:
        return False
    for one in events:
        note(one)
    return True


def note(event: Any) -> None:
    kind = event.get("kind") if isinstance(event, dict) else None
    address = event.get("address") if isinstance(event, dict) else None
    message_id = event.get("message_id", "") if isinstance(event, dict) else ""
    if kind not in KINDS or not isinstance(message_id, str) or not isinstance(address, str | None):
        raise RuleViolation("Each event needs a kind (hard, soft or complaint) and an address.", code="not_an_event")
    if not (message_id or (address and "@" in address)):
        raise RuleViolation("Each event needs an address or a message_id.", code="not_an_event")
    take_note(kind=kind, address=address, message_id=message_id[:120])
