"""Posts that move to another thread of their group: one, some, or all. The post itself goes, with its address and all
that hangs on it; at its old number stays a tombstone that leads to it. Taking it back swaps the two."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.gentle_names import gentle_name
from groups.models import Post, PostText, Thread, ThreadVoice
from groups.operations.memberships import membership_of
from groups.operations.words import clean, search_vector
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.reportables import Given, Trace
from portal.moderation.reads import entrusted

MOST = 500  # posts moved in one act


@transaction.atomic
def move_post(actor: User, post: Post, reason: str, given: Given) -> Trace | None:
    """Move one post to the end of another thread. Raises PermissionDenied, RuleViolation."""
    source = _locked(actor, post.thread, "groups.post", post.public_id)
    target = _target(actor, source, given)
    found = Post.objects.select_for_update(of=("self",)).select_related("voice").get(pk=post.pk)
    if found.number == 1:
        raise RuleViolation(_("The first post is the thread: move the whole thread instead."), code="first")
    if found.thread_id != source.pk or found.moved_to_id is not None:
        return None
    return {"to": target.public_id, "at": source.public_id, "posts": _shift([found], source, target)}


@transaction.atomic
def split_thread(actor: User, thread: Thread, reason: str, given: Given) -> Trace | None:
    """Posts of these numbers become a thread of their own, in their order. Raises PermissionDenied, RuleViolation."""
    source = _locked(actor, thread, "groups.thread", thread.public_id)
    title = " ".join(clean(given.get("title", "")).split())[:140]
    if not title:
        raise RuleViolation(_("Give the new thread a title."), code="required", field="title")
    chosen = _numbers(given.get("numbers", ""), source.last_number)
    found = list(_movable(source).filter(number__in=chosen))
    if not found:
        raise RuleViolation(_("Say which posts go, for example 4-7, 9."), code="numbers", field="numbers")
    target = Thread.objects.create(group=source.group, title=title, last_post_at=found[0].created_at)
    moved = _shift(found, source, target)
    Thread.objects.filter(pk=target.pk).update(starter=found[0].voice_id, created_at=found[0].created_at)
    return {"to": target.public_id, "at": source.public_id, "posts": moved, "new": True}


@transaction.atomic
def merge_thread(actor: User, thread: Thread, reason: str, given: Given) -> Trace | None:
    """All posts go to the end of another thread; whoever opens the old one is led there. Raises PermissionDenied,
    RuleViolation."""
    source = _locked(actor, thread, "groups.thread", thread.public_id)
    target = _target(actor, source, given)
    found = list(_movable(source)[: MOST + 1])
    if len(found) > MOST:
        raise RuleViolation(_("This thread is too long for that. Close it and link to the other."), code="too_long")
    if not found:
        return None
    hidden_before, moved = source.hidden_at is not None, _shift(found, source, target)
    Thread.objects.filter(pk=source.pk).update(merged_into=target, hidden_at=source.hidden_at or timezone.now())
    return {"to": target.public_id, "at": source.public_id, "posts": moved, "merged": True, "was_hidden": hidden_before}


@transaction.atomic
def move_back(actor: User, thing: Post | Thread, reason: str, trace: Trace) -> bool:
    """Every post back to its own number; where it was for a while stays a tombstone. Raises PermissionDenied, and
    RuleViolation when one was moved on since."""
    rows = Thread.objects.select_for_update(of=("self",)).select_related("group").order_by("pk")
    both = {one.public_id: one for one in rows.filter(public_id__in=[trace["to"], trace["at"]])}
    target, home = both[trace["to"]], both[trace["at"]]
    key = "groups.post" if isinstance(thing, Post) else "groups.thread"
    _need_moderator(actor, target, key, thing.public_id)
    for public_id, number in reversed(trace["posts"]):
        post = Post.objects.select_for_update(of=("self",)).select_related("voice").get(public_id=public_id)
        stub = Post.objects.select_related("voice").filter(thread=home, number=number, moved_to=post).first()
        if stub is None or post.thread_id != target.pk:
            raise RuleViolation(_("It was moved again since. Move it by hand."), code="moved_on")
        voice = stub.voice
        stub.delete()
        _change_place(post, target, home, number, voice)
    if trace.get("merged"):
        shown = {} if trace["was_hidden"] else {"hidden_at": None}
        Thread.objects.filter(pk=home.pk).update(merged_into=None, **shown)
    left = Post.objects.filter(thread=target, moved_to=None)
    if trace.get("new") and not left.exists():
        Thread.objects.filter(pk=target.pk).update(hidden_at=timezone.now())
    return True


def _need_moderator(actor: User, thread: Thread, key: str, public_id: str) -> None:
    group = thread.group
    if not rules.can_moderate(actor, membership_of(actor, group), group) and not entrusted(actor, key, public_id):
        raise PermissionDenied(_("Only moderators of this group can do that."))


def _locked(actor: User, thread: Thread, key: str, public_id: str) -> Thread:
    found = Thread.objects.select_for_update(of=("self",)).select_related("group").get(pk=thread.pk)
    _need_moderator(actor, found, key, public_id)
    return found


def _target(actor: User, source: Thread, given: Given) -> Thread:
    """Another thread of the same group, that the actor can see: words never leave the circle they were said in."""
    seen = Thread.objects.visible_to(actor).filter(group=source.group, merged_into=None).exclude(pk=source.pk)
    found = seen.filter(public_id=given.get("thread", "")).values_list("pk", flat=True).first()
    if found is None:
        raise RuleViolation(_("Choose the thread it goes to."), code="required", field="thread")
    return Thread.objects.select_for_update(of=("self",)).select_related("group").get(pk=found)


def _movable(thread: Thread) -> Any:
    rows = Post.objects.select_for_update(of=("self",)).select_related("voice")
    return rows.filter(thread=thread, moved_to=None).order_by("number")


def _numbers(typed: str, last: int) -> set[int]:
    """ "4-7, 9" as numbers. The first post stays: without it there is no thread."""
    found: set[int] = set()
    for part in typed.replace("–", "-").split(","):
        first, _dash, end = (piece.strip() for piece in part.partition("-"))
        if not first.isdecimal() or (end and not end.isdecimal()):
            raise RuleViolation(_("Say which posts go, for example 4-7, 9."), code="numbers", field="numbers")
        found |= set(range(max(2, int(first)), min(int(end or first), last) + 1))
    return found


def _shift(posts: Iterable[Post], source: Thread, target: Thread) -> list[list[Any]]:
    """In their order to the end of the target. Returns where each came from."""
    moved: list[list[Any]] = []
    voices: dict[int, ThreadVoice] = {}
    for post in posts:
        speaker = post.voice_id
        if speaker not in voices:
            voices[speaker] = _voice_there(post.voice, target)
        moved.append([post.public_id, post.number])
        _change_place(post, source, target, 0, voices[speaker])
    return moved


def _change_place(post: Post, source: Thread, target: Thread, number: int, voice: ThreadVoice) -> None:
    """`number` 0 takes the next one. Leaves a tombstone where it was."""
    left_number, left_voice, counts = post.number, post.voice, post.removed_at is None and post.deleted_at is None
    if number == 0:
        number = target.take_number(post.created_at)
        change = 0 if counts else -1
    else:
        change = 1 if counts else 0
    Post.objects.filter(pk=post.pk).update(thread=target, number=number, voice=voice)
    Post.objects.create(
        thread=source, number=left_number, voice=left_voice, created_at=post.created_at, moved_to_id=post.pk
    )
    if change:
        Thread.objects.filter(pk=target.pk).update(posts_count=F("posts_count") + change)
    if counts:
        Thread.objects.filter(pk=source.pk, posts_count__gt=0).update(posts_count=F("posts_count") - 1)
    if 1 in {left_number, number}:  # the words of a title belong to the first post
        text = PostText.objects.filter(post=post).first()
        title = target.title if number == 1 else ""
        if text is not None:
            vector = search_vector(title, text.body, target.group.languages)
            PostText.objects.filter(post=post).update(search=vector)
    post.thread, post.number, post.voice = target, number, voice


def _voice_there(voice: ThreadVoice, target: Thread) -> ThreadVoice:
    """The same speaker in the other thread. Raises RuleViolation where that would put another name beside the own."""
    there = ThreadVoice.objects.filter(thread=target, user_id=voice.user_id).first() if voice.user_id else None
    if there is not None and (there.is_alias or voice.is_alias):
        raise RuleViolation(
            _("Somebody writes under another name in one of the two threads. Moving would show who it is."),
            code="other_name", field="thread",
        )  # fmt: skip
    if there is not None:
        return there
    name = voice.shown_name
    if ThreadVoice.objects.filter(thread=target, shown_name=name).exists():
        name = _free_name(voice, target)
    return ThreadVoice.objects.create(
        thread=target, user_id=voice.user_id, shown_name=name, is_alias=voice.is_alias, badge=voice.badge
    )


def _free_name(voice: ThreadVoice, target: Thread) -> str:
    taken = set(ThreadVoice.objects.filter(thread=target).values_list("shown_name", flat=True))
    if voice.is_alias or voice.user_id is None:
        return next(name for name in iter(gentle_name, "") if name not in taken)
    numbered = (f"{voice.shown_name} {number}" for number in range(2, len(taken) + 3))
    return next(name for name in numbered if name not in taken)


def threads_for(actor: Any, thread: Thread) -> list[tuple[str, str]]:
    """Threads of the same group to choose from, the newest talk first. One query."""
    seen = Thread.objects.visible_to(actor).filter(group=thread.group_id, merged_into=None).exclude(pk=thread.pk)
    return list(seen.order_by("-last_post_at", "-pk").values_list("public_id", "title")[:200])
