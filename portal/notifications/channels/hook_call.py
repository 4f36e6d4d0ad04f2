"""One call to another system: to the address that was checked, without following anywhere, within one deadline.

Signed as Standard Webhooks has it (https://www.standardwebhooks.com): HMAC-SHA-256 (RFC 2104) over
`id.timestamp.body`, in base64, one signature for each secret that counts.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence

from portal.notifications.channels.outgoing import exchange

SECONDS = 10.0  # for the whole of a call


def call(url: str, body: bytes, headers: dict[str, str]) -> int:
    """The status of the answer. Raises NotAllowed, Failed."""
    return exchange(url, body, headers, seconds=SECONDS).status


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()


def signed_headers(secrets: Sequence[str], message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "User-Agent": "Handrail-Webhooks/1",
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signature(one, message_id, timestamp, body) for one in secrets),
    }
