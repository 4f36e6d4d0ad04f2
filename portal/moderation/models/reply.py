"""Messages to start from, by reason and language. They are always read and changed before they are sent."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.moderation.bands import Reason


class Reply(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reason = models.CharField(_("for the reason"), max_length=12, choices=Reason.choices, default=Reason.OTHER)
    language = models.CharField(_("language"), max_length=16, default="en")
    label = models.CharField(_("name on the desk"), max_length=80)
    body = models.TextField(_("message"), max_length=4000)
    retired_at = models.DateTimeField(_("no longer offered since"), null=True, blank=True)

    class Meta:
        verbose_name = _("saved message")
        verbose_name_plural = _("saved messages")
        ordering = ["language", "label"]
        constraints = [
            models.UniqueConstraint(fields=["language", "label"], name="reply_label_once_per_language"),
            models.CheckConstraint(condition=~models.Q(body=""), name="reply_says_something"),
        ]
        indexes = [models.Index(fields=["language"], condition=models.Q(retired_at=None), name="reply_offered")]

    def __str__(self) -> str:
        return self.label
