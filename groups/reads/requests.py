"""Requests to join as moderators see them: what waits at the desk, and what they look back on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils import timezone

from groups.models import JoinRequest, SupportGroup

LATELY = timedelta(days=30)


def answered_lately(user: Any, group: SupportGroup, limit: int = 10) -> list[JoinRequest]:
    """Who was answered in the last 30 days, by whom and with which words, the newest first. One query; nothing about
    oneself, and nothing for somebody who does not moderate the group."""
    rows = JoinRequest.objects.visible_to(user).moderated_by(user).filter(group=group).exclude(user_id=user.pk)
    since = timezone.now() - LATELY
    return list(rows.filter(decided_at__gt=since).select_related("user", "decided_by").order_by("-decided_at")[:limit])


A_PAGE = 50


@dataclass(frozen=True)
class Waiting:
    """The requests that wait at a desk, the longest first, and the numbers on its tabs. Fifty at once: answering them
    brings the rest."""

    requests: Sequence[JoinRequest]
    counts: dict[str, str]

    @property
    def tag(self) -> str:
        """Changes when a request or a number does, and every five minutes, for the ages."""
        minute = int(timezone.now().timestamp() // 300)
        rows = [str(one.pk) for one in self.requests]
        return f'"{sha256(repr((rows, sorted(self.counts.items()), minute)).encode()).hexdigest()[:32]}"'


def requests_for(user: Any, part: str = "") -> Any:
    """The door of the desk: open requests in groups this person moderates as a member, the longest waiting first,
    never their own. `part` is the key of one group; any other word finds nothing."""
    rows = JoinRequest.objects.visible_to(user).moderated_by(user).open().exclude(user_id=user.pk)
    if part:
        rows = rows.filter(group__uuid=part) if is_key(part) else rows.none()
    return rows.order_by("created_at", "id")


def is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def keys_waiting(user: Any, part: str, limit: int) -> Sequence[object]:
    """For the number on the tab. One query."""
    return list(requests_for(user, part).values_list("pk", flat=True)[:limit])
