"""One page of a thread, with what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from groups import rules
from groups.models import Membership, Post, Thread
from groups.reads.news import capped
from groups.reads.polls import Asked, poll_of
from groups.reads.posts import Range, page_start, posts_between, range_of
from groups.reads.threads import also_in_group
from groups.reads.ways import Ways, ways_of
from portal.core.related import Offer, offer_sources


@dataclass(slots=True)
class ThreadPage:
    """`first_new` is the first number of this thread that is new to the viewer (0: nothing is), `news` its badge."""

    posts: Sequence[Post]
    range: Range
    first_new: int
    new_page: int
    news: str
    also: Sequence[Thread]
    guides: Sequence[Offer]
    may_reply: bool
    may_react: bool
    moderates: bool
    replies: int
    ways: Ways
    poll: Asked | None
    may_vote: bool
    may_ask_poll: bool
    vote_form: Any = None  # what the page puts in, for those who may vote

    @property
    def new_here(self) -> bool:
        """Whether the first new post is on this page, so that reading on from it can move the mark."""
        return self.range.first <= self.first_new <= self.range.last

    def own(self, public_id: str) -> Post | None:
        """The viewer's own post with this handle, when it is on the page."""
        return next((post for post in self.posts if post.is_mine and post.public_id == public_id), None)


def thread_page(user: Any, thread: Thread, membership: Membership | None, *, start: int) -> ThreadPage:
    """Thirty posts from a number on. At most seven queries: posts, quotes, quoted posts, other threads, guides."""
    shown = range_of(thread, start)
    first_new = (thread.seen_up_to or 0) + 1 if thread.news and thread.news > 0 else 0
    guides, ways = offer_sources.find("articles"), ways_of(thread)
    poll = poll_of(thread, counted=not ways.quiet) if shown.first == 1 else None
    return ThreadPage(
        posts=posts_between(user, thread, shown.first, shown.last, ways),
        range=shown,
        first_new=first_new,
        new_page=page_start(first_new) if first_new else 0,
        news=capped(thread.news),
        also=also_in_group(user, thread),
        guides=guides.offers(user, thread.topic_slugs, 2) if guides and thread.topic_slugs else (),
        may_reply=rules.can_reply(membership, thread),
        may_react=membership is not None and membership.role in rules.WRITING_ROLES,
        moderates=rules.moderates_group(membership, thread.group),
        replies=max(0, thread.posts_count - 1),
        ways=ways,
        poll=poll,
        may_vote=poll is not None and poll.is_open and rules.can_vote(membership, thread),
        may_ask_poll=thread.poll_told is None and rules.can_ask_poll(user, membership, thread),
    )
