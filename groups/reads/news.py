"""What is new for one person in their groups."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from groups.models import Membership, Thread
from groups.models.group import mine
from groups.models.notes import without_left_out

CAP = 20
NEWEST = 100


def capped(number: int | None) -> str:
    """A number for a badge: exact up to 20, then "20+"."""
    if not number or number < 1:
        return ""
    return str(number) if number <= CAP else f"{CAP}+"


@dataclass(frozen=True, slots=True)
class NewThread:
    """A thread with something new, for the Today page: it opens at the first new post."""

    title: str
    url: str
    group_name: str
    group_url: str
    news: str
    last_post_at: datetime


def new_in_my_groups(user: Any, limit: int = 5) -> list[NewThread]:
    """Threads of one's groups with posts one has not read, the latest first. One query.

    Only the hundred that were talked in last are asked: what is unread costs a look at each thread.

    Threads started by somebody one does not meet are left out, and so are hidden and waiting ones.
    """
    if not user.is_authenticated:
        return []
    groups = Membership.objects.owned_by(user).values("group")
    newest = Thread.objects.filter(group__in=groups, hidden_at=None, held_at=None).order_by("-last_post_at", "-pk")
    threads = (
        without_left_out(Thread.objects.visible_to(user), user)
        .filter(pk__in=newest.values("pk")[:NEWEST], by_someone_unmet=False)
        .filter(last_post_at__gt=mine(user, "group").values("all_read_before")[:1])
        .with_news_for(user)
        .filter(news__gt=0)
        .select_related("group")
        .order_by(F("last_post_at").desc(), "-pk")[:limit]
    )
    return [
        NewThread(
            title=thread.title,
            url=f"{thread.get_absolute_url()}?from={thread.seen_up_to + 1}#new",
            group_name=thread.group.name,
            group_url=thread.group.get_absolute_url(),
            news=capped(thread.news),
            last_post_at=thread.last_post_at,
        )
        for thread in threads
    ]
