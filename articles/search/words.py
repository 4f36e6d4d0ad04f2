"""What a query says: its words, how telling each is, what it may have meant, and other names for the same things."""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from articles.search.courtesy import COURTESY
from articles.search.intents import dangers, intents
from portal.vocabulary.models import HealthTopicName

LONGEST = 4000
MOST_WORDS = 120
TELLING = 14
UNSEEN = 50
"""Articles not written yet, that hold none of the words: in a small library even a common word says something."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
PARAGRAPH = 12
FULL_FORMS = {
    "cant": "can not", "dont": "do not", "wont": "will not", "didnt": "did not", "doesnt": "does not",
    "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not", "havent": "have not",
    "hasnt": "has not", "hadnt": "had not", "couldnt": "could not", "shouldnt": "should not",
    "wouldnt": "would not", "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have",
    "theyre": "they are", "theyve": "they have", "weve": "we have", "thats": "that is", "whats": "what is",
}  # fmt: skip

LOOK_UP = """
SELECT asked.word, array_to_string(tsvector_to_array(to_tsvector(%(config)s::regconfig, asked.word)), ' '),
       greatest(exact.articles, kin.articles, 0), exact.word IS NOT NULL OR kin.articles IS NOT NULL
FROM unnest(%(words)s::text[]) AS asked(word)
LEFT JOIN articles_searchword exact ON exact.language = %(language)s AND exact.word = asked.word
LEFT JOIN LATERAL (
    SELECT max(articles) AS articles FROM articles_searchword w
    WHERE w.language = %(language)s AND w.stem = (ts_lexize('english_stem', asked.word))[1]
) AS kin ON true
"""
REPAIR = """
WITH asked AS MATERIALIZED (
    SELECT word, dmetaphone(word) AS sound, length(word) AS letters FROM unnest(%(words)s::text[]) AS typed(word)
)
SELECT asked.word, near.word, near.distance, near.sound = asked.sound, near.articles
FROM asked CROSS JOIN LATERAL (
    SELECT w.word, w.sound, w.articles, levenshtein(asked.word, w.word) AS distance
    FROM articles_searchword w
    WHERE w.language = %(language)s AND length(w.word) BETWEEN asked.letters - 3 AND asked.letters + 3
      AND (levenshtein_less_equal(asked.word, w.word, 2) <= CASE WHEN asked.letters < 5 THEN 1 ELSE 2 END
           OR (w.sound = asked.sound AND levenshtein_less_equal(asked.word, w.word, 3) <= 3))
    ORDER BY distance, w.articles DESC, w.word LIMIT 12
) AS near
"""
BEGINNINGS = """
SELECT asked.word FROM unnest(%(words)s::text[]) AS asked(word)
WHERE EXISTS (SELECT 1 FROM articles_searchword w WHERE w.language = %(language)s
              AND w.word LIKE asked.word || '%%')
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One word of a query. `stem` is empty for words that say nothing alone; `count` articles hold it;
    `known` ones are spelt right, though no article may hold them."""

    word: str
    stem: str
    count: int
    known: bool = True
    weight: float = 0.0
    beginning: bool = False

    @property
    def lexeme(self) -> str:
        """As PostgreSQL reads it in a query. A beginning finds every word that begins so."""
        stems = [f"'{stem.replace(chr(39), chr(39) * 2)}'" for stem in self.stem.split()]
        return " & ".join(stems) + (":*" if self.beginning else "")


@dataclass(frozen=True)
class Query:
    """A query understood: telling words with weights, phrases that mean the same, and words as they were mended."""

    typed: str
    asked: Sequence[Asked]
    phrases: Sequence[str]
    mended: Sequence[tuple[str, str]] = ()
    about: Sequence[str] = ()


def plain(text: str) -> str:
    """Small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST].replace("\x00", " ").replace("’", "'"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lower()


def split(text: str) -> list[str]:
    words = (found[0].removesuffix("'s").replace("'", "") for found in WORD.finditer(plain(text)))
    return " ".join(FULL_FORMS.get(word, word) for word in words).split()[:MOST_WORDS]


def understand(typed: str, language: str, config: str, total: int, *, mend: bool = True) -> Query:
    """Read a query against what is published. Three short queries; four where a word is not known. Without `mend`
    every word means what it spells."""
    feared = dangers(typed) if language == "en" else ""
    words = list(dict.fromkeys([*split(typed), *feared.split()]))
    asked = _look_up(words, language, config)
    unknown = [one.word for one in asked if one.stem and not one.known and len(one.word) > 3 and one.word.isalpha()]
    repairs = _repairs(unknown, language, paragraph=len(words) > PARAGRAPH) if mend else {}
    beginnings = set(_beginnings([word for word in unknown if word not in repairs], language))
    meant = typed
    if repairs:
        meant = WORD.sub(lambda found: repairs.get(plain(found[0]), found[0]), typed[:LONGEST])
        known = {one.word: one for one in _look_up(list(repairs.values()), language, config)}
        asked = [known.get(repairs.get(one.word, ""), one) for one in asked]
    asked = [replace(one, beginning=one.word in beginnings) for one in asked if one.stem]
    if len(words) > PARAGRAPH:
        asked = [one for one in asked if one.word not in COURTESY] or asked
    about = intents(meant) if language == "en" else ()
    return Query(typed, _weighed(asked, total), _same_things(meant, language), tuple(repairs.items()), about)


def _look_up(words: Sequence[str], language: str, config: str) -> list[Asked]:
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute(LOOK_UP, {"words": list(words), "language": language, "config": config})
        return [Asked(word, stem, count, known) for word, stem, count, known in cursor.fetchall()]


def _repairs(words: Sequence[str], language: str, *, paragraph: bool) -> dict[str, str]:
    """The nearest word that search knows, for words that it does not and that are near enough to be a slip."""
    if not words:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(REPAIR, {"words": [word for word in words if len(word) < 40][:12], "language": language})
        rows = cursor.fetchall()
    best: dict[str, tuple[float, str]] = {}
    for asked, near, distance, sounds, articles in rows:
        if not likely_slip(asked, near, distance - swaps(asked, near), sounds=sounds, paragraph=paragraph):
            continue
        cost = distance - swaps(asked, near) - 0.6 * sounds - 0.4 * (asked[0] == near[0]) - 0.05 * math.log1p(articles)
        best[asked] = min(best.get(asked, (9.0, "")), (cost, near))
    return {asked: near for asked, (_cost, near) in best.items()}


def likely_slip(typed: str, near: str, changes: int, *, sounds: bool, paragraph: bool) -> bool:
    """Whether a word that search does not know is another one misspelt, rather than a word of its own. Among the
    ordinary words of a whole paragraph only one that sounds the same counts."""
    begins = typed[0] == near[0]
    if paragraph:
        return begins and sounds and len(typed) > 5 and changes <= 2
    if sounds:
        return changes <= (1 if len(typed) < 5 else 3 if len(typed) > 7 else 2)
    return (begins or len(typed) > 5) and changes <= (2 if begins and len(typed) > 6 else 1)


def swaps(one: str, other: str) -> int:
    """1 where two neighbouring letters changed places (which counts as two changes by Levenshtein), else 0."""
    if len(one) != len(other):
        return 0
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    crossed = len(apart) == 2 and apart[1] == apart[0] + 1
    return int(crossed and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]])


def _beginnings(words: Sequence[str], language: str) -> Iterable[str]:
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute(BEGINNINGS, {"words": list(words)[:12], "language": language})
        return [word for (word,) in cursor.fetchall()]


def _weighed(asked: Iterable[Asked], total: int) -> list[Asked]:
    """The most telling words, each with its rarity as weight. A word that begins others weighs as a rare one."""
    unique = {one.stem: one for one in asked if one.count or one.beginning}
    weighed = [
        replace(one, weight=math.log(1 + (total + UNSEEN - one.count + 0.5) / (one.count + 0.5)) if one.count else 2.0)
        for one in unique.values()
    ]
    weighed = [replace(one, weight=max(one.weight, 0.05)) for one in weighed]
    return sorted(weighed, key=lambda one: -one.weight)[:TELLING]


def _same_things(text: str, language: str) -> list[str]:
    """Other names for the health topics that a query speaks of."""
    said = f" {' '.join(split(text))} "
    found: list[str] = []
    for name in HealthTopicName.objects.filter(language=language):
        names = [" ".join(split(one)) for one in (name.name, *name.synonyms)]
        if any(f" {one} " in said for one in names if one):
            found += [one for one in names if one and f" {one} " not in said]
    return list(dict.fromkeys(found))[:24]
