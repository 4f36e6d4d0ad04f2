"""Saying who sends: a token signed with the key of this site (RFC 8292; ES256 of RFC 7518), good at one service."""

import json
import time
from functools import lru_cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings

from portal.core.push_key import private_key, public_key, written

HOUR, GOOD_FOR = 3600, 12 * 3600  # seconds; a service takes at most 24 hours


def authorization(endpoint: str) -> str:
    """The header for one message."""
    parts = urlsplit(endpoint)
    hour = int(time.time()) // HOUR
    token = signed(settings.PUSH_KEY, settings.PUSH_CONTACT, f"{parts.scheme}://{parts.netloc}", hour)
    return f"vapid t={token}, k={public_key(settings.PUSH_KEY)}"


@lru_cache(maxsize=64)
def signed(key: str, contact: str, audience: str, hour: int) -> str:
    """One token for each service and hour: it says nothing about a message or a person."""
    claims = {"aud": audience, "exp": hour * HOUR + GOOD_FOR, "sub": contact}
    said = ".".join(written(json.dumps(part, separators=(",", ":")).encode()) for part in (HEAD, claims))
    r, s = decode_dss_signature(private_key(key).sign(said.encode(), ec.ECDSA(SHA256())))
    return f"{said}.{written(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


HEAD = {"typ": "JWT", "alg": "ES256"}
