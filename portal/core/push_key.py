"""The key by which push services know this site (RFC 8292): one on P-256, written as its 32 secret bytes in base64url.

Nothing here reads the settings, because the settings read this.
"""

import base64
import binascii
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.exceptions import ImproperlyConfigured

CURVE = ec.SECP256R1()
SECRET_BYTES = 32
# Of Chrome and its kin, Firefox, Safari and Edge; with whatever lies below these names.
SERVICES = [
    "fcm.googleapis.com", "jmt17.google.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com",
]  # fmt: skip


def written(raw: bytes) -> str:
    """Base64url without its padding, as all of web push writes it."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read(text: str) -> bytes:
    """Raises ValueError for what is not base64url."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base64url") from error


def new_key() -> str:
    secret = ec.generate_private_key(CURVE).private_numbers().private_value
    return written(secret.to_bytes(SECRET_BYTES, "big"))


@lru_cache(maxsize=8)
def private_key(text: str) -> ec.EllipticCurvePrivateKey:
    """Raises ValueError."""
    raw = read(text)
    if len(raw) != SECRET_BYTES:
        raise ValueError("not 32 bytes")
    return ec.derive_private_key(int.from_bytes(raw, "big"), CURVE)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """Its 65 bytes, uncompressed (X9.62)."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@lru_cache(maxsize=8)
def public_key(text: str) -> str:
    """What a browser is told, for the private key in `text`. Raises ValueError."""
    return written(point(private_key(text).public_key()))


def what_is_wrong(key: str, contact: str) -> str:
    """Why these settings cannot be used, in a sentence that does not repeat the key; nothing when they can."""
    try:
        private_key(key)
    except ValueError:
        return "HANDRAIL_PUSH_KEY is not a key: make one with `python -m portal.launch push-key`."
    if not contact.startswith(("mailto:", "https://")):
        return "HANDRAIL_PUSH_CONTACT says whom push services may write to: mailto:… or https://…"
    return ""


def from_environment(env: Any) -> tuple[str, str, list[str]]:
    """The key, whom services may write to, and the services. Raises ImproperlyConfigured for what cannot work."""
    key, contact = env.str("HANDRAIL_PUSH_KEY", default=""), env.str("HANDRAIL_PUSH_CONTACT", default="")
    if key and (wrong := what_is_wrong(key, contact)):
        raise ImproperlyConfigured(wrong)
    return key, contact, env.list("HANDRAIL_PUSH_SERVICES", default=SERVICES)
