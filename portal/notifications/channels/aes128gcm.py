"""Words that only one browser can read: message encryption for web push (RFC 8291), coded as aes128gcm (RFC 8188).

The whole message is one record. A fresh key of our own and fresh salt for each message, so nothing is used twice.
"""

import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from portal.core.push_key import CURVE, point

RECORD_BYTES = 4096  # the least that every push service takes (RFC 8030 §7.2)
HEADER_BYTES = 16 + 4 + 1 + 65
TAG_BYTES = 16
LAST = b"\x02"  # the mark after the words of the last record; what follows it is padding
MOST_BYTES = RECORD_BYTES - HEADER_BYTES - TAG_BYTES - len(LAST)
SALT_BYTES, AUTH_BYTES = 16, 16
STEP = 1024  # lengths tell only how many of these there are


def receiver_key(raw: bytes) -> ec.EllipticCurvePublicKey:
    """The browser's key. Raises ValueError for what is not a point of the curve, written whole."""
    if len(raw) != 65 or raw[0] != 4:
        raise ValueError("not an uncompressed point")
    return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, raw)


def padded(words: bytes) -> bytes:
    """As long as the next step, so that a length says nothing of the words. Raises ValueError for too many."""
    if len(words) > MOST_BYTES:
        raise ValueError("too long for one push message")
    room = min(-(-(len(words) + len(LAST)) // STEP) * STEP, MOST_BYTES + len(LAST))
    return (words + LAST).ljust(room, b"\x00")


def encrypt(
    record: bytes, receiver: bytes, auth: bytes, *, sender: ec.EllipticCurvePrivateKey | None = None, salt: bytes = b""
) -> bytes:
    """The body of a push message: `record` is what `padded` gave. Raises ValueError for a key that is none."""
    if len(auth) != AUTH_BYTES:
        raise ValueError("not 16 bytes")
    sender, salt = sender or ec.generate_private_key(CURVE), salt or os.urandom(SALT_BYTES)
    browser, ours = receiver_key(receiver), point(sender.public_key())
    shared = sender.exchange(ec.ECDH(), browser)
    secret = derived(auth, shared, b"WebPush: info\x00" + receiver + ours, 32)
    key = derived(salt, secret, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = derived(salt, secret, b"Content-Encoding: nonce\x00", 12)
    header = salt + RECORD_BYTES.to_bytes(4, "big") + bytes([len(ours)]) + ours
    return header + AESGCM(key).encrypt(nonce, record, None)


def derived(salt: bytes, secret: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, purpose).derive(secret)
