"""A browser and its push service: a real server on this machine, and keys that only this browser holds.

Reading a message here follows RFC 8291 and RFC 8188 by hand, with HMAC alone, and shares nothing with the product.
"""

import base64
import hashlib
import hmac
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from portal.core.push_key import new_key
from portal.notifications.models import PushSubscription
from portal.notifications.operations.devices import turn_on
from tests.factories.listener import Listener

FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"


def text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hkdf(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869, for lengths of one block."""
    first = hmac.new(salt, secret, hashlib.sha256).digest()
    return hmac.new(first, info + b"\x01", hashlib.sha256).digest()[:length]


class Browser:
    """The far end of one subscription."""

    def __init__(self, endpoint: str, secret: str = "", auth: str = "") -> None:
        self.endpoint = endpoint
        number = int.from_bytes(raw(secret), "big")
        self.key = ec.derive_private_key(number, ec.SECP256R1()) if secret else ec.generate_private_key(ec.SECP256R1())
        self.public = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.auth = raw(auth) if auth else secrets.token_bytes(16)

    def subscription(self) -> dict[str, Any]:
        """As `PushSubscription.toJSON()` writes it in a page."""
        return {"endpoint": self.endpoint, "keys": {"p256dh": text(self.public), "auth": text(self.auth)}}

    def record(self, body: bytes) -> bytes:
        """What one message holds, its padding included."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        assert len(sealed) <= size
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
        secret = hkdf(self.auth, shared, b"WebPush: info\x00" + self.public + sender, 32)
        key = hkdf(salt, secret, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = hkdf(salt, secret, b"Content-Encoding: nonce\x00", 12)
        return AESGCM(key).decrypt(nonce, sealed, None)

    def words(self, body: bytes) -> dict[str, Any]:
        words = self.record(body).rstrip(b"\x00")
        assert words.endswith(b"\x02")
        return json.loads(words[:-1])


class PushService(Listener):
    """Takes messages for any number of browsers, each at a path of its own. An answer may be a status, a word of the
    Listener's, or (status, headers)."""

    def browser(self) -> Browser:
        return Browser(f"{self.url.partition('/hook')[0]}/push/{secrets.token_urlsafe(12)}")

    def answer(self, handler: BaseHTTPRequestHandler, answer: Any) -> None:
        self.paths.append(handler.path)
        self.heard.set()
        if answer == 204:
            answer = 201
        if isinstance(answer, tuple):
            handler.send_response(answer[0])
            for name, value in answer[1].items():
                handler.send_header(name, value)
            handler.end_headers()
        else:
            super().answer(handler, answer)

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.heard = threading.Event()
        super().__init__()
        self.server: ThreadingHTTPServer


def with_keys(settings: Any) -> None:
    """Web push as a site would have it that runs on this machine."""
    settings.DEMO = True
    settings.PUSH_KEY = new_key()
    settings.PUSH_CONTACT = "mailto:push@handrail.example"


def make_device(person: Any, browser: Browser) -> PushSubscription:
    """Turned on as the page does it."""
    said = browser.subscription()
    return turn_on(actor=person, endpoint=said["endpoint"], browser=FIREFOX, **said["keys"])
