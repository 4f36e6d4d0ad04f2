"""The inbox: one row per person, kind and subject, which is updated instead of repeated."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.core.clock import HandrailNow
from portal.core.crypto import Sealed, SealedColumn

NAMESPACE = uuid.UUID("7b5f3b0e-3f0c-5c1d-9a54-6d1d6f2f8f10")


class NoticeQuerySet(models.QuerySet["Notice"]):
    def owned_by(self, user: Any) -> "NoticeQuerySet":
        """The only door from a request to a notice: one's own inbox."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(user_id=user.pk)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def newest_first(self) -> "NoticeQuerySet":
        return self.order_by("-changed_at", "-id")


class Notice(models.Model):
    """`words` is sealed: `{"title", "lines", "url"}`. The primary key is made from person, kind and subject, so that
    the words can be sealed for the row before it is known whether it exists. `delivery_id` is the delivery that wrote
    it last, with its `subject_key`: writing the same one again does not make it unread. `gathered_at` is when it was
    seen to that a summary tells of it, and null again after each change."""

    id = models.UUIDField(primary_key=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=200)
    words_sealed = SealedColumn()
    words = Sealed("words_sealed")
    delivery_id = models.UUIDField()
    subject_key = models.CharField(max_length=200, default="", db_default="")
    gathered_at = models.DateTimeField(null=True, blank=True)
    times = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=HandrailNow(), editable=False)
    changed_at = models.DateTimeField(db_default=HandrailNow())
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind", "subject"], name="notice_once_per_subject")]
        indexes = [
            models.Index(fields=["user", "-changed_at", "-id"], name="notice_newest"),
            models.Index(fields=["user"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["changed_at"], name="notice_to_forget"),
            models.Index(fields=["id"], condition=Q(gathered_at=None), name="notice_to_gather"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"

    @staticmethod
    def key_for(user_id: uuid.UUID, kind: str, subject: str) -> uuid.UUID:
        return uuid.uuid5(NAMESPACE, f"{user_id}|{kind}|{subject}")
