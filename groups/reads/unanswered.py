"""Threads that nobody has answered yet, and how long a first answer takes, for those who help in a group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from groups.models import Membership, Post, Thread

LIMIT = 50
LOOKED_AT = timedelta(days=90)
MOST_THREADS = 2000
ENOUGH = 3  # fewer threads say nothing about a group


def answers() -> Any:
    """Posts of the outer thread that stand and are by somebody else than who opened it. Each is an answer."""
    standing = Post.objects.filter(held_at=None, hidden_at=None, removed_at=None, deleted_at=None, moved_to=None)
    return standing.filter(thread=OuterRef("pk")).exclude(voice=OuterRef("starter"))


def without_answer(threads: Any) -> Any:
    """Of these, the open ones that nobody has answered. A thread whose opener is gone needs no answer."""
    rows = threads.filter(hidden_at=None, held_at=None, locked_at=None, merged_into=None, group__closed_at=None)
    return rows.filter(starter__user__isnull=False).exclude(Exists(answers()))


def unanswered_for(user: Any) -> list[Thread]:
    """What waits for an answer in the groups one helps in, the longest first; not one's own threads, nor those of
    somebody one does not meet. One query."""
    helped = Membership.objects.owned_by(user).helping().values("group")
    rows = without_answer(Thread.objects.visible_to(user).filter(group__in=helped, mine=False, by_someone_unmet=False))
    return list(rows.select_related("group", "starter").order_by("created_at", "pk")[:LIMIT])


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """How a group does. `median` is None while there are too few threads to say."""

    group: Any
    threads: int
    waiting: int
    median: timedelta | None


def first_answers(user: Any) -> Sequence[FirstAnswers]:
    """For each group one helps in: half of the threads of the last 90 days had a first answer within `median`. Two
    queries, over the 2,000 newest threads at most."""
    memberships = Membership.objects.owned_by(user).helping().select_related("group").order_by("group__name")
    groups = {row.group_id: row.group for row in memberships}
    first = answers().order_by("number").values("created_at")[:1]
    rows = Thread.objects.visible_to(user).filter(
        group__in=groups, created_at__gt=timezone.now() - LOOKED_AT, hidden_at=None, held_at=None
    )
    times = rows.annotate(answered_at=Subquery(first)).order_by("-created_at")
    found: dict[int, list[timedelta | None]] = {key: [] for key in groups}
    for group, began, answered in times.values_list("group_id", "created_at", "answered_at")[:MOST_THREADS]:
        found[group].append(answered - began if answered else None)
    return [told(groups[key], waits) for key, waits in found.items()]


def told(group: Any, waits: Sequence[timedelta | None]) -> FirstAnswers:
    answered = [one for one in waits if one is not None]
    middle = timedelta(seconds=median(one.total_seconds() for one in answered)) if len(answered) >= ENOUGH else None
    return FirstAnswers(group=group, threads=len(waits), waiting=len(waits) - len(answered), median=middle)


def still_unanswered(public_ids: Sequence[str]) -> Mapping[str, Thread]:
    """Of these threads, those that still wait. One query."""
    rows = without_answer(Thread.objects.filter(public_id__in=public_ids)).select_related("group", "starter")
    return {thread.public_id: thread for thread in rows}
