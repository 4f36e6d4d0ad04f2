"""Words that the pages of this house need again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.timesince import timesince

from groups.models import SupportGroup, ThreadVoice

register = template.Library()


@register.filter
def badge_name(badge: str) -> str:
    """What stands beside a voice; nothing for a member without a role."""
    return str(ThreadVoice.Badge(badge).label) if badge in ThreadVoice.Badge.values and badge else ""


@register.filter
def span(length: timedelta) -> str:
    """A length of time in its largest unit: "3 hours"."""
    now = timezone.now()
    return timesince(now - length, now, depth=1)


@dataclass(frozen=True, slots=True)
class Staffing:
    """Whether moderators are there now: `until` when, or when they are `back`."""

    until: datetime | None
    back: datetime | None


@register.simple_tag
def staffing(group: SupportGroup) -> Staffing | None:
    """None where the group promises no hours. No query."""
    hours, now = group.hours, timezone.now()
    return Staffing(hours.closes(now), hours.opens(now)) if hours else None
