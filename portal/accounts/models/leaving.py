"""Somebody asked to be erased, and has seven days to change their mind."""

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

TIME_TO_THINK = timedelta(days=7)


class LeavingQuerySet(models.QuerySet["Leaving"]):
    def owned_by(self, user: Any) -> "LeavingQuerySet":
        """The only door from a request to it: one's own."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()


class Leaving(models.Model):
    """The row goes when the person changes their mind, and with everything else when it is carried out. `token` and
    `lease_until` belong to the worker that is about to carry it out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="leaving")
    keep_words = models.BooleanField(_("keep the words, without the name"))
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)

    objects = LeavingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish to be erased")
        verbose_name_plural = _("wishes to be erased")
        indexes = [models.Index(fields=["due_at"], name="leaving_due")]

    def __str__(self) -> str:
        return str(self.pk)
