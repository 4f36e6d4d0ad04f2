"""Searches without an answer, for editors: words that three different people looked for in vain. Nothing says who.

Before the third asker only keyed hashes stand in the cache: one of the words, and one of the words together with each
asker, so that nobody's searches can be linked. The words themselves wait there from the third asker on, until they are
written down. Without a cache server nothing is noted: looking writes nothing into the database.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

from articles.models import UnansweredQuery
from portal.safety.screening import screen
from portal.safety.screening.findings import Kind

ASKERS = 3
LONGEST = 200
MOST_AT_ONCE = 500
KEPT = dt.timedelta(days=90)
SECONDS = int(KEPT.total_seconds())
LAST, WRITTEN = "unanswered:last", "unanswered:written"
ADD = """
    INSERT INTO articles_unansweredquery (language, query, people, first_on, last_on)
    VALUES (%(language)s, %(query)s, %(people)s, %(on)s, %(on)s)
    ON CONFLICT (language, query) DO UPDATE SET last_on = greatest(articles_unansweredquery.last_on, excluded.last_on),
        people = greatest(articles_unansweredquery.people, excluded.people)
"""


def note_unanswered(*, query: str, language: str, asker: str) -> None:
    """`asker` is any text that stays the same for one person; only a keyed hash of it is kept, in the cache."""
    words = " ".join(query.casefold().replace("\x00", " ").split()).strip(" ?!.,;:")
    if not settings.CACHE_URL or not words or len(words) > LONGEST or _personal(query):
        return
    hashed = salted_hmac("handrail.articles.unanswered", f"{language}|{words}").hexdigest()
    one = salted_hmac("handrail.articles.unanswered.asker", f"{hashed}|{asker}").hexdigest()
    try:
        if not cache.add(f"unanswered:{hashed}:{one}", 1, SECONDS):
            return
        people = _one_more(f"unanswered:{hashed}")
        if people >= ASKERS:
            row = {"language": language, "query": words, "people": people, "on": timezone.now().date()}
            cache.set(f"unanswered:row:{_one_more(LAST)}", row, SECONDS)
    except (RedisError, OSError, ValueError):
        return


def write_down_unanswered() -> int:
    """What was asked by enough people since the last time, and forget what is old. Returns how many were written.
    May run twice at once: the same words are one row."""
    UnansweredQuery.objects.filter(last_on__lt=timezone.now().date() - KEPT).delete()
    if not settings.CACHE_URL:
        return 0
    written, last = cache.get(WRITTEN, 0), cache.get(LAST, 0)
    if written > last:  # the cache forgot one of the two
        written = 0
    until = min(last, written + MOST_AT_ONCE)
    rows = cache.get_many([f"unanswered:row:{number}" for number in range(written + 1, until + 1)])
    for name, row in rows.items():
        _write(row)
        cache.delete(name)
    cache.set(WRITTEN, until, SECONDS)
    return len(rows)


def _personal(query: str) -> bool:
    """As it was typed and in small letters: what is kept is the latter."""
    return any(found.kind == Kind.PERSONAL_DETAILS for text in (query, query.casefold()) for found in screen(text))


def _one_more(name: str) -> int:
    cache.add(name, 0, SECONDS)
    return int(cache.incr(name))


def _write(row: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ADD, row)
