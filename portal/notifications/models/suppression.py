"""Addresses that nothing is sent to. Kept as a keyed hash: the list names nobody to whoever lacks the address."""

import base64
import hmac
from functools import lru_cache

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.clock import HandrailNow


def keyed(text: str, *, purpose: str) -> str:
    """HMAC-SHA-256 under the site's index key, one namespace for each purpose; 64 hex digits."""
    return hmac.digest(_key(settings.INDEX_KEY), f"{purpose}|{text}".encode(), "sha256").hex()


@lru_cache(maxsize=4)
def _key(written: str) -> bytes:
    return base64.urlsafe_b64decode(written + "=" * (-len(written) % 4))


def address_key(address: str) -> str:
    return keyed(address.strip().lower(), purpose="address")


class Suppression(models.Model):
    class Reason(models.TextChoices):
        UNKNOWN = "unknown", _("no such mailbox")
        BOUNCED = "bounced", _("mail came back")
        COMPLAINED = "complained", _("reported as spam")

    address_key = models.CharField(max_length=64, unique=True)
    reason = models.CharField(max_length=12, choices=Reason.choices)
    created_at = models.DateTimeField(db_default=HandrailNow(), editable=False)

    def __str__(self) -> str:
        return f"{self.address_key[:12]}: {self.reason}"
