"""What was published, word for word. A revision is written once; the database refuses to change or remove it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """`blocks` is the article as data, `parts` the same as HTML (one per block), `contents` the list of headings.

    Phone tokens stay tokens in all three: they become numbers when a reader's country is known.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey("Article", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    language = models.CharField(max_length=16)
    slug = models.CharField(max_length=120)
    title = models.CharField(_("title"), max_length=200)
    lead = models.TextField()
    art = models.CharField(max_length=12)
    minutes = models.PositiveSmallIntegerField()
    sample = models.BooleanField()
    topic_slugs = ArrayField(models.CharField(max_length=60))
    blocks = models.JSONField()
    parts = models.JSONField()
    contents = models.JSONField()
    digest = models.CharField(max_length=64)
    renderer_version = models.PositiveSmallIntegerField()
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    minor = models.BooleanField(default=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("reviewed by")
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True)
    source_revision = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="article_revisions",
        verbose_name=_("published by"),
    )

    class Meta:
        ordering = ["-number"]
        verbose_name = _("revision")
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once_per_article")]
        indexes = [GinIndex(fields=["topic_slugs"], name="revision_topics")]

    def __str__(self) -> str:
        return f"{self.title} · {self.number}"
