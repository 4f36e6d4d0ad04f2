"""A kind answer without words. Five of them, none against anybody; who gave one is nobody else's to see."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from groups.models.blocks import blocks_between
from groups.models.post import Post


class ReactionQuerySet(models.QuerySet["Reaction"]):
    def visible_to(self, user: Any) -> "ReactionQuerySet":
        """The door to counting: reactions of everybody but those whom this user does not meet. Who gave them is for
        no page to say."""
        if not user.is_authenticated:
            return self
        return self.exclude(Exists(blocks_between(user, "user")))

    def owned_by(self, user: Any) -> "ReactionQuerySet":
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()


class Reaction(models.Model):
    class Kind(models.TextChoices):
        WITH = "with", _("With you")
        THANKS = "thanks", _("Thank you")
        HELPED = "helped", _("Helped me")
        SAME = "same", _("Me too")
        THINKING = "thinking", _("Thinking of you")

    post = models.ForeignKey(Post, models.CASCADE, related_name="reactions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reactions_given")
    kind = models.CharField(max_length=8, choices=Kind.choices)

    objects = ReactionQuerySet.as_manager()

    class Meta:
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        constraints = [
            models.UniqueConstraint(fields=["post", "kind", "user"], name="reaction_once_each"),
            models.CheckConstraint(
                condition=Q(kind__in=["with", "thanks", "helped", "same", "thinking"]), name="reaction_is_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.post_id}"
