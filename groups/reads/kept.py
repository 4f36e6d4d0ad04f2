"""The posts somebody keeps, as they may be read now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from groups.models import KeptPost, Post, Thread
from groups.models.post import Shown
from groups.reads.posts import plain
from portal.core.paging import beyond

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """`post` is None where its words are not open to this reader now. The note is theirs in any case."""

    pk: UUID
    note: str
    kept_at: datetime
    post: Post | None
    title: str = ""
    place: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class KeptList:
    kept: Sequence[Kept]
    older: str = ""


def kept_posts(user: Any, *, after: str = "") -> KeptList:
    """The newest first, from behind the one with this key. At most three queries."""
    rows = KeptPost.objects.owned_by(user)
    anchor = rows.filter(pk=after).first() if after else None
    if anchor is not None:
        rows = rows.filter(beyond({"kept_at": anchor.kept_at, "pk": anchor.pk}, descending=True))
    found = list(rows.order_by("-kept_at", "-pk")[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    titles = Thread.objects.visible_to(user).filter(pk=OuterRef("thread")).values("shown_title")[:1]
    seen = Post.objects.visible_to(user).with_words().select_related("thread__group")
    seen = seen.annotate(thread_title=Subquery(titles))
    posts = {post.pk: post for post in seen.filter(pk__in=[row.post_id for row in shown], shown=Shown.SHOWN)}
    older = str(shown[-1].pk) if len(found) > PER_PAGE else ""
    return KeptList([_told(row, posts.get(row.post_id)) for row in shown], older)


def _told(row: KeptPost, post: Any) -> Kept:
    if post is None:
        return Kept(row.pk, row.note or "", row.kept_at, None)
    group = post.thread.group
    return Kept(row.pk, row.note or "", row.kept_at, post, post.thread_title, group.name, plain(post.html or ""))


def kept_by(user: Any, post: Post) -> KeptPost | None:
    return KeptPost.objects.owned_by(user).filter(post=post).first()
