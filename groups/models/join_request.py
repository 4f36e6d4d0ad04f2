"""Asking to come in. What people say about themselves is health information, so it is sealed, and so is the reply."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import mine
from portal.core.crypto import Sealed, SealedColumn


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    def visible_to(self, user: Any) -> "JoinRequestQuerySet":
        """The door: one's own requests, and those of groups one moderates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(user_id=user.pk) | Q(Exists(mine(user, "group").moderating())))

    def moderated_by(self, user: Any) -> "JoinRequestQuerySet":
        """After the door: those one may decide, being a moderator of their group."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Exists(mine(user, "group").moderating()))

    def open(self) -> "JoinRequestQuerySet":
        return self.filter(decided_at=None, withdrawn_at=None)


class JoinRequest(models.Model):
    class Decision(models.TextChoices):
        APPROVED = "approved", _("Let in")
        DECLINED = "declined", _("Not this time")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.SupportGroup", models.CASCADE, related_name="join_requests")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="join_requests")
    answers_sealed = SealedColumn(null=True, editable=False)
    rules_version_agreed = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="join_requests_decided"
    )
    reason_sealed = SealedColumn(null=True, editable=False)

    answers = Sealed("answers_sealed")
    reason = Sealed("reason_sealed")

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"],
                condition=Q(decided_at=None, withdrawn_at=None),
                name="join_request_open_once",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decision="") | (Q(decided_at__isnull=False) & ~Q(decision="")),
                name="join_request_decided_with_a_decision",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def said(self) -> list[dict[str, str]]:
        """Each question with its answer, as they were asked."""
        kept = self.answers or []
        return [kept] if isinstance(kept, dict) else kept
