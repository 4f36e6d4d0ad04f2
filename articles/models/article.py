"""An article as its editors see it. Readers see its current revision, never these columns."""

import uuid
from typing import Any

from content_editor.models import Region
from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.blocks.figure import DRAWINGS

RESERVED_SLUGS = frozenset({"a-z", "topics", "preview", "get-help", "glossary", "organisations", "feed"})


def not_reserved(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("This address is used by a page of the library. Choose another."), code="reserved")


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible_to(self, user: Any) -> "ArticleQuerySet":
        """The only door from a request to an article: what is published, and for the newsroom the rest.

        What a reader is shown of it is its current revision. A draft has none and is seen in the preview only.
        """
        held = user.staff_roles if user.is_authenticated else None
        if held and (held.edits or held.reviews or held.administers):
            return self.all()
        return self.published()

    def published(self) -> "ArticleQuerySet":
        """What lists, search and the API hold, for everybody alike."""
        return self.filter(state=Article.State.PUBLISHED)

    def for_cards(self) -> "ArticleQuerySet":
        """With what a list shows of each, and without the long columns."""
        heavy = ("blocks", "parts", "contents")
        return self.select_related("current").defer(*(f"current__{name}" for name in heavy))

    def with_languages(self) -> "ArticleQuerySet":
        """With `languages`: in which the guide is published and at which address, the original first. No query more."""
        root = Coalesce(models.OuterRef("translation_of_id"), models.OuterRef("pk"))
        family = Article.objects.published().filter(models.Q(pk=root) | models.Q(translation_of_id=root))
        first = models.F("translation_of_id").asc(nulls_first=True)
        place = family.order_by(first, "language").values(place=JSONObject(language="language", slug="slug"))
        return self.annotate(languages=ArraySubquery(place))


class Article(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        RETIRED = "retired", _("Retired")

    class Stage(models.TextChoices):
        """Where the draft stands on its way. What readers see is `state`; both are there at once."""

        WRITING = "writing", _("Being written")
        LANGUAGE = "language", _("Plain-language check")
        REVIEW = "review", _("Clinical review")
        APPROVED = "approved", _("Approved")
        SCHEDULED = "scheduled", _("Scheduled")
        DONE = "done", _("Nothing to do")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    language = models.CharField(_("language"), max_length=16, default="en")
    slug = models.SlugField(_("address"), max_length=120, validators=[not_reserved])
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    title = models.CharField(_("title"), max_length=200)
    lead = models.TextField(_("lead"), max_length=600, help_text=_("One or two plain sentences: who it is for."))
    topics = models.ManyToManyField("vocabulary.HealthTopic", through="ArticleTopic", related_name="articles")
    art = models.CharField(_("drawing"), max_length=12, choices=list(DRAWINGS.items()), default="path")
    minutes = models.PositiveSmallIntegerField(
        _("minutes to read"), null=True, blank=True, help_text=_("Left empty, it is worked out from the words.")
    )
    sample = models.BooleanField(
        _("sample text"), default=True, help_text=_("Shows the line “Sample text, not clinically reviewed”.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=100, help_text=_("Where it stands in the library. Takes effect at once.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles_owned",
        verbose_name=_("owner"),
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    current = models.ForeignKey(
        "Revision", models.PROTECT, null=True, blank=True, editable=False, related_name="current_for"
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices, default=Stage.WRITING, editable=False)
    approved_digest = models.CharField(max_length=64, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    publish_at = models.DateTimeField(_("to be published"), null=True, blank=True, editable=False)
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deputy"),
    )
    review_due = models.DateField(_("review due"), null=True, blank=True)
    chased_on = models.DateField(null=True, blank=True, editable=False)
    grade = models.FloatField(_("reading grade"), null=True, blank=True, editable=False)
    source_revision = models.ForeignKey(
        "Revision", models.PROTECT, null=True, blank=True, editable=False, related_name="translated_in"
    )
    outdated_since = models.DateTimeField(_("out of date since"), null=True, blank=True, editable=False)
    retired_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("read instead")
    )
    external_id = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    imported_digest = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(_("edited"), auto_now=True)

    languages: list[dict[str, str]]  # what `with_languages` adds

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["language", "slug"], name="article_address_once_per_language"),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(current__isnull=False),
                name="article_published_has_a_revision",
            ),
            models.CheckConstraint(
                condition=~models.Q(translation_of=models.F("id")), name="article_not_its_own_source"
            ),
        ]

    regions = [Region(key="main", title=_("The article"))]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.language, self.slug])

    @property
    def letter(self) -> str:
        """Where it stands from A to Z: by the title readers see."""
        return (self.current.title if self.current else self.title)[:1].upper()

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED


class ArticleTopic(models.Model):
    """A health topic of an article. The one with the lowest position is the main one."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey("vocabulary.HealthTopic", models.PROTECT, related_name="+", verbose_name=_("topic"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("health topic")
        verbose_name_plural = _("health topics, the main one first")
        constraints = [models.UniqueConstraint(fields=["article", "topic"], name="article_topic_once")]

    def __str__(self) -> str:
        return str(self.topic)
