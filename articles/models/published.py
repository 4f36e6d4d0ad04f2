"""What readers' pages read beside the revision itself. Written on publish, emptied on retire, never edited."""

import uuid
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _


class RegConfigField(models.CharField):
    """The name of a text-search configuration, in PostgreSQL's own type, so that a generated column may use it."""

    def db_type(self, connection: Any) -> str:
        return "regconfig"


class PublishedCareCard(models.Model):
    """One care card as it was published: for the help page, the diary's help and the printed card."""

    class Level(models.TextChoices):
        EMERGENCY = "emergency", _("Emergency")
        URGENT = "urgent", _("Urgent")
        NON_URGENT = "non-urgent", _("Not urgent")

    article = models.ForeignKey("Article", models.CASCADE, related_name="care_cards")
    revision = models.ForeignKey("Revision", models.PROTECT, related_name="+")
    block_id = models.UUIDField(default=uuid.uuid4)
    language = models.CharField(max_length=16)
    level = models.CharField(max_length=10, choices=Level.choices)
    position = models.PositiveSmallIntegerField()
    data = models.JSONField()
    html = models.TextField()

    class Meta:
        ordering = ["article", "position"]
        constraints = [models.UniqueConstraint(fields=["article", "block_id"], name="care_card_once")]

    def __str__(self) -> str:
        return str(self.data.get("title", ""))


class PublishedTerm(models.Model):
    """A word explained in a published guide, for the glossary page and for meanings beside the text."""

    article = models.ForeignKey("Article", models.CASCADE, related_name="terms")
    language = models.CharField(max_length=16)
    term = models.CharField(max_length=80)
    meaning = models.TextField()

    class Meta:
        ordering = ["term", "id"]
        indexes = [models.Index(fields=["language", "term"], name="published_term_by_word")]

    def __str__(self) -> str:
        return self.term


class PublishedOrganisation(models.Model):
    """An organisation named in a published guide, for the directory. `country` is two letters or "any"."""

    article = models.ForeignKey("Article", models.CASCADE, related_name="organisations")
    language = models.CharField(max_length=16)
    name = models.CharField(max_length=160)
    what = models.TextField()
    kind = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=3)
    url = models.CharField(max_length=800)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["language", "country"], name="published_organisation_place")]

    def __str__(self) -> str:
        return self.name


WORDS = "handrail_simple"
VECTOR = (
    "setweight(to_tsvector(config, title), 'A') || setweight(to_tsvector(config, heading), 'B')"
    " || setweight(to_tsvector(config, body), 'C')"
)
VOCABULARY = f"to_tsvector('{WORDS}'::regconfig, CASE WHEN whole THEN title || ' ' || body ELSE '' END)"


class Written(models.Expression):
    """SQL of our own over the columns of one row, for a generated column."""

    def __init__(self, sql: str) -> None:
        super().__init__(output_field=SearchVectorField())
        self.sql = sql

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return self.sql, ()


class SearchSection(models.Model):
    """What search reads: one row for the whole of an article, and one for each of its sections.

    `whole` rows rank articles; section rows say where in the article the answer stands.
    """

    article = models.ForeignKey("Article", models.CASCADE, related_name="search_sections")
    language = models.CharField(max_length=16)
    config = RegConfigField(max_length=63)
    whole = models.BooleanField(default=False)
    title = models.TextField(default="")
    heading = models.TextField(default="")
    body = models.TextField(default="")
    anchor = models.CharField(max_length=140, default="")
    source_block_id = models.UUIDField(null=True)
    position = models.PositiveSmallIntegerField()
    vector = models.GeneratedField(expression=Written(VECTOR), output_field=SearchVectorField(), db_persist=True)
    words = models.GeneratedField(expression=Written(VOCABULARY), output_field=SearchVectorField(), db_persist=True)

    class Meta:
        ordering = ["article", "position"]
        constraints = [models.UniqueConstraint(fields=["article", "position"], name="search_section_once")]
        indexes = [
            GinIndex(fields=["vector"], name="search_whole", condition=models.Q(whole=True)),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.heading}"


ALL_GUIDES = ""


class SearchWord(models.Model):
    """A word that search knows: its spelling, stem and sound, and in how many articles it stands.

    Words of health topics' names count too, in no article: spelling is mended to them as well. The row of the empty
    word (`ALL_GUIDES`) says how many articles there are.
    """

    language = models.CharField(max_length=16)
    word = models.CharField(max_length=80)
    stem = models.CharField(max_length=80)
    sound = models.CharField(max_length=12, default="")
    articles = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="search_word_once")]
        indexes = [
            models.Index(fields=["language", "stem"], name="search_word_stem"),
            models.Index(fields=["language", "sound"], name="search_word_sound"),
        ]

    def __str__(self) -> str:
        return self.word
