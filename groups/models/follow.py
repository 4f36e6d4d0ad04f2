"""How much of a group, or of one thread, a person wants to hear about."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Each holds what the one before it holds. What a group says counts for every thread without a level of its own."""

    OFF = "off", _("Nothing")
    MENTIONS = "mentions", _("When somebody names me")
    REPLIES = "replies", _("Answers to me")
    ALL = "all", _("Everything new")


class ThreadFollow(models.Model):
    """A level for one thread that differs from the group's. No row means: as in the group (Membership.follow)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="threads_followed")
    thread = models.ForeignKey("groups.Thread", models.CASCADE, related_name="follows")
    level = models.CharField(_("how much to tell"), max_length=8, choices=Level.choices)

    class Meta:
        verbose_name = _("followed thread")
        verbose_name_plural = _("followed threads")
        constraints = [
            models.UniqueConstraint(fields=["thread", "user"], name="thread_followed_once"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="thread_follow_level_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.thread_id}: {self.level}"


def with_follow_of(threads: Any, user: Any) -> Any:
    """Adds `own_level`, what this person chose for the thread itself; null means as in the group."""
    if not user.is_authenticated:
        return threads.annotate(own_level=models.Value(None, output_field=models.CharField(null=True)))
    own = ThreadFollow.objects.filter(thread=OuterRef("pk"), user_id=user.pk).values("level")[:1]
    return threads.annotate(own_level=Subquery(own))


def with_group_follow_of(groups: Any, user: Any) -> Any:
    """Adds `follow`, this member's level for the group; null for somebody who is not a member."""
    from groups.models.group import mine

    if not user.is_authenticated:
        return groups.annotate(follow=models.Value(None, output_field=models.CharField(null=True)))
    return groups.annotate(follow=Subquery(mine(user, "pk").values(level=F("follow"))[:1]))
