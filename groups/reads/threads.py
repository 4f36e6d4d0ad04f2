"""Lists of threads by position, never by page number."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef

from groups.models import Post, SupportGroup, Thread
from groups.models.notes import without_left_out
from groups.reads.news import capped
from groups.reads.posts import plain
from groups.reads.ways import names_of, notes_on
from portal.core.paging import beyond
from portal.moderation.reads import worried_about

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class ThreadList:
    """Threads of one page, and the handles of its ends where there is more in that direction."""

    pinned: list[Thread]
    threads: list[Thread]
    newer: str = ""
    older: str = ""

    @property
    def with_news(self) -> int:
        return sum(1 for thread in [*self.pinned, *self.threads] if thread.news_badge)


def threads_of(user: Any, group: SupportGroup, *, older: str = "", newer: str = "") -> ThreadList:
    """Newest talk first. `older` and `newer` are handles of the thread to go on from. Two or three queries."""
    base = without_left_out(Thread.objects.visible_to(user).filter(group=group), user)
    rows = base.with_news_for(user).select_related("starter")
    anchor = base.filter(public_id=older or newer).first() if older or newer else None
    loose = rows.filter(pinned_at=None)
    if anchor is not None:
        place = {"last_post_at": anchor.last_post_at, "pk": anchor.pk}
        loose = loose.filter(beyond(place, descending=bool(older)))
    if anchor is not None and not older:
        found = list(loose.order_by("last_post_at", "pk")[: PER_PAGE + 1])
        more_newer, found = len(found) > PER_PAGE, found[:PER_PAGE][::-1]
        return _page(user, group, [], found, newer=more_newer, older=bool(found))
    found = list(loose.order_by("-last_post_at", "-pk")[: PER_PAGE + 1])
    pinned = list(rows.exclude(pinned_at=None).order_by("-pinned_at")[:PER_PAGE]) if anchor is None else []
    return _page(user, group, pinned, found[:PER_PAGE], newer=anchor is not None, older=len(found) > PER_PAGE)


def _last_words(user: Any, threads: list[Thread]) -> None:
    """Give threads with news a line of what was said last, where this viewer may read it. One query, or none.

    Words that may tell of a danger, or carry a note, are read in the thread, not repeated above it.
    """
    unread = {thread.pk: thread.last_number for thread in threads if thread.news and thread.news > 0}
    rows = Post.objects.visible_to(user).said().with_words().filter(number=F("thread__last_number"))
    rows = rows.filter(thread__in=unread, number__in=set(unread.values()))  # both, so that an index holds the few rows
    rows = rows.exclude(worried_about("groups.post", OuterRef("public_id"))).filter(notes=[], team_notes=[])
    last = {post.thread_id: post for post in rows} if unread else {}
    for thread in threads:
        post = last.get(thread.pk)
        thread.last_name = post.name if post else ""
        thread.last_words = plain(post.html) if post else ""


def _page(
    user: Any, group: SupportGroup, pinned: list[Thread], found: list[Thread], *, newer: bool, older: bool
) -> ThreadList:
    _last_words(user, [*pinned, *found])
    for thread in [*pinned, *found]:
        thread.group = group
        thread.news_badge = capped(thread.news)
        thread.note_names = names_of(notes_on(thread))
        thread.replies = max(0, thread.posts_count - 1)
    return ThreadList(
        pinned=pinned,
        threads=found,
        newer=found[0].public_id if newer and found else "",
        older=found[-1].public_id if older and found else "",
    )


def also_in_group(user: Any, thread: Thread, limit: int = 4) -> list[Thread]:
    """Other talk in the same group. One query."""
    rows = Thread.objects.visible_to(user).with_news_for(user).filter(group=thread.group_id, by_someone_unmet=False)
    rows = without_left_out(rows, user)
    found = list(rows.exclude(pk=thread.pk).order_by("-last_post_at", "-pk")[:limit])
    for other in found:
        other.news_badge = capped(other.news)
    return found
