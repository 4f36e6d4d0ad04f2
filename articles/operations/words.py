"""The words that spelling is repaired against, rebuilt from what is published."""

from django.db import connection, transaction

REBUILD = """
INSERT INTO articles_searchword (language, word, stem, sound, articles)
SELECT %(language)s, word, coalesce((ts_lexize('english_stem', word))[1], word), dmetaphone(word), max(n)
FROM (
    SELECT word, ndoc AS n FROM ts_stat(format(
        'SELECT words FROM articles_searchsection WHERE whole AND language = %%L', %(language)s::text
    ))
    UNION ALL
    SELECT unnest(tsvector_to_array(to_tsvector('handrail_simple', name || ' ' || array_to_string(synonyms, ' ')))), 0
    FROM vocabulary_healthtopicname WHERE language = %(language)s
) AS known(word, n)
WHERE length(word) BETWEEN 2 AND 60 AND word ~ '^[[:alnum:]]*[[:alpha:]][[:alnum:]]*$'
GROUP BY word
UNION ALL
SELECT %(language)s, '', '', '', count(*) FROM articles_searchsection WHERE whole AND language = %(language)s
"""
LOCK = "SELECT pg_advisory_xact_lock(hashtext('articles.search_words:' || %s))"


@transaction.atomic
def rebuild_words(language: str) -> int:
    """Read every published word of a language again. One at a time; returns how many words there are."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [language])
        cursor.execute("DELETE FROM articles_searchword WHERE language = %s", [language])
        cursor.execute(REBUILD, {"language": language})
        return cursor.rowcount - 1  # but for the row that counts guides
