"""Whether a question was asked already: threads with a like title, and guides, for whoever is about to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Case, Value, When

from groups.models import SupportGroup, Thread
from groups.models.notes import without_left_out
from groups.models.post_text import CONFIGS
from portal.core.search import Hit, search_sources

MOST_THREADS, MOST_GUIDES, MOST_WORDS, SHORTEST = 4, 2, 8, 6
FILLERS = {  # words of asking, by what English leaves of them: they stand in every other title
    "advic", "anybodi", "anyon", "ask", "els", "everybodi", "everyon", "experi", "feel", "get", "help", "idea", "know",
    "like", "need", "new", "pleas", "question", "somebodi", "someon", "thank", "tip", "tri", "want",
}  # fmt: skip
STEMS = "SELECT unnest(tsvector_to_array(to_tsvector(%s::regconfig, %s)))"


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What is there already. Every row came through the asker's own doors."""

    threads: Sequence[Thread]
    guides: Sequence[Hit]

    def __bool__(self) -> bool:
        return bool(self.threads or self.guides)


def asked_before(user: Any, group: SupportGroup, title: str) -> AskedBefore:
    """Threads in groups one may read whose titles share at least half of the words that matter, this group's first;
    and guides. Two queries, and those of the guides. Nothing for a title of a few letters."""
    title = title.replace("\x00", "").strip()[:140]
    stems = _stems(title, group) if len(title) >= SHORTEST else []
    if not stems:
        return AskedBefore((), ())
    return AskedBefore(_threads(user, group, stems), _guides(user, title))


def _stems(title: str, group: SupportGroup) -> list[str]:
    """The beginnings of the words that matter, in the language of the group: "does anyone" is none of them."""
    config = CONFIGS.get(group.languages[0] if group.languages else "", "simple")
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [config, title])
        found = [row[0] for row in cursor.fetchall()]
    return [stem for stem in found if len(stem) > 2 and stem.isalnum() and stem not in FILLERS][:MOST_WORDS]


def _threads(user: Any, group: SupportGroup, stems: Sequence[str]) -> list[Thread]:
    each = [SearchQuery(f"{stem}:*", search_type="raw", config="simple") for stem in stems]
    shared: Any = Value(0)
    for one in each:
        shared = shared + Case(When(title_words=one, then=Value(1)), default=Value(0))
    any_of = each[0]
    for one in each[1:]:
        any_of = any_of | one
    here = Case(When(group=group, then=Value(0)), default=Value(1))
    threads = (
        without_left_out(Thread.objects.visible_to(user), user)
        .filter(title_words=any_of, hidden_at=None, held_at=None, by_someone_unmet=False)
        .annotate(shared=shared, here=here)
        .filter(shared__gte=(len(stems) + 1) // 2)
        .select_related("group")
    )
    return list(threads.order_by("-shared", "here", "-last_post_at", "-pk")[:MOST_THREADS])


def _guides(user: Any, title: str) -> Sequence[Hit]:
    guides = search_sources.find("articles")
    language = user.language if user.is_authenticated else "en"
    return guides.search(user, title, language, MOST_GUIDES) if guides else ()
