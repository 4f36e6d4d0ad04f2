"""Putting one thread of another forum into the tables: whole or not at all, and each post once only.

No event is recorded, nobody's read mark moves and no mentor is asked: what was said long ago in another place is there
to be read, not to be answered for. See docs/decisions/0017-import-and-hand-over.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from groups.foreign.names import Names
from groups.foreign.shapes import Changes, ForeignPost, ForeignThread, Quoted
from groups.models import (
    ImportedPost,
    ImportedThread,
    ImportedVoice,
    Post,
    PostText,
    Quote,
    SupportGroup,
    Thread,
    ThreadVoice,
)
from groups.operations.imported_names import name_of
from groups.operations.imported_words import Words, notes_of, short_title, words_of
from groups.operations.words import text_of
from groups.reads.quoting import LONGEST as LONGEST_QUOTE
from portal.moderation.operations import open_case_for_finding, open_case_for_review

CALM = timedelta(days=90)  # the clock of a case about words that are years old
LATER = "posts older than what is here already, put at the end"
AT_ONCE = 500


@dataclass
class Run:
    """What is the same for all threads of a file."""

    group: SupportGroup
    source: str
    markup: str
    names: Names
    digests: dict[str, bytes]
    changes: Changes = field(default_factory=Changes)

    @property
    def language(self) -> str:
        return self.group.languages[0] if self.group.languages else "en"

    def words(self, post: ForeignPost, title: str) -> Words:
        return words_of(
            post, markup=self.markup, title=title, names=self.names, changes=self.changes, language=self.language
        )


@dataclass
class Stored:
    """What one thread came to."""

    threads: int = 0
    posts: int = 0
    known: int = 0
    held: int = 0
    to_look_at: int = 0


@dataclass(slots=True)
class _Row:
    """A post on its way in: its words, the bodies they fill, what it quotes of which post, and the rows it became."""

    foreign: ForeignPost
    words: Words
    bodies: list[str] = field(default_factory=list)
    quotes: list[tuple[str, int, int]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)


@transaction.atomic
def store_thread(run: Run, foreign: ForeignThread) -> Stored:
    """Add what is new of this thread. Runs again without harm."""
    stored = Stored()
    origin = (
        ImportedThread.objects.select_for_update(of=("self",))
        .filter(group=run.group, source=run.source, foreign_id=foreign.id)
        .first()
    )
    here = dict(origin.posts.values_list("foreign_id", "post_id")) if origin else {}
    fresh = [post for post in foreign.posts if post.id not in here]
    stored.known = len(foreign.posts) - len(fresh)
    if not fresh:
        return stored
    if origin is None:
        origin, stored.threads = _begin(run, foreign), 1
    thread = Thread.objects.select_for_update(of=("self",)).select_related("group").get(pk=origin.thread_id)
    rows = [_Row(post, run.words(post, "" if here or at else foreign.title)) for at, post in enumerate(fresh)]
    _point_quotes(rows, foreign, here)
    posts = _save(run, origin, thread, rows, here)
    _settle(run, thread, fresh, posts)
    stored.posts = len(posts)
    stored.held = sum(len(row.posts) for row in rows if row.words.held)
    stored.to_look_at = _open_cases(rows)
    return stored


def _begin(run: Run, foreign: ForeignThread) -> ImportedThread:
    now, first = timezone.now(), foreign.posts[0].created_at
    run.changes.line = foreign.line
    thread = Thread.objects.create(
        group=run.group, title=short_title(foreign.title), created_at=first, last_post_at=first, mentors_asked_at=now,
        notes=notes_of(foreign.notes, run.changes), locked_at=now if foreign.locked else None,
    )  # fmt: skip
    return ImportedThread.objects.create(group=run.group, source=run.source, foreign_id=foreign.id, thread=thread)


def _point_quotes(rows: list[_Row], foreign: ForeignThread, here: dict[str, int]) -> None:
    """A quote whose words stand in an earlier post of this thread points at them, so that a hiding reaches it; any
    other one is set apart in the words."""
    by_number = {post.number: post.id for post in foreign.posts}
    asked = {_target(one, foreign, by_number) for row in rows for one in row.words.quotes} & here.keys()
    stored = PostText.objects.filter(post__in=[here[one] for one in asked])
    bodies = dict(stored.values_list("post_id", "body")) if asked else {}
    said = {one: bodies.get(here[one], "") for one in asked}
    for row in rows:
        left = []
        for one in row.words.quotes:
            target = _target(one, foreign, by_number)
            at = said.get(target, "").find(one.words) if 0 < len(one.words) <= LONGEST_QUOTE else -1
            if at >= 0:
                row.quotes.append((target, at, at + len(one.words)))
            elif one.words:
                left.append(one)
        row.bodies = row.words.as_body(left)
        said[row.foreign.id] = row.bodies[0]


def _target(one: Quoted, foreign: ForeignThread, by_number: dict[int, str]) -> str:
    if one.post:
        return one.post
    return by_number.get(one.number, "") if one.topic in {"", foreign.id} else ""


def _save(run: Run, origin: ImportedThread, thread: Thread, rows: Sequence[_Row], here: dict[str, int]) -> list[Post]:
    """Numbers in the order of time, the original moments, and the words. `here` learns the new posts."""
    voices = _voices(run, origin, thread, rows)
    now, number = timezone.now(), thread.last_number
    posts, firsts, pieces = [], {}, []
    for row in rows:
        for at, body in enumerate(row.bodies):
            number += 1
            post = Post(
                thread=thread, voice=voices[row.foreign.author], number=number, created_at=row.foreign.created_at,
                held_at=now if row.words.held else None, notes=notes_of(row.foreign.notes, run.changes),
            )  # fmt: skip
            row.posts.append(post)
            posts.append(post)
            pieces.append((post, body, row.quotes if at == 0 else []))
            if at == 0:
                firsts[row.foreign.id] = post
    Post.objects.bulk_create(posts, batch_size=AT_ONCE)
    here.update({key: post.pk for key, post in firsts.items()})
    ImportedPost.objects.bulk_create(
        [ImportedPost(origin=origin, foreign_id=key, post=post) for key, post in firsts.items()], batch_size=AT_ONCE
    )
    _save_words(thread, pieces, here)
    answers = [(firsts[row.foreign.id], here.get(row.foreign.reply_to)) for row in rows if row.foreign.reply_to]
    for post, answered in answers:
        post.reply_to_id = answered if answered != post.pk else None
    Post.objects.bulk_update([post for post, _to in answers], ["reply_to"], batch_size=AT_ONCE)
    return posts


def _save_words(thread: Thread, pieces: list[tuple[Post, str, list[Any]]], here: dict[str, int]) -> None:
    quotes = [
        Quote(post=post, position=at, quoted_id=here[target], start=start, end=end)
        for post, _body, pointed in pieces
        for at, (target, start, end) in enumerate(pointed, start=1)
    ]
    texts = [
        text_of(
            post, body, title=thread.title if post.number == 1 else "", languages=thread.group.languages,
            quotes=range(1, len(pointed) + 1),
        )
        for post, body, pointed in pieces
    ]  # fmt: skip
    PostText.objects.bulk_create(texts, batch_size=AT_ONCE)
    Quote.objects.bulk_create(quotes, batch_size=AT_ONCE)


def _voices(run: Run, origin: ImportedThread, thread: Thread, rows: Sequence[_Row]) -> dict[str, ThreadVoice]:
    """The voice of each writer: without an account, never that of somebody here."""
    held = {bytes(row.digest): row.voice for row in origin.voices.select_related("voice")}
    taken = set(ThreadVoice.objects.filter(thread=thread).values_list("shown_name", flat=True))
    found: dict[str, ThreadVoice] = {}
    made = []
    for author in dict.fromkeys(row.foreign.author for row in rows):
        digest = run.digests[author]
        if digest not in held:
            name = name_of(run.names, run.digests, author)
            name = next(one for one in (name, *(f"{name} {turn}" for turn in range(2, 9999))) if one not in taken)
            held[digest] = ThreadVoice(thread=thread, shown_name=name, badge=ThreadVoice.Badge.IMPORTED)
            taken.add(name)
            made.append((digest, held[digest]))
        found[author] = held[digest]
    ThreadVoice.objects.bulk_create([voice for _digest, voice in made], batch_size=AT_ONCE)
    ImportedVoice.objects.bulk_create(
        [ImportedVoice(origin=origin, digest=digest, voice=voice) for digest, voice in made], batch_size=AT_ONCE
    )
    return found


def _settle(run: Run, thread: Thread, fresh: list[ForeignPost], posts: list[Post]) -> None:
    """The thread's own figures. What members said since stays unread as it was; old words never become news."""
    begun = thread.last_number == 0
    if not begun and fresh[0].created_at < thread.last_post_at:
        run.changes.note(LATER, sum(post.created_at < thread.last_post_at for post in fresh))
    last = posts[-1].number
    quiet = last if thread.quiet_number == thread.last_number else thread.quiet_number
    more = {"starter": posts[0].voice, "held_at": posts[0].held_at} if begun else {}
    Thread.objects.filter(pk=thread.pk).update(
        last_number=last, posts_count=F("posts_count") + len(posts), quiet_number=quiet,
        last_post_at=Greatest(F("last_post_at"), max(post.created_at for post in posts)), **more,
    )  # fmt: skip


def _open_cases(rows: Sequence[_Row]) -> int:
    """Called last: the audit is locked from here on. Only what was said in the last days calls anybody."""
    now, opened = timezone.now(), 0
    for row in rows:
        findings = row.words.urgent(row.foreign.created_at, now)
        why = "import.hold" if row.words.held else "import.review" if row.words.endangered else ""
        if findings:
            key = row.posts[0].public_id
            open_case_for_finding(reportable_key="groups.post", public_id=key, author=None, findings=findings)
            opened += 1
        for post in row.posts[int(bool(findings)) : None if row.words.held else 1] if why else ():
            open_case_for_review(reportable_key="groups.post", public_id=post.public_id, why=why, within=CALM)
            opened += 1
    return opened
