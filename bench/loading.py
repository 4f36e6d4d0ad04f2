"""Writes threads, voices, posts and their words into the tables, in the order in which they were said."""

import random
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from bench.forum import People, ThreadPlan, copy_rows, set_counter
from bench.words import Writer
from groups.models import Post, PostText, Thread, ThreadVoice
from groups.models.handles import LETTERS, SIZE
from groups.wiring.moderating import scope_of
from portal.core.text import RENDERER_VERSION
from portal.moderation.bands import Reason
from portal.moderation.models import Case

STATES = ["", "hidden_at", "held_at", "removed_at", "deleted_at", "moved"]
STATE_WEIGHTS = [9875, 30, 10, 10, 60, 15]
KINDS = ["with", "thanks", "helped", "same", "thinking"]


class Loader:
    """One world. `said` lists every post as (time, thread, number), oldest first; a post's key is its place in it."""

    def __init__(self, people: People, plans: list[ThreadPlan], writer: Writer, chance: random.Random) -> None:
        self.people, self.plans, self.writer, self.chance = people, plans, writer, chance
        self.said = sorted((at, plan.key, number) for plan in plans for number, at in enumerate(plan.times, 1))
        self.voice_keys = 0
        self.state = chance.choices(STATES, weights=STATE_WEIGHTS, k=len(self.said))
        self.titles = [writer.title() for _plan in plans]
        self.text_indexes: list[str] = []

    def finish(self) -> None:
        """Make the text index, and tell PostgreSQL what is in the tables."""
        with connection.cursor() as cursor:
            cursor.execute("SET maintenance_work_mem = '512MB'")
            for made in self.text_indexes:
                cursor.execute(made)
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)")

    def without_text_indexes(self) -> None:
        """A text index is made in one go afterwards, which is faster. Inside a transaction it stays."""
        if connection.in_atomic_block:
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'groups_posttext'")
            for name, made in [row for row in cursor.fetchall() if "USING gin" in row[1]]:
                cursor.execute(f'DROP INDEX "{name}"')
                self.text_indexes.append(made)

    def handle(self) -> str:
        return "".join(self.chance.choices(LETTERS, k=SIZE))

    def threads(self) -> None:
        copy_rows(
            Thread,
            ["id", "group_id", "public_id", "title", "last_number", "posts_count", "created_at", "last_post_at",
             "locked_at", "hidden_at", "held_at", "pinned_at"],
            (self._thread(plan) for plan in self.plans),
        )  # fmt: skip
        set_counter(Thread, len(self.plans))
        copy_rows(ThreadVoice, ["id", "thread_id", "user_id", "public_id", "shown_name", "badge"], self._voices())
        set_counter(ThreadVoice, self.voice_keys)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE groups_thread t SET starter_id = v.id FROM (SELECT thread_id, min(id) id FROM"
                " groups_threadvoice GROUP BY thread_id) v WHERE v.thread_id = t.id"
            )

    def _thread(self, plan: ThreadPlan) -> tuple[Any, ...]:
        first, last = plan.times[0], plan.times[-1]
        title = " ".join(self.titles[plan.key]).capitalize()[:140]
        marks = [last if plan.state == state else None for state in ("locked", "hidden", "held")]
        pinned = last if plan.key and plan.key % 2000 == 0 else None
        return (plan.key + 1, plan.group.pk, self.handle(), title, plan.size, plan.size, first, last, *marks, pinned)

    def _voices(self) -> Iterator[tuple[Any, ...]]:
        for plan in self.plans:
            members = self.people.members[plan.group.pk]
            number = min(len(members), max(1, int(plan.size**0.62)))
            for user in self.chance.sample(members, number):
                self.voice_keys += 1
                plan.voices.append(self.voice_keys)
                key = uuid.UUID(int=self.chance.getrandbits(128), version=4)
                yield self.voice_keys, plan.key + 1, user.pk, key, user.display_name, "carer" if user.is_carer else ""

    def posts(self) -> None:
        copy_rows(
            Post,
            ["id", "thread_id", "voice_id", "number", "public_id", "reply_to_id", "created_at", "edited_at",
             "held_at", "hidden_at", "removed_at", "deleted_at", "moved_to_id"],
            self._posts(),
        )  # fmt: skip
        set_counter(Post, len(self.said))

    def _posts(self) -> Iterator[tuple[Any, ...]]:
        before: dict[int, int] = {}  # the post before, of each thread
        for key, (at, thread, number) in enumerate(self.said, start=1):
            voices = self.plans[thread].voices
            voice = voices[0] if number == 1 else voices[int(len(voices) * self.chance.random() ** 2)]
            earlier, state = before.get(thread), self.state[key - 1]
            reply_to = earlier if earlier and self.chance.random() < 0.2 else None
            marks = [at if state == one else None for one in ("held_at", "hidden_at", "removed_at", "deleted_at")]
            moved = earlier if state == "moved" else None
            edited = at + timedelta(minutes=7) if key % 50 == 0 else None
            before[thread] = key
            yield (key, thread + 1, voice, number, self.handle(), reply_to, at, edited, *marks, moved)

    def words(self) -> None:
        self.without_text_indexes()
        columns = ["post_id", "body", "html", "renderer_version", "edit_number", "search", "group_id", "said_at"]
        copy_rows(PostText, columns, self._words())

    def _words(self) -> Iterator[tuple[Any, ...]]:
        for key, (at, thread, number) in enumerate(self.said, start=1):
            words = self.writer.body()
            body = " ".join(words)
            if self.state[key - 1] in {"deleted_at", "moved"}:
                continue
            vector = self.writer.vector(self.titles[thread] if number == 1 else (), words)
            quote = "\x02quote:1\x03" if key % 33 == 0 and number > 1 else ""
            html, group = f"{quote}<p>{body}</p>", self.plans[thread].group.pk
            yield key, body, html, RENDERER_VERSION, int(key % 50 == 0), vector, group, at

    def around(self) -> None:
        """Quotes, earlier versions, hidings, reactions and how far people have read."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO groups_quote (post_id, position, quoted_id, edit_number, start, \"end\")"
                " SELECT p.id, 1, e.id, w.edit_number, 0, least(length(w.body), 200) FROM groups_post p"
                " JOIN groups_posttext own ON own.post_id = p.id"
                " JOIN groups_post e ON e.thread_id = p.thread_id AND e.number = p.number - 1"
                " JOIN groups_posttext w ON w.post_id = e.id WHERE p.id %% 33 = 0 AND p.number > 1", []
            )  # fmt: skip
            cursor.execute(
                "INSERT INTO groups_postedit (post_id, edit_number, body, replaced_at)"
                " SELECT post_id, 0, body, now() FROM groups_posttext WHERE edit_number = 1"
            )
            cursor.execute(
                "INSERT INTO groups_hiding (post_id, act, by_id, reason, created_at)"
                " SELECT id, CASE WHEN removed_at IS NULL THEN 'hidden' ELSE 'removed' END, %s, 'Kept kind', created_at"
                " FROM groups_post WHERE hidden_at IS NOT NULL OR removed_at IS NOT NULL", [self.people.moderator.pk]
            )  # fmt: skip
            cursor.execute(
                "INSERT INTO groups_reaction (post_id, user_id, kind)"
                " SELECT p.id, v.user_id, (%s::text[])[1 + p.id %% 5]"
                " FROM groups_post p JOIN LATERAL (SELECT user_id FROM groups_threadvoice WHERE thread_id = p.thread_id"
                " ORDER BY id LIMIT 1 + p.id %% 4) v ON v.user_id IS NOT NULL WHERE p.id %% 6 = 0", [KINDS]
            )  # fmt: skip
            cursor.execute(
                "INSERT INTO groups_readmark (user_id, thread_id, last_read_number)"
                " SELECT v.user_id, t.id, 1 + (t.last_number * 9) / 10 FROM groups_threadvoice v"
                " JOIN groups_thread t ON t.id = v.thread_id WHERE v.user_id IS NOT NULL"
            )
            cursor.execute(
                "INSERT INTO groups_readmark (user_id, thread_id, last_read_number) SELECT %s, id, last_number"
                " FROM groups_thread WHERE id %% 3 = 0 ON CONFLICT DO NOTHING", [self.people.viewer.pk]
            )  # fmt: skip

    def cases(self) -> None:
        """Some waiting for a moderator, most decided: of the newest posts of each group."""
        now, found = timezone.now(), []
        picked = Post.objects.filter(pk__in=range(1, len(self.said), 150)).select_related("thread__group", "voice")
        for place, post in enumerate(picked.order_by("-pk")):
            case = Case(
                reportable="groups.post", object_id=post.public_id, scope=scope_of(post.thread.group),
                author_id=post.voice.user_id, origin=Case.Origin.REPORT, reason=self.chance.choice(Reason.values),
                band=self.chance.choices([0, 1, 2, 3], weights=[1, 4, 20, 75])[0], opened_at=post.created_at,
                due_at=now, closed_at=None if place % 4 == 0 else now,
            )  # fmt: skip
            case.head = {"title": post.thread.title, "excerpt": "It was said.", "place": post.thread.group.name}
            found.append(case)
        Case.objects.bulk_create(found, batch_size=2000)
