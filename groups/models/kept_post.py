"""Posts somebody keeps for themselves, with a note that nobody else reads."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post
from portal.core.crypto import Sealed, SealedColumn


class KeptPostQuerySet(models.QuerySet["KeptPost"]):
    def owned_by(self, user: Any) -> "KeptPostQuerySet":
        """The only door: one's own. Whether the post can still be read is asked of the door of posts."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def with_open_post(self, user: Any) -> Any:
        """Adds `open_post`, the handle of the post where this user may read its words, and null elsewhere."""
        posts = Post.objects.visible_to(user).filter(pk=OuterRef("post"), open_words=True)
        return self.annotate(open_post=Subquery(posts.values("public_id")[:1]))


class KeptPost(models.Model):
    """No words of the post are copied. Whoever wrote it is not told, and nothing counts how often it is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="kept_posts")
    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    note_sealed = SealedColumn(null=True, editable=False)
    kept_at = models.DateTimeField(default=timezone.now, editable=False)

    note = Sealed("note_sealed")

    objects = KeptPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept post")
        verbose_name_plural = _("kept posts")
        constraints = [models.UniqueConstraint(fields=["user", "post"], name="post_kept_once")]
        indexes = [models.Index(fields=["user", "-kept_at", "-id"], name="kept_posts_newest")]

    def __str__(self) -> str:
        return str(self.pk)
