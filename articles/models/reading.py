"""What readers do with guides: keep them, prepare questions, say whether they helped."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from portal.core.crypto import Sealed, SealedColumn


class SavedQuerySet(models.QuerySet["SavedArticle"]):
    def owned_by(self, user: Any) -> "SavedQuerySet":
        """The only door: what one keeps oneself."""
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()


class SavedArticle(models.Model):
    """A guide that somebody keeps for later. `anchor` is the heading they stopped at, if they asked to keep that."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_articles")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=140, blank=True)
    saved_at = models.DateTimeField(auto_now_add=True)

    objects = SavedQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["person", "article"], name="saved_article_once")]

    def __str__(self) -> str:
        return str(self.pk)


class QuestionQuerySet(models.QuerySet["AppointmentQuestion"]):
    def owned_by(self, user: Any) -> "QuestionQuerySet":
        """The only door: one's own questions."""
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()


class AppointmentQuestion(models.Model):
    """A question to take to an appointment. Its words are sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="appointment_questions")
    words_sealed = SealedColumn()
    words = Sealed("words_sealed")
    position = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "added_at", "id"]

    def __str__(self) -> str:
        return str(self.pk)


class HelpfulVote(models.Model):
    """Whether one version of a guide helped, and why not. Nothing here says who."""

    class Reason(models.TextChoices):
        HARD = "hard", _("It is hard to understand")
        MISSING = "missing", _("What I looked for is not here")
        WRONG = "wrong", _("Something seems wrong or out of date")
        UPSET = "upset", _("It upset me")
        OTHER = "other", _("Something else")

    revision = models.ForeignKey("Revision", models.PROTECT, related_name="votes")
    helpful = models.BooleanField()
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    on = models.DateField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["revision", "helpful"], name="helpful_vote_counted")]

    def __str__(self) -> str:
        return str(self.pk)


class ReadCount(models.Model):
    """How often a guide was opened on a day. Nothing here says by whom."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="read_counts")
    on = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "on"], name="read_count_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on}: {self.count}"


class UnansweredQuery(models.Model):
    """Words that three different people searched for without an answer. Kept for 90 days; nothing says who."""

    language = models.CharField(_("language"), max_length=16)
    query = models.CharField(_("words"), max_length=200)
    people = models.PositiveIntegerField(_("people"))
    first_on = models.DateField(_("first asked"))
    last_on = models.DateField(_("last asked"))

    class Meta:
        ordering = ["-people", "query"]
        verbose_name = _("search without an answer")
        verbose_name_plural = _("searches without an answer")
        constraints = [models.UniqueConstraint(fields=["language", "query"], name="unanswered_query_once")]

    def __str__(self) -> str:
        return self.query
