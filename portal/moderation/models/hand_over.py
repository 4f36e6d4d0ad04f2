"""What one moderator leaves for the next at the end of a shift."""

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn

SHOWN_FOR = timedelta(hours=24)


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def visible_to(self, user: Any, held: list[str]) -> "HandOverQuerySet":
        """The door: notes of a day, for whoever looks after every part of the site that the writer looked after. A note
        may speak of any of them, so one part in common is not enough."""
        if not user.is_authenticated or not held:
            return self.none()
        return self.filter(created_at__gt=timezone.now() - SHOWN_FOR, scopes__contained_by=held)


class HandOver(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    scopes = ArrayField(models.CharField(max_length=60))
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    text_sealed = SealedColumn()
    text = Sealed("text_sealed", purpose="safety")

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over note")
        verbose_name_plural = _("hand-over notes")
        ordering = ["-created_at", "id"]
        indexes = [models.Index(fields=["-created_at"], name="hand_over_newest")]

    def __str__(self) -> str:
        return str(self.pk)
