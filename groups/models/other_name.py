"""Speaking under another name in one thread, not meeting such a voice, and the only way behind it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.thread import ThreadVoice
from portal.core.crypto import Sealed, SealedColumn


class HiddenVoice(models.Model):
    """A voice with another name that one reader does not want to meet. It says nothing about the account behind it, so
    it changes no other thread."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="voices_hidden")
    voice = models.ForeignKey(ThreadVoice, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("hidden voice")
        verbose_name_plural = _("hidden voices")
        constraints = [models.UniqueConstraint(fields=["user", "voice"], name="voice_hidden_once")]

    def __str__(self) -> str:
        return str(self.pk)


class RevealQuerySet(models.QuerySet["Reveal"]):
    def visible_to(self, user: Any) -> "RevealQuerySet":
        """The door: the moderators of the very group in which the voice speaks. No staff role opens it."""
        from groups.models.group import mine

        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Exists(mine(user, "voice__thread__group").moderating()))


class Reveal(models.Model):
    """One moderator asks who speaks under another name, and says why; a second one grants it, or does not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    voice = models.ForeignKey(ThreadVoice, models.CASCADE, related_name="reveals")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="reveals_asked")
    reason_sealed = SealedColumn(editable=False)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="reveals_decided"
    )
    granted_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    reason = Sealed("reason_sealed", purpose="safety")

    objects = RevealQuerySet.as_manager()

    class Meta:
        verbose_name = _("reveal of another name")
        verbose_name_plural = _("reveals of other names")
        constraints = [
            models.CheckConstraint(condition=~Q(decided_by=F("asked_by")), name="reveal_takes_two"),
            models.CheckConstraint(condition=Q(granted_at=None) | Q(refused_at=None), name="reveal_granted_or_refused"),
            models.UniqueConstraint(
                fields=["voice"], condition=Q(granted_at=None, refused_at=None), name="reveal_asked_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
