"""The audit: rows that are only ever added, each holding the digest of the one before.

The table refuses UPDATE and DELETE by trigger, and the serving role may not even try. What is worth reading in full
lies beside it, sealed, in AuditText: it can go when its retention ends, and the chain still holds, because the chain
is made of digests.
"""

import hashlib
import json
import uuid
from datetime import UTC

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn

START = "0" * 64


class AuditEntry(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    position = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(default=timezone.now)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    act = models.CharField(max_length=40)
    subject = models.CharField(max_length=120)
    text_digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit")
        ordering = ["position"]
        indexes = [
            models.Index(fields=["subject", "position"], name="audit_of_subject"),
            models.Index(fields=["actor", "position"], name="audit_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.act}"

    def expected_digest(self) -> str:
        """SHA-256 over every column and the digest before."""
        parts = [
            self.previous,
            str(self.position),
            str(self.pk),
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            str(self.actor_id or ""),
            self.act,
            self.subject,
            self.text_digest,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


class AuditText(models.Model):
    """The words beside an entry, with a salt, so that its digest lets nobody guess them once they are gone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.OneToOneField(AuditEntry, models.PROTECT, related_name="text")
    keep_until = models.DateTimeField(null=True, blank=True)
    payload_sealed = SealedColumn()
    payload = Sealed("payload_sealed", purpose="safety")

    class Meta:
        verbose_name = _("text of an audit entry")
        verbose_name_plural = _("texts of audit entries")

    def __str__(self) -> str:
        return str(self.entry_id)

    def digest(self) -> str:
        return hashlib.sha256(json.dumps(self.payload, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
