"""Ranking and excerpts. Articles are ranked by the rare words found in them, where those stand, and how near."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from articles.languages import content_language, text_config
from articles.models import Article, SearchWord
from articles.models.published import ALL_GUIDES
from articles.search.snippets import snippet
from articles.search.words import Query, split, understand
from portal.core.search import Hit
from portal.core.text import marked_excerpt

PLENTY = 400
NEAR, NAMED, ABOUT = 2.0, 2.0, 0.5
"""How much the words standing near each other, those of the title and the fitting headings add to a score."""
TERMS = """
WITH typed AS (
    SELECT unnest(%(stems)s::text[])::tsquery AS q, unnest(%(weights)s::float8[]) AS weight,
           unnest(%(finds)s::boolean[]) AS finds
), terms AS MATERIALIZED (
    SELECT q, weight, finds FROM typed
    UNION ALL
    SELECT q, %(same)s::float8, true FROM (
        SELECT DISTINCT phraseto_tsquery(%(config)s::regconfig, phrase) AS q FROM unnest(%(phrases)s::text[]) AS phrase
    ) AS named WHERE numnode(q) > 0
), one AS MATERIALIZED (SELECT string_agg('(' || q::text || ')', ' | ')::tsquery AS q FROM terms WHERE finds)
"""
RANK = """, scored AS (
    SELECT s.article_id, s.vector, said.words, said.covered
    FROM articles_searchsection s CROSS JOIN LATERAL (
        SELECT sum(t.weight * ts_rank('{0,0.2,0.5,1.0}', s.vector, t.q, 1)) AS words,
               least(1, sum(CASE WHEN s.vector @@ t.q THEN t.weight ELSE 0 END) / %(all)s) AS covered
        FROM terms t
    ) AS said
    WHERE s.whole AND s.language = %(language)s AND s.vector @@ (SELECT q FROM one)
), best AS (
    SELECT article_id, vector, words * (0.2 + covered * covered) AS score FROM scored
    ORDER BY score DESC, article_id LIMIT greatest(30, %(limit)s)
)
SELECT best.article_id, best.score
    * (1 + %(k_near)s * ts_rank_cd('{0,0.2,0.5,1.0}', vector, %(near)s::tsquery, 1))
    * (1 + %(k_title)s * named.said) * (1 + %(k_about)s * about.answers::int) AS score
FROM best
CROSS JOIN LATERAL (
    SELECT coalesce(avg((word = ANY(%(said)s::text[]))::int), 0) AS said
    FROM unnest(tsvector_to_array(ts_filter(best.vector, '{a}'))) AS word
) AS named
CROSS JOIN LATERAL (
    SELECT EXISTS (
        SELECT FROM articles_searchsection part
        WHERE part.article_id = best.article_id AND NOT part.whole
          AND to_tsvector(part.config, part.heading) @@ %(about)s::tsquery
    ) AS answers
) AS about
ORDER BY score DESC, best.article_id LIMIT %(limit)s
"""
AS_TYPED = """
WITH typed AS (
    SELECT replace(plainto_tsquery('handrail_simple', %(typed)s)::text, ' & ', ' | ')::tsquery AS q
)
SELECT article_id, ts_rank(to_tsvector('handrail_simple', title), q, 1)::float8 AS score
FROM articles_searchsection s CROSS JOIN typed
WHERE s.whole AND s.language = %(language)s AND s.words @@ q
ORDER BY score DESC, article_id LIMIT %(limit)s
"""
"""For a query of words that say nothing alone (“ALL” is an illness too): letter for letter, titles first."""
EXCERPT = """, best AS (
    SELECT DISTINCT ON (s.article_id) s.* FROM articles_searchsection s
    WHERE s.article_id = ANY(%(articles)s) AND NOT s.whole
    ORDER BY s.article_id, ts_rank('{0,0.3,0.6,0}', s.vector, (SELECT q FROM one), 1) DESC, s.position
)
SELECT article_id, heading, anchor, coalesce(ts_headline(config, body, (SELECT q FROM one),
    E'StartSel=\\x02,StopSel=\\x03,HighlightAll=true'), left(body, 400))
