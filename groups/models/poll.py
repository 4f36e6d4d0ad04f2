"""A question with answers to choose from, at most one in a thread. What somebody chose is theirs alone to see.

Counts are kept as they were shown last. They change only when five people have voted or changed their minds since, so
the difference between two looks is never one person's choice (docs/decisions/0014-polls.md).
"""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.thread import Thread, ThreadVoice


class PollQuerySet(models.QuerySet["Poll"]):
    def visible_to(self, user: Any) -> "PollQuerySet":
        """The door: polls of threads one may read, unless one does not meet who asked."""
        return self.filter(thread__in=Thread.objects.visible_to(user).filter(by_someone_unmet=False).order_by())


class Poll(models.Model):
    thread = models.OneToOneField(Thread, models.CASCADE, related_name="poll")
    asked_by = models.ForeignKey(ThreadVoice, models.SET_NULL, null=True, related_name="+")
    question = models.CharField(_("question"), max_length=200)
    several = models.BooleanField(_("more than one answer"), default=False)
    closes_at = models.DateTimeField(_("open until"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    shown_counts = models.JSONField(default=dict, editable=False)
    shown_people = models.PositiveIntegerField(default=0, editable=False)

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="poll_asks_something"),
            models.CheckConstraint(condition=Q(shown_people=0) | Q(shown_people__gte=5), name="poll_shows_from_five"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.closes_at is None or self.closes_at > timezone.now()


class PollOption(models.Model):
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("answer of a poll")
        verbose_name_plural = _("answers of polls")
        ordering = ["poll", "position"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "position"], name="poll_option_once_per_position"),
            models.CheckConstraint(condition=~Q(words=""), name="poll_option_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.poll_id}, {self.position}"


class BallotQuerySet(models.QuerySet["Ballot"]):
    def owned_by(self, user: Any) -> "BallotQuerySet":
        """The only door: one's own."""
        return self.filter(voter_id=user.pk) if user.is_authenticated else self.none()


class Ballot(models.Model):
    """What one person chose, by position. `fresh` until the counts that are shown hold it as it stands."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="ballots")
    voter = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="ballots")
    choices = ArrayField(models.PositiveSmallIntegerField())
    one_only = models.BooleanField()
    fresh = models.BooleanField(default=True)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.UniqueConstraint(fields=["poll", "voter"], name="ballot_once_per_person"),
            models.CheckConstraint(condition=Q(choices__len__gte=1), name="ballot_chooses_something"),
            models.CheckConstraint(condition=Q(one_only=False) | Q(choices__len=1), name="ballot_one_where_one"),
        ]

    def __str__(self) -> str:
        return str(self.poll_id)
