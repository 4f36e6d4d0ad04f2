"""Words to go on with while somebody types: titles of guides, health topics, and words that guides explain."""

from dataclasses import dataclass

from django.db import connection

from articles.languages import content_language
from articles.search.words import split

MOST, LONGEST, MOST_WORDS = 8, 80, 8
SAID = """
WITH said(text, kind, place) AS (
    SELECT title, 'guide', 1 FROM articles_searchsection WHERE whole AND language = %(language)s
    UNION ALL
    SELECT unnest(array_prepend(name, synonyms)), 'topic', 0 FROM vocabulary_healthtopicname
    WHERE language = %(language)s
    UNION ALL
    SELECT term, 'word', 2 FROM articles_publishedterm WHERE language = %(language)s
), wanted AS MATERIALIZED (%(patterns)s), found AS (
    SELECT DISTINCT ON (lower(text)) text, kind FROM said
    WHERE lower(text) ~ ALL (SELECT pattern FROM wanted) ORDER BY lower(text), place
)
SELECT text, kind FROM found
ORDER BY lower(text) ~ ('^' || (SELECT substr(pattern, 3) FROM wanted LIMIT 1)) DESC, length(text), text LIMIT %(most)s
"""
BEGINNING = r"SELECT '\m' || word AS pattern FROM unnest(%(words)s::text[]) AS word"
NEARLY = r"""
    SELECT '\m(' || asked.word || coalesce('|' || string_agg(near.word, '|'), '') || ')' AS pattern
    FROM unnest(%(words)s::text[]) AS asked(word) LEFT JOIN LATERAL (
        SELECT w.word FROM articles_searchword w CROSS JOIN LATERAL (SELECT levenshtein_less_equal(
            asked.word, left(w.word, length(asked.word)), 2) AS changes) AS apart
        WHERE w.language = %(language)s AND length(asked.word) BETWEEN 4 AND 40
          AND changes <= CASE WHEN length(asked.word) > 4 AND left(w.word, 1) = left(asked.word, 1) THEN 2 ELSE 1 END
        ORDER BY changes, w.articles DESC, w.word LIMIT 6
    ) AS near ON true
    GROUP BY asked.word
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    kind: str


def suggestions(typed: str, language: str) -> list[Suggestion]:
    """Names in which every word typed begins a word; where there are none, names in which it nearly does.

    One query, or two. Only what is published is read. None for a single sign or for more than a few words.
    """
    words = split(typed)
    if len(typed) > LONGEST or len(words) > MOST_WORDS or len("".join(words)) < 2:
        return []
    language = content_language(language)
    return _named(words, language, BEGINNING) or _named(words, language, NEARLY)


def _named(words: list[str], language: str, patterns: str) -> list[Suggestion]:
    with connection.cursor() as cursor:
        sql = SAID.replace("%(patterns)s", patterns)
        cursor.execute(sql, {"words": words, "language": language, "most": MOST})
        return [Suggestion(text, kind) for text, kind in cursor.fetchall()]
