"""Answers to requests of programs, so that one sent twice is done once."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.core.crypto import Sealed, SealedColumn


class AnsweredRequest(models.Model):
    """The answer a program got for one of its Idempotency-Keys. The key is kept as a digest and the answer sealed: it
    may hold what somebody wrote. Kept for a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key_digest = models.BinaryField(max_length=32)
    request_digest = models.BinaryField(max_length=32)
    answer_sealed = SealedColumn(null=True)
    answer = Sealed("answer_sealed")  # {"status", "headers", "body"}
    answered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key_digest"], name="answered_once_per_key")]
        indexes = [models.Index(fields=["answered_at"], name="answered_at")]

    def __str__(self) -> str:
        return str(self.pk)
