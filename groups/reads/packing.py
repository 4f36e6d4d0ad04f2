"""What of a group goes to another host: what a reader finds in it, and nothing that leads to an account.

Left out are hidden, removed, deleted, moved and waiting posts, threads that are hidden or wait, and the words of people
who took an agreement back. Names are those that are shown; who is called by name is called as a visitor would read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F

from groups.models import GroupRules, Note, Picture, PictureFile, Poll, Post, Quote, SupportGroup, Thread
from groups.reads.mentions import names_in, spoken
from portal.accounts.reads import who_agrees

AT_ONCE = 200
AGREEMENTS = ("terms", "health")  # what rules.has_agreed asks of who writes
STANDS = {"hidden_at": None, "held_at": None, "removed_at": None, "deleted_at": None, "moved_to": None}


@dataclass
class PackedThread:
    """`told` is ready for JSON; `pictures` says under which name each picture's bytes belong."""

    told: dict[str, Any]
    pictures: dict[str, int] = field(default_factory=dict)


def threads_to_pack(group: SupportGroup) -> Any:
    return Thread.objects.filter(group=group, hidden_at=None, held_at=None, merged_into=None).order_by("pk")


def group_told(group: SupportGroup) -> dict[str, Any]:
    rules = GroupRules.objects.filter(group=group).order_by("-version").first()
    return {
        "name": group.name, "summary": group.summary, "description": group.description,
        "languages": group.languages, "rules": rules.lines if rules else [],
    }  # fmt: skip


def pack_thread(thread: Thread) -> PackedThread | None:
    """One thread with its posts, or None when nothing of it stands. At most seven queries."""
    posts = list(
        Post.objects.filter(thread=thread, text__isnull=False, **STANDS)
        .select_related("voice", "text", "reply_to").order_by("number")
    )  # fmt: skip
    agreeing = who_agrees([post.voice.user_id for post in posts if post.voice.user_id], AGREEMENTS)
    posts = [post for post in posts if post.voice.user_id is None or post.voice.user_id in agreeing]
    if not posts:
        return None
    here = {post.pk: post for post in posts}
    names = names_in(AnonymousUser(), here)
    rows = Picture.objects.filter(post__in=here).annotate(media_type=F("file__media_type"))
    pictures = {one.post_id: one for one in rows}
    quotes = _quotes(here)
    found = PackedThread(_thread_told(thread))
    for post in posts:
        picture = pictures.get(post.pk)
        told = {
            "id": post.public_id, "number": post.number, "author": post.voice.shown_name,
            "created": post.created_at.isoformat(), "body": spoken(post.text.body, post.pk, names),
            "reply_to": post.reply_to.public_id if post.reply_to_id in here and post.reply_to else None,
            "notes": _notes(post.notes, post.team_notes), "quotes": quotes.get(post.pk, []),
        }  # fmt: skip
        if picture is not None:
            name = f"pictures/{post.public_id}.{picture.media_type.partition('/')[2]}"
            told["picture"] = {"file": name, "shows": picture.alt, "covered": picture.is_covered}
            found.pictures[name] = picture.pk
        found.told["posts"].append(told)
    return found


def bytes_of(picture: int) -> bytes:
    return bytes(PictureFile.objects.values_list("content", flat=True).get(picture=picture))


def _thread_told(thread: Thread) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": thread.public_id, "title": thread.title, "created": thread.created_at.isoformat(),
        "locked": thread.locked_at is not None, "notes": _notes(thread.notes, thread.team_notes),
    }  # fmt: skip
    poll = Poll.objects.filter(thread=thread).first()
    if poll is not None:
        told["poll"] = {"question": poll.question, "answers": [one.words for one in poll.options.order_by("position")]}
    return told | {"posts": []}


def _quotes(here: dict[int, Post]) -> dict[int, list[dict[str, str]]]:
    """Only of posts that go along, at the version that goes along."""
    found: dict[int, list[dict[str, str]]] = {}
    for quote in Quote.objects.filter(post__in=here, quoted__in=here).order_by("post", "position"):
        quoted = here[quote.quoted_id]
        if quote.edit_number == quoted.text.edit_number:
            words = quoted.text.body[quote.start : quote.end]
            found.setdefault(quote.post_id, []).append({"post": quoted.public_id, "words": words})
    return found


def _notes(*lists: list[str]) -> list[str]:
    return [str(note) for note in Note if any(note in one for one in lists)]


def in_chunks(threads: Any) -> Iterator[Thread]:
    yield from threads.iterator(chunk_size=AT_ONCE)
