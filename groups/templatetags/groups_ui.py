"""Words that the pages of this house need again and again."""

from django import template

from groups.models import ThreadVoice

register = template.Library()


@register.filter
def badge_name(badge: str) -> str:
    """What stands beside a voice; nothing for a member without a role."""
    return str(ThreadVoice.Badge(badge).label) if badge in ThreadVoice.Badge.values and badge else ""
