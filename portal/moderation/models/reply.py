"""Messages to start from, by reason and language. They are always read and changed before they are sent."""

import re
import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.moderation.bands import Reason
from portal.moderation.models.case import SITE


class ReplyQuerySet(models.QuerySet["Reply"]):
    def visible_to(self, user: Any, held: list[str]) -> "ReplyQuerySet":
        """The door: the site's own, and those of the groups this person looks after. `held` is what `scopes_of` says.
        Nothing for who looks after nothing."""
        if not user.is_authenticated or not held:
            return self.none()
        return self.filter(scope__in=[SITE, *held])

    def offered(self) -> "ReplyQuerySet":
        return self.filter(retired_at=None)


class Reply(models.Model):
    """`scope` is the part of the site it belongs to. In the body `{name}`, `{group}` and `{case}` stand for whom it
    is written to, where they wrote, and the number of the case."""

    PLACEHOLDERS = ("name", "group", "case")
    MARK = re.compile(r"\{([^{}\n]*)\}")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scope = models.CharField(max_length=60, default=SITE, db_default=SITE)
    reason = models.CharField(_("for the reason"), max_length=12, choices=Reason.choices, default=Reason.OTHER)
    language = models.CharField(_("language"), max_length=16, default="en")
    label = models.CharField(_("name on the desk"), max_length=80)
    body = models.TextField(_("message"), max_length=4000)
    retired_at = models.DateTimeField(_("no longer offered since"), null=True, blank=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved message")
        verbose_name_plural = _("saved messages")
        ordering = ["language", "label"]
        constraints = [
            models.UniqueConstraint(fields=["scope", "language", "label"], name="reply_label_once_per_part"),
            models.CheckConstraint(condition=~models.Q(body=""), name="reply_says_something"),
        ]
        indexes = [
            models.Index(fields=["language", "scope"], condition=models.Q(retired_at=None), name="reply_offered_in")
        ]

    def __str__(self) -> str:
        return self.label
