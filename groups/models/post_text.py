"""What was said: the words of posts, their earlier versions, and quotes that point instead of copying.

These tables are guarded: pages and API never query them. Words come through `Post.objects.visible_to(…).with_words()`,
which reads them only where the viewer may.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post

CONFIGS = {"en": "english"}  # how PostgreSQL reads words of a language; others as they are


class PostText(models.Model):
    post = models.OneToOneField(Post, models.CASCADE, primary_key=True, related_name="text")
    body = models.TextField()
    html = models.TextField(help_text=_("Rendered once; quotes are placeholders, filled in for each viewer."))
    renderer_version = models.PositiveSmallIntegerField()
    edit_number = models.PositiveIntegerField(default=0)
    search = SearchVectorField(null=True, editable=False)
    # The post's group and time once more, so that a search reads one table to know the newest matches of some groups.
    group = models.ForeignKey("groups.SupportGroup", models.CASCADE, related_name="+", db_index=False, editable=False)
    said_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("words of a post")
        verbose_name_plural = _("words of posts")
        indexes = [
            GinIndex(fields=["search"], name="post_words_search"),
            models.Index(fields=["said_at", "post"], name="post_words_by_time"),
            models.Index(fields=["group", "said_at"], name="post_words_of_group"),
        ]

    def __str__(self) -> str:
        return str(self.post_id)


class PostEdit(models.Model):
    """What a post said before an edit. `edit_number` is that of the earlier words, so the first version is 0."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="edits")
    edit_number = models.PositiveIntegerField()
    body = models.TextField()
    replaced_at = models.DateTimeField(default=timezone.now)
    redacted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        ordering = ["post", "-edit_number"]
        constraints = [
            models.UniqueConstraint(fields=["post", "edit_number"], name="post_edit_once_per_number"),
            models.CheckConstraint(condition=Q(redacted_at=None) | Q(body=""), name="post_edit_redacted_is_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}, {self.edit_number}"


class Quote(models.Model):
    """A range of another post's words at one of its versions, in characters. No text is copied, so an edit, a block,
    a hiding and an erasure all reach the quote."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="quotes")
    position = models.PositiveSmallIntegerField(default=1)
    quoted = models.ForeignKey(Post, models.CASCADE, related_name="quoted_by")
    edit_number = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["post", "position"]
        constraints = [
            models.UniqueConstraint(fields=["post", "position"], name="quote_once_per_position"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="quote_has_a_length"),
            models.CheckConstraint(condition=~Q(post=F("quoted")), name="quote_of_another_post"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} quotes {self.quoted_id}"
