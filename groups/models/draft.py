"""Words somebody has begun and not sent. Theirs alone: no moderator, no staff role and no list of the group finds them.

What people begin to say is health information, so it is sealed. One draft per person and place, so saving again is
saving over.
"""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import SupportGroup
from groups.models.thread import Thread
from portal.core.crypto import Sealed, SealedColumn


class DraftQuerySet(models.QuerySet["Draft"]):
    def owned_by(self, user: Any) -> "DraftQuerySet":
        """The only door: one's own drafts."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def with_places(self, user: Any) -> Any:
        """Adds `thread_handle`, `thread_title`, `group_slug` and `group_name` where this user may read the place, and
        null elsewhere: a draft outlives the right to read what it answers, its title does not."""
        threads = Thread.objects.visible_to(user).filter(pk=OuterRef("thread"))
        groups = SupportGroup.objects.readable_by(user).filter(pk=OuterRef("group"))
        return self.annotate(
            thread_handle=Subquery(threads.values("public_id")[:1]),
            thread_title=Subquery(threads.values("shown_title")[:1]),
            group_slug=Subquery(groups.values("slug")[:1]),
            group_name=Subquery(groups.annotate(_name=F("name")).values("_name")[:1]),
        )


class Draft(models.Model):
    class Kind(models.TextChoices):
        THREAD = "thread", _("A new thread")
        REPLY = "reply", _("A reply")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    group = models.ForeignKey(SupportGroup, models.SET_NULL, null=True, related_name="+")
    thread = models.ForeignKey(Thread, models.SET_NULL, null=True, blank=True, related_name="+")
    words_sealed = SealedColumn(null=True, editable=False)
    saved_at = models.DateTimeField(default=timezone.now)

    words = Sealed("words_sealed")

    # what the door's companion adds
    thread_handle: str | None
    thread_title: str | None
    group_slug: str | None
    group_name: str | None

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "thread"], condition=Q(kind="reply"), name="draft_reply_once"),
            models.UniqueConstraint(fields=["user", "group"], condition=Q(kind="thread"), name="draft_thread_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def said(self, field: str) -> Any:
        """One field of the words as it was typed, or an empty string."""
        return (self.words or {}).get(field, "")
