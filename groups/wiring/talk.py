"""Telling members what was said: answers, calls by name, and everything new for those who follow everything.

Each person hears of a post once: by name before an answer, an answer before what is merely new. Mails say neither
illness nor group nor words. The inbox asks for the name of a thread when it is read, through the reader's own door, so
that no copy of it is kept. Everything is asked again when it is about to be sent: membership, level, blocks, hiding,
reading.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groups.models import HiddenVoice, Level, Membership, Post, PostText, ReadMark, Thread, ThreadFollow
from groups.models.mention import mark
from groups.wiring.telling import Verdicts, chosen, reached, tell
from portal.accounts.models import Block, Mute, User
from portal.core.kinds import EMAIL, IN_APP, Action, Addressee, DeliveryRow, EventRow, Message, No, Verdict, Yes

REPLY, MENTION, POST = "groups.reply", "groups.mention", "groups.post"
ENOUGH: dict[str, set[str]] = {
    MENTION: {Level.MENTIONS, Level.REPLIES, Level.ALL}, REPLY: {Level.REPLIES, Level.ALL}, POST: {Level.ALL},
}  # fmt: skip
People = set[UUID | None]


def post_key(delivery: DeliveryRow) -> str:
    """`thread:<thread>:<post>`: one row in the inbox for a thread, one message for a post."""
    return delivery.subject_key.rpartition(":")[2]


# --- who is told ---------------------------------------------------------------------------------------------------


def said(event: EventRow) -> Post | None:
    """The post, while everybody in the group may read it."""
    open_ones = Post.objects.filter(held_at=None, hidden_at=None, removed_at=None, deleted_at=None, moved_to=None)
    found = open_ones.filter(public_id=event.subject)
    return found.select_related("voice", "thread__starter", "reply_to__voice").first()


def named_in(post: Post) -> People:
    """Whom the words name as they stand now: a name that was taken out again calls nobody."""
    named = post.mentions.values_list("position", "person_id", "voice__user_id")
    words = PostText.objects.filter(post=post).values_list("body", flat=True).first() or ""
    return {person or speaker for at, person, speaker in named if mark(at) in words}


def answered_by(post: Post) -> People:
    """Who opened the thread and who was answered."""
    if post.number == 1:
        return set()
    starter = post.thread.starter.user_id if post.thread.starter else None
    return {starter, post.reply_to.voice.user_id if post.reply_to else None}


class Hears(NamedTuple):
    """What a member wants to hear of a thread, and before when everything counts as read for them."""

    level: str
    read_before: datetime


def levels_in(threads: Iterable[Thread], people: Iterable[UUID | None]) -> dict[tuple[Any, int], Hears]:
    """What counts for each (person, thread): the thread's own level, else the group's. Only for members. Two
    queries."""
    known = {one for one in people if one is not None}
    by_group: dict[int, list[int]] = {}
    for thread in threads:
        by_group.setdefault(thread.group_id, []).append(thread.pk)
    members = Membership.objects.present().filter(user_id__in=known, group_id__in=by_group)
    found = {
        (user, pk): Hears(level, before)
        for user, group, level, before in members.values_list("user_id", "group_id", "follow", "all_read_before")
        for pk in by_group[group]
    }
    asked = [pk for some in by_group.values() for pk in some]
    own = ThreadFollow.objects.filter(user_id__in=known, thread_id__in=asked)
    for user, pk, level in own.values_list("user_id", "thread_id", "level"):
        if (user, pk) in found:
            found[user, pk] = found[user, pk]._replace(level=level)
    return found


def told(kind: str, choose: Callable[[Post], People]) -> Callable[..., Sequence[Addressee]]:
    """An audience: those of `choose` whose level lets this kind through, never the writer."""

    def audience(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
        post = said(event)
        if post is None:
            return ()
        people = choose(post) - {post.voice.user_id, None}
        levels = levels_in([post.thread], people)
        heard = {one for one in people if (it := levels.get((one, post.thread_id))) and it.level in ENOUGH[kind]}
        return chosen(heard, f"thread:{post.thread.public_id}:{post.public_id}", after, limit)

    return audience


def following_all(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Those who follow everything and have no nearer reason to be told. They may be many, so the table cuts them."""
    post = said(event)
    if post is None:
        return ()
    own = ThreadFollow.objects.filter(thread=post.thread)
    everything = Q(follow=Level.ALL) & ~Q(user__in=own.exclude(level=Level.ALL).values("user"))
    rows = Membership.objects.present().filter(group=post.thread.group_id)
    rows = rows.filter(everything | Q(user__in=own.filter(level=Level.ALL).values("user")))
    nearer = {one for one in (*named_in(post), *answered_by(post), post.voice.user_id) if one is not None}
    if after is not None:
        rows = rows.filter(user_id__gt=after)
    people = rows.exclude(user_id__in=nearer).order_by("user_id").values_list("user_id", flat=True)[:limit]
    return chosen(people, f"thread:{post.thread.public_id}:{post.public_id}", after, limit)


# --- still, at the last moment -------------------------------------------------------------------------------------


