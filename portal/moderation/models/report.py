"""What people reported, and what the thing said at that moment."""

import hashlib
import json
import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from portal.core.reportables import Snapshot
from portal.moderation.bands import Reason


class Evidence(models.Model):
    """A copy of a thing as it was, sealed. Edits, deletion and erasure do not reach it; the end of retention does.

    `sha256` is taken over the opened payload. That holds a random salt, so the digest proves the copy but lets nobody
    guess the words.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("moderation.Case", models.PROTECT, related_name="evidence")
    taken_at = models.DateTimeField(default=timezone.now, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    payload_sealed = SealedColumn(null=True)
    payload = Sealed("payload_sealed", purpose="safety")
    keep_until = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("kept copy")
        verbose_name_plural = _("kept copies")
        ordering = ["taken_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(payload_sealed__isnull=False) | Q(retired_at__isnull=False), name="evidence_kept_or_retired"
            )
        ]
        indexes = [models.Index(fields=["keep_until"], condition=Q(retired_at=None), name="evidence_to_retire")]

    def __str__(self) -> str:
        return str(self.pk)

    def fill(self, snapshot: Snapshot) -> None:
        """Seal this snapshot and take its digest. Does not save."""
        payload = {
            "title": snapshot.title,
            "text": snapshot.text,
            "html": snapshot.html,
            "edit_number": snapshot.edit_number,
            "salt": secrets.token_hex(16),
        }
        self.payload = payload
        self.sha256 = digest_of(payload)

    @property
    def is_whole(self) -> bool:
        """Whether the copy still is what was taken."""
        return self.payload is not None and digest_of(self.payload) == self.sha256

    def says(self, snapshot: Snapshot) -> bool:
        held = self.payload
        return held is not None and (held["title"], held["text"], held["edit_number"]) == (
            snapshot.title, snapshot.text, snapshot.edit_number,
        )  # fmt: skip


def digest_of(payload: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(payload, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class ReportQuerySet(models.QuerySet["Report"]):
    def owned_by(self, user: Any) -> "ReportQuerySet":
        """The door for a person's own reports. Nobody else learns who reported."""
        return self.filter(reporter=user) if user.is_authenticated else self.none()


class Report(models.Model):
    """One person's report, or a signed-out reader's. The author never learns who it was."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("moderation.Case", models.PROTECT, related_name="reports")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="reports_made"
    )
    reason = models.CharField(max_length=12, choices=Reason.choices)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    words_sealed = SealedColumn(null=True)
    words = Sealed("words_sealed", purpose="safety")

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reporter"], condition=Q(reporter__isnull=False), name="report_once_per_person_and_case"
            )
        ]
        indexes = [models.Index(fields=["reporter", "-created_at"], name="report_of_reporter")]

    def __str__(self) -> str:
        return str(self.pk)
