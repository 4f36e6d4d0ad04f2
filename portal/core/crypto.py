"""Sealed fields: authenticated encryption for health data, AES-256-GCM (NIST SP 800-38D), one column at a time.

A sealed value is `version byte | key id length | key id | 12-byte nonce | ciphertext and tag`. The associated data is
`model|field|pk`, so a value copied to another row or column does not open. Keys come from the environment as
`id:base64,id:base64`; the first seals, all of them open, so a key is changed by putting the new one in front.
"""

import base64
import json
import os
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models

VERSION = 1
NONCE_BYTES = 12


class CannotOpen(Exception):
    """A sealed value was altered, moved, or sealed with a key that is no longer here."""


@lru_cache
def keyring(text: str) -> dict[str, AESGCM]:
    ring: dict[str, AESGCM] = {}
    for part in text.split(","):
        name, _, encoded = part.strip().partition(":")
        try:
            raw = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        except ValueError as error:
            raise ImproperlyConfigured("A field key is not written as id:base64.") from error
        if not name or len(raw) != 32:
            raise ImproperlyConfigured("A field key needs a name and exactly 32 bytes, written as id:base64.")
        ring[name] = AESGCM(raw)
    return ring


def ring_for(purpose: str) -> dict[str, AESGCM]:
    return keyring(settings.SAFETY_KEYS if purpose == "safety" else settings.FIELD_KEYS)


def label_of_first_key(purpose: str) -> bytes:
    """With what every value begins that is sealed now."""
    name = next(iter(ring_for(purpose))).encode()
    return bytes([VERSION, len(name)]) + name


def seal(plain: bytes, *, associated: str, purpose: str = "health") -> bytes:
    """Encrypt `plain` so that it opens only with the same `associated` text."""
    key = next(iter(ring_for(purpose).values()))
    nonce = os.urandom(NONCE_BYTES)
    return label_of_first_key(purpose) + nonce + key.encrypt(nonce, plain, associated.encode())


def unseal(sealed: bytes, *, associated: str, purpose: str = "health") -> bytes:
    """Decrypt what `seal` made. Raises CannotOpen."""
    try:
        size = sealed[1]
        name = sealed[2 : 2 + size].decode()
        nonce = sealed[2 + size : 2 + size + NONCE_BYTES]
        return ring_for(purpose)[name].decrypt(nonce, sealed[2 + size + NONCE_BYTES :], associated.encode())
    except (InvalidTag, KeyError, IndexError, UnicodeDecodeError, ValueError) as error:
        raise CannotOpen("A sealed value does not open with the keys of this site.") from error


class SealedColumn(models.BinaryField):
    """Where the sealed bytes lie. Never used in a filter, `values()` or `update()`; a test guards that."""


class Sealed:
    """A descriptor that seals on assignment and opens on first reading.

    `notes = Sealed("notes_sealed")` beside `notes_sealed = SealedColumn(null=True)`. Values are anything JSON can
    hold; None stays None. The model needs a primary key made in Python.
    """

    def __init__(self, column: str, *, purpose: str = "health") -> None:
        self.column = column
        self.purpose = purpose

    def __set_name__(self, owner: type[models.Model], name: str) -> None:
        self.name = name

    def associated(self, instance: models.Model) -> str:
        return f"{instance._meta.label_lower}|{self.name}|{instance.pk}"

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        cache = instance.__dict__.setdefault("_opened", {})
        sealed = getattr(instance, self.column)
        sealed = bytes(sealed) if sealed is not None else None
        if self.name in cache and cache[self.name][0] == sealed:
            return cache[self.name][1]
        value = None
        if sealed is not None:
            value = json.loads(unseal(sealed, associated=self.associated(instance), purpose=self.purpose))
        cache[self.name] = (sealed, value)
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        sealed = None
        if value is not None:
            plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            sealed = seal(plain, associated=self.associated(instance), purpose=self.purpose)
        setattr(instance, self.column, sealed)
        instance.__dict__.setdefault("_opened", {})[self.name] = (sealed, value)