def blocked_pairs(some: Iterable[UUID | None], others: Iterable[UUID | None]) -> set[tuple[UUID, UUID]]:
    """Pairs who do not meet: in both orders across a block, and who muted whom among `some` and `others`. One query."""
    here, there = ({one for one in people if one is not None} for people in (some, others))
    blocks = Block.objects.filter(
        Q(blocker_id__in=here, blocked_id__in=there) | Q(blocker_id__in=there, blocked_id__in=here)
    ).values_list("blocker_id", "blocked_id", Value(True))
    mutes = Mute.objects.filter(muter_id__in=here, muted_id__in=there).values_list("muter_id", "muted_id", Value(False))
    rows = list(blocks.union(mutes, all=True))
    return {pair for a, b, both in rows for pair in (((a, b), (b, a)) if both else ((a, b),))}


def of(delivery: DeliveryRow) -> tuple[Any, ...]:
    """Mails with the same of this say the same: after an outage only the newest goes out."""
    return delivery.channel, delivery.kind, delivery.recipient_id, delivery.subject_key.rpartition(":")[0]


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Not after leaving or removal, not below one's level, not for words that were hidden, moved or taken down, not
    across a block, not when it was read already, and of several mails about one thread only the newest. Five queries
    for a batch, six where somebody has another name."""
    rows = Post.objects.filter(public_id__in=[post_key(one) for one in deliveries]).select_related("voice", "thread")
    posts = {post.public_id: post for post in rows}
    people = reached(deliveries)
    threads = {post.thread_id: post.thread for post in posts.values()}
    levels = levels_in(threads.values(), people)
    marks = ReadMark.objects.filter(user_id__in=people, thread_id__in=threads)
    read: dict[tuple[Any, int], int] = {(mark.user_id, mark.thread_id): mark.last_read_number for mark in marks}
    apart = blocked_pairs(people, {post.voice.user_id for post in posts.values() if not post.voice.is_alias})
    veiled = [post.voice_id for post in posts.values() if post.voice.is_alias]
    hidden = set(HiddenVoice.objects.filter(user_id__in=people, voice_id__in=veiled).values_list("user_id", "voice_id"))

    newest: dict[Any, int] = {}
    for one in deliveries:
        if one.channel == EMAIL and (post := posts.get(post_key(one))):
            newest[of(one)] = max(post.number, newest.get(of(one), 0))

    def verdict(delivery: DeliveryRow) -> Verdict:
        post, person = posts.get(post_key(delivery)), delivery.recipient_id
        if post is None or post.deleted_at or post.removed_at or post.moved_to_id:
            return No("gone")
        if post.hidden_at or post.held_at or post.thread.hidden_at or post.thread.held_at:
            return No("hidden")
        hears = levels.get((person, post.thread_id))
        if hears is None:
            return No("left")
        if hears.level not in ENOUGH[delivery.kind]:
            return No("unfollowed")
        unmet = (person, post.voice_id) in hidden if post.voice.is_alias else (person, post.voice.user_id) in apart
        if unmet:
            return No("blocked")
        if read.get((person, post.thread_id), 0) >= post.number or post.created_at <= hears.read_before:
            return No("read")
        return Yes() if newest.get(of(delivery), post.number) <= post.number else No("newer")

    return {delivery.pk: verdict(delivery) for delivery in deliveries}


# --- in which words ------------------------------------------------------------------------------------------------


def new_in(thread: Thread, person: UUID | None) -> int:
    """How many posts of the thread this member has not read. Two queries."""
    user = User.objects.filter(pk=person).first() if person else None
    found = Thread.objects.filter(pk=thread.pk).with_news_for(user).first() if user else None
    return max(1, (found.news if found else None) or 1)


def message(delivery: DeliveryRow, *, subject: str, title: str, button: str) -> Message:
    post = Post.objects.select_related("thread__group").get(public_id=post_key(delivery))
    url = post.get_absolute_url()
    lines = [_("It is there whenever you feel like reading it.")]
    if delivery.channel == IN_APP:
        number = new_in(post.thread, delivery.recipient_id)
        new = ngettext(
            "%(n)s new post since you last read there.", "%(n)s new posts since you last read there.", number
        )
        lines = [new % {"n": number}]
    return Message(
        subject=subject,
        title=title,
        lines=lines,
        actions=[Action(button, url, main=True)],
        url=url,
    )


def threads_called(user: Any, subjects: Sequence[str]) -> dict[str, str]:
    """The titles that the threads of these notices have now, for those this person may read. One query."""
    ids = [one.partition(":")[2] for one in subjects]
    found = Thread.objects.visible_to(user).filter(public_id__in=ids)
    return {f"thread:{one.public_id}": one.shown_title for one in found if one.shown_title}


def answer_message(delivery: DeliveryRow) -> Message:
    return message(
        delivery, subject=_("There is an answer for you"), title=_("Somebody answered you"), button=_("Read the answer")
    )


def mention_message(delivery: DeliveryRow) -> Message:
    return message(
        delivery,
        subject=_("Somebody wrote to you"),
        title=_("Somebody called you by your name"),
        button=_("Read the post"),
    )


def news_message(delivery: DeliveryRow) -> Message:
    return message(
        delivery,
        subject=_("There is something new"),
        title=_("There is something new where you follow everything"),
        button=_("Read what is new"),
    )


tell(
    MENTION,
    gettext_lazy("When somebody names you"),
    told(MENTION, named_in),
    mention_message,
    still_wanted,
    gathered=True,
)
tell(
    REPLY, gettext_lazy("Answers to you in groups"), told(REPLY, lambda post: answered_by(post) - named_in(post)),
    answer_message, still_wanted, gathered=True, about=threads_called,
)  # fmt: skip
tell(
    POST,
    gettext_lazy("Everything new where you follow everything"),
    following_all,
    news_message,
    still_wanted,
    gathered=True,
)
