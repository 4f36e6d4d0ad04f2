"""What a search shows of posts that match: the door decides which of them, then the best come first."""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Exists, F, Func, OuterRef, Value

from groups.models import Post, Thread
from groups.models.notes import without_left_out
from portal.accounts.models import User
from portal.core.prepared import Prepared, Question

RANKED = 50  # of so many, the newest that match and may be shown, the best come first
MARKS = "StartSel=\x02, StopSel=\x03, MaxWords=30, MinWords=12"
BEST = """
SELECT public_id, said_at, title, group_name,
       ts_headline(%s::regconfig, words, websearch_to_tsquery(%s::regconfig, %s), %s), readable
  FROM (SELECT *, count(*) OVER () AS readable FROM ({}) found ORDER BY score DESC, said_at DESC, key DESC LIMIT %s) best
 ORDER BY score DESC, said_at DESC, key DESC
"""


class FoundPost(NamedTuple):
    public_id: str
    said_at: datetime
    title: str
    group_name: str
    excerpt: str
    readable: int  # how many of those asked about may be shown


@dataclass(frozen=True, slots=True)
class Shape:
    """All that the question depends on besides whose it is, the words and the keys."""

    signed_in: bool
    suspended: bool
    config: str


class Among(Func):
    """Whether a key is one of an array: one parameter for any number of them."""

    template = "%(expressions)s::bigint[])"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def best_of(user: Any, words: str, config: str, keys: Sequence[int], limit: int) -> list[FoundPost]:
    """Of these posts the newest that this user finds as they stand in their thread, the best match first. One query."""
    sql, params = _question(user, words, config, list(keys))
    with connection.cursor() as cursor:
        cursor.execute(BEST.format(sql), [config, config, words, MARKS, *params, limit])
        return [FoundPost(*row) for row in cursor.fetchall()]


def _question(user: Any, words: str, config: str, keys: list[int]) -> Question:
    """The door is worked out once for all who sign in with no role among the staff: it asks the same of each."""
    shape = Shape(user.is_authenticated, user.is_authenticated and user.is_suspended, config)
    if user.is_authenticated and user.is_staff:
        return afresh(user, shape, words, keys)
    return FINDABLE.question(shape, me=user.pk, words=words, keys=keys)


def afresh(user: Any, shape: Shape, words: str, keys: list[int]) -> Question:
    sql, params = _findable(user, words, shape.config, keys).query.sql_with_params()
    return sql, tuple(params)


def _findable(user: Any, words: str, config: str, keys: list[int]) -> Any:
    """The newest of these posts that this user finds. Nothing of threads by somebody they do not meet, whose titles
    would be told, and nothing they chose to leave out."""
    asked = SearchQuery(words, search_type="websearch", config=config)
    among = Among(F("pk"), Value(keys, output_field=ArrayField(BigIntegerField())))
    posts = Post.objects.visible_to(user).said().filter(among, thread__hidden_at=None, thread__held_at=None)
    unmet = Thread.objects.visible_to(user).filter(by_someone_unmet=True, pk=OuterRef("thread_id")).order_by()
    posts = without_left_out(posts.filter(~Exists(unmet)), user)  # asked of these posts' threads alone
    told = posts.with_words().annotate(
        key=F("pk"), said_at=F("text__said_at"), title=F("thread__title"), group_name=F("thread__group__name"),
        words=F("body"), score=SearchRank(F("text__search"), asked),
    )  # fmt: skip
    rows = told.order_by("-said_at", "-key")
    return rows.values_list("key", "public_id", "said_at", "title", "group_name", "words", "score")[:RANKED]


def _for_a_stand_in(shape: Shape, me: uuid.UUID, words: str, keys: list[int]) -> Any:
    someone: Any = AnonymousUser()
    if shape.signed_in:
        someone = User(pk=me, suspended_until=datetime.max.replace(tzinfo=UTC) if shape.suspended else None)
    return _findable(someone, words, shape.config, keys)


FINDABLE = Prepared(_for_a_stand_in, me=uuid.uuid4(), words=secrets.token_hex(), keys=[-1, -2])
