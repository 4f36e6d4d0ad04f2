"""Finding posts by their words, at a price that depends neither on how many there are nor on how common a word is.

Newest first with a limit makes PostgreSQL walk all posts for a rare word, and the text index alone makes it read every
post that holds a common one. So the planner is asked first how many posts match; for a common word the text index is
read together with the index of time, over just so much of the newest talk as should hold enough matches.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import BooleanField, Func, Q

from groups.models import PostText, SupportGroup

FEW = 1200  # so many matches are read all at once, without asking how new they are
WIDER = 8
NEWEST = "WITH matching AS MATERIALIZED ({}) SELECT post_id FROM matching ORDER BY said_at DESC, post_id DESC LIMIT %s"
OLDEST = "SELECT min(said_at), max(said_at) FROM ({}) newest"
NEAR = 14_000  # so far back every post is looked at, which is faster than reading all that the text index knows
WALKED = 4000  # of so many posts the times are read; where more are meant, the time is reckoned from these
LONGEST = timedelta(days=365 * 100)
PHRASE = 12  # the planner expects about so many times more matches than hold the words side by side


class LookedAt(Func):
    """A condition that no index is asked about. The planner thinks too well of the text index: for a word in every
    fifth post it reads all two hundred thousand entries to find the newest seventy."""

    template = "(%(expressions)s) IS TRUE"
    output_field = BooleanField()


def matching(user: Any, asked: SearchQuery, number: int, *, phrase: bool = False) -> Iterator[tuple[list[int], bool]]:
    """The keys of posts that match in groups this user may read, and whether there are more: the newest `number`, then
    again with more and more of the older ones. Whoever shows them asks the door for what may be shown, and goes on
    until there is enough: what the door hides is made up for by older posts."""
    groups = list(SupportGroup.objects.readable_by(user).order_by().values_list("pk", flat=True))
    more = bool(groups)
    while more:
        found = _newest(asked, groups, number, phrase)
        more = len(found) == number
        yield found, more
        number *= WIDER


def _newest(asked: SearchQuery, groups: Sequence[int], number: int, phrase: bool) -> list[int]:
    """The keys of the newest `number` posts of these groups that match, whatever state they are in."""
    here = PostText.objects.filter(group__in=groups).order_by()
    matching = here.filter(search=asked)
    expected = _estimate(matching) // (PHRASE if phrase else 1)
    all_posts = _all_posts() if expected > FEW else 0
    depth = 3 * number * all_posts // max(expected, 1)
    while expected > FEW and depth * 2 < all_posts:
        looked = here.filter(LookedAt(Q(search=asked))) if depth <= NEAR else matching
        found = _read(looked.filter(said_at__gte=_time_of(depth)), number)
        if len(found) >= number:
            return found
        depth = min(depth * WIDER * WIDER, 2 * depth * number // len(found)) if found else depth * WIDER
    return _read(matching, number)


def _read(matching: Any, number: int) -> list[int]:
    """First all of these matches, then the newest of them: in one step the planner would walk through all posts."""
    sql, params = matching.values("post_id", "said_at").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(NEWEST.format(sql), [*params, number])
        return [row[0] for row in cursor.fetchall()]


def _estimate(matching: Any) -> int:
    """How many posts match, as far as PostgreSQL knows without looking."""
    sql, params = matching.values("post_id").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        told = cursor.fetchone()[0]
    return int((json.loads(told) if isinstance(told, str) else told)[0]["Plan"]["Plan Rows"])


def _all_posts() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE oid = 'groups_posttext'::regclass")
        return max(0, int(cursor.fetchone()[0]))


def _time_of(depth: int) -> datetime | None:
    """When the post was said that about so many others are newer than. Read from the index of time alone. Whoever asks
    looks how many there are and goes further back, so it need not be exact."""
    newest = PostText.objects.order_by("-said_at").values("said_at")[: min(depth, WALKED)]
    sql, params = newest.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(OLDEST.format(sql), params)
        oldest, latest = cursor.fetchone()
    if oldest is None or depth <= WALKED:
        return oldest
    return latest - min((latest - oldest) * depth / WALKED, LONGEST)
