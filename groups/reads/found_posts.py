"""What a search shows of posts that match: the door decides which of them may be shown, then the best come first."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, BooleanField, F, Func, Value

from groups.models import Post, Thread
from groups.models.notes import without_left_out
from portal.accounts.models import User
from portal.core.prepared import Prepared, Question

MARKS = "StartSel=\x02, StopSel=\x03, MaxWords=30, MinWords=12"
BEST = """
WITH asked AS (SELECT websearch_to_tsquery(%(config)s::regconfig, %(words)s) AS query)
SELECT post.public_id, best.said_at, thread.title, grp.name,
       ts_headline(%(config)s::regconfig, best.body, asked.query, %(marks)s)
  FROM (
    SELECT post_id, group_id, said_at, body, ts_rank(search, asked.query) AS score
      FROM groups_posttext, asked WHERE post_id = ANY(%(keys)s)
     ORDER BY score DESC, said_at DESC, post_id DESC LIMIT %(limit)s
  ) best, asked, groups_post post, groups_thread thread, groups_supportgroup grp
 WHERE post.id = best.post_id AND thread.id = post.thread_id AND grp.id = best.group_id
 ORDER BY best.score DESC, best.said_at DESC, best.post_id DESC
"""


class FoundPost(NamedTuple):
    public_id: str
    said_at: datetime
    title: str
    group_name: str
    excerpt: str


def best_of(keys: Sequence[int], words: str, config: str, limit: int) -> list[FoundPost]:
    """Of posts that came through `readable` those that match best, with an excerpt. One query."""
    with connection.cursor() as cursor:
        told: dict[str, Any] = {"keys": list(keys), "words": words, "config": config, "marks": MARKS, "limit": limit}
        cursor.execute(BEST, told)
        return [FoundPost(*row) for row in cursor.fetchall()]


def readable(user: Any, keys: Sequence[int]) -> list[int]:
    """Those of these posts, in the order given, that this user finds as they stand in their thread. Nothing of threads
    by somebody they do not meet, whose titles would be told, and nothing they chose to leave out. Two queries."""
    said = dict(_rows(SAID, user, keys)) if keys else {}
    met = {key for (key,) in _rows(MET, user, set(said.values()))} if said else set()
    return [key for key in keys if said.get(key) in met]


class Among(Func):
    """Whether a key is one of an array: one parameter for any number of them."""

    template = "%(expressions)s::bigint[])"
    arg_joiner = " = ANY("
    output_field = BooleanField()

    def __init__(self, keys: Sequence[int]) -> None:
        super().__init__(F("pk"), Value(keys, output_field=ArrayField(BigIntegerField())))


def said_among(user: Any, keys: Sequence[int]) -> Any:
    posts = without_left_out(Post.objects.visible_to(user).said(), user)
    return posts.filter(Among(keys)).order_by().values_list("pk", "thread_id")


def met_among(user: Any, keys: Sequence[int]) -> Any:
    threads = Thread.objects.visible_to(user).filter(by_someone_unmet=False, hidden_at=None, held_at=None)
    return threads.filter(Among(keys)).order_by().values_list("pk")


@dataclass(frozen=True, slots=True)
class Reader:
    """All that a door asks about somebody who is not staff, besides who it is."""

    signed_in: bool
    suspended: bool

    def stand_in(self, me: uuid.UUID) -> Any:
        closed = datetime.max.replace(tzinfo=UTC) if self.suspended else None
        return User(pk=me, suspended_until=closed) if self.signed_in else AnonymousUser()


SAID = Prepared(lambda reader, me, keys: said_among(reader.stand_in(me), keys), me=uuid.uuid4(), keys=[-1, -2])
MET = Prepared(lambda reader, me, keys: met_among(reader.stand_in(me), keys), me=uuid.uuid4(), keys=[-1, -2])


def question(prepared: Prepared, user: Any, keys: Sequence[int]) -> Question:
    """A door is worked out once for all who hold no role among the staff: it asks the same of each of them."""
    if not user.is_authenticated:
        return prepared.question(Reader(False, False), me=None, keys=keys)
    if user.is_staff:
        return afresh(prepared, user, keys)
    return prepared.question(Reader(True, user.is_suspended), me=user.pk, keys=keys)


def afresh(prepared: Prepared, user: Any, keys: Sequence[int]) -> Question:
    rows = said_among(user, keys) if prepared is SAID else met_among(user, keys)
    sql, params = rows.query.sql_with_params()
    return sql, tuple(params)


def _rows(prepared: Prepared, user: Any, keys: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(*question(prepared, user, list(keys)))
        return cursor.fetchall()
