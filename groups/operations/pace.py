"""A limit on how much one person writes in a short time. Wide enough for dictation, pasting and a long night."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from groups.models import Membership
from portal.core.errors import RuleViolation

WINDOW = timedelta(minutes=10)
POSTS_PER_WINDOW = 30


def keep_pace(membership: Membership) -> None:
    """Count one more post on the locked membership row. Raises RuleViolation after 30 in ten minutes."""
    now = timezone.now()
    if membership.pace_started_at is None or membership.pace_started_at < now - WINDOW:
        membership.pace_started_at, membership.pace_posts = now, 0
    if membership.pace_posts >= POSTS_PER_WINDOW:
        raise RuleViolation(
            _("You have written a lot in ten minutes. Please take a short rest; your words are still here."),
            code="too_many",
        )
    membership.pace_posts += 1
    if membership.posts_written is not None:
        membership.posts_written += 1
    membership.save(update_fields=["pace_started_at", "pace_posts", "posts_written"])