FROM best
"""


def search(user: Any, query: str, language: str, limit: int) -> Sequence[Hit]:
    """The best published guides for a query, with the section that answers it. Everybody may read all of them."""
    language = content_language(language)
    return _answers(user, _understood(query, language), language, limit)


def search_as_typed(user: Any, query: str, language: str, limit: int) -> Sequence[Hit]:
    """The same with every word as it is spelt."""
    language = content_language(language)
    return _answers(user, _understood(query, language, mend=False), language, limit)


def _answers(user: Any, understood: Query, language: str, limit: int) -> Sequence[Hit]:
    scores = dict(_rank(understood, language, limit))
    if not scores:
        return []
    found = _excerpts(understood, language, list(scores))
    articles = Article.objects.visible_to(user).published().filter(pk__in=scores).for_cards()
    hits = [_hit(article, scores[article.pk], found.get(article.pk)) for article in articles]
    return sorted(hits, key=lambda hit: -hit.score)


def ranked(query: str, language: str = "en", limit: int = 10) -> list[UUID]:
    """Keys of the best articles, the best first: the ranking alone, as the pages use it."""
    return [key for key, _score in _rank(_understood(query, language), language, limit)]


def mended(query: str, language: str) -> Sequence[tuple[str, str]]:
    """The words that were read otherwise than they were typed, each with what it was read as."""
    return _understood(query, content_language(language)).mended


def _understood(query: str, language: str, *, mend: bool = True) -> Query:
    return understand(query, language, text_config(language), _all_guides(language), mend=mend)


def _all_guides(language: str) -> int:
    """How many guides search knows. Counted once, when its words are gathered."""
    counted = SearchWord.objects.filter(language=language, word=ALL_GUIDES).values_list("articles", flat=True)
    return counted.first() or 0


def _parameters(query: Query, language: str) -> dict[str, Any]:
    stems = [one.lexeme for one in query.asked]
    weights = [one.weight for one in query.asked]
    return {
        "stems": stems,
        "weights": weights,
        "finds": _finders(query),
        "all": sum(weights) or 1.0,
        "same": max(weights, default=2.0) * 0.6,
        "phrases": list(query.phrases),
        "config": text_config(language),
        "language": language,
        "near": " & ".join(stems[:6]),
        "said": [stem for one in query.asked for stem in one.stem.split()],
        "about": " | ".join(f"'{stem}'" for stem in query.about),
        "k_near": NEAR if len(query.asked) > 1 else 0.0,
        "k_title": NAMED,
        "k_about": ABOUT,
    }


def _finders(query: Query) -> list[bool]:
    """Which words look for articles: the rarest, until they find plenty. The others only help to rank what is found."""
    finders, found = [], 0
    for one in query.asked:
        finders.append(not found or found + one.count <= PLENTY)
        found += one.count
    return finders


def _rank(query: Query, language: str, limit: int) -> list[tuple[UUID, float]]:
    if not query.typed.strip():
        return []
    with connection.cursor() as cursor:
        if not query.asked and not query.phrases:
            typed = " ".join(split(query.typed))
            cursor.execute(AS_TYPED, {"typed": typed, "language": language, "limit": limit})
            return cursor.fetchall()
        cursor.execute(TERMS + RANK, {**_parameters(query, language), "limit": limit})
        return cursor.fetchall()


def _excerpts(query: Query, language: str, articles: list[UUID]) -> Mapping[UUID, tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(TERMS + EXCERPT, {**_parameters(query, language), "articles": articles})
        return {key: (heading, anchor, excerpt) for key, heading, anchor, excerpt in cursor.fetchall()}


def _hit(article: Article, score: float, found: tuple[str, str, str] | None) -> Hit:
    heading, anchor, excerpt = found or ("", "", "")
    shown = article.current
    assert shown is not None  # noqa: S101  (a database constraint)
    return Hit(
        title=shown.title,
        url=article.get_absolute_url() + (f"#{anchor}" if anchor else ""),
        excerpt=marked_excerpt(snippet(excerpt)),
        meta=heading if heading != shown.title else "",
        part="learn",
        score=score,
    )
