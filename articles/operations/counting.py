"""How often a guide is opened on a day. Counted in the cache and written down every few minutes; never by whom.

Without a cache server nothing is counted: reading a page writes nothing into the database.
"""

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from redis.exceptions import RedisError

from articles.models import Article

TWO_DAYS_IN_SECONDS = 2 * 24 * 60 * 60
BATCH = 500
ADD = """
    INSERT INTO articles_readcount (article_id, "on", count) VALUES (%s, %s, %s)
    ON CONFLICT (article_id, "on") DO UPDATE SET count = articles_readcount.count + excluded.count
"""


def today() -> dt.date:
    """The same day for everybody, in UTC: a counter has no time zone."""
    return timezone.now().date()


def key(article_id: UUID, day: dt.date) -> str:
    return f"read:{day.isoformat()}:{article_id}"


def note_reading(article: Article) -> None:
    """One more today. While the cache is away the page comes all the same, and this opening is not counted."""
    if not settings.CACHE_URL:
        return
    try:
        cache.add(key(article.pk, today()), 0, TWO_DAYS_IN_SECONDS)
        cache.incr(key(article.pk, today()))
    except (RedisError, OSError, ValueError):
        return


def write_down_readings() -> int:
    """What was counted since the last time, for today and yesterday. Returns how many openings. May run twice at once:
    each takes from the counter what it writes, so nothing counts double.
    What the database then refuses is lost."""
    written = 0
    ids = list(Article.objects.published().values_list("pk", flat=True))
    for day in (today() - dt.timedelta(days=1), today()):
        for start in range(0, len(ids), BATCH):
            by_key = {key(pk, day): pk for pk in ids[start : start + BATCH]}
            for name, count in cache.get_many(list(by_key)).items():
                written += _write(name, by_key[name], day, count)
    return written


def _write(name: str, article_id: UUID, day: dt.date, count: int) -> int:
    if count <= 0:
        return 0
    try:
        left = cache.decr(name, count)
    except (RedisError, OSError, ValueError):
        return 0
    if left < 0:  # somebody else wrote these down meanwhile
        cache.incr(name, count)
        return 0
    with connection.cursor() as cursor:
        cursor.execute(ADD, [article_id, day, count])
    return count
