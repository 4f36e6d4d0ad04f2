"""What moderators look back on when they answer requests to join."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from groups.models import JoinRequest, SupportGroup

LATELY = timedelta(days=30)


def answered_lately(user: Any, group: SupportGroup, limit: int = 10) -> list[JoinRequest]:
    """Who was answered in the last 30 days, by whom and with which words, the newest first. One query; nothing about
    oneself, and nothing for somebody who does not moderate the group."""
    rows = JoinRequest.objects.visible_to(user).moderated_by(user).filter(group=group).exclude(user_id=user.pk)
    since = timezone.now() - LATELY
    return list(rows.filter(decided_at__gt=since).select_related("user", "decided_by").order_by("-decided_at")[:limit])
