"""Reading grades. Flesch-Kincaid (Kincaid and others 1975), reading ease (Flesch 1948), SMOG (McLaughlin 1969).

SMOG was made for samples of 30 sentences; with fewer the polysyllables are scaled up,
and below 10 the figure says little.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from articles.plain.sentences import sentences, words
from articles.plain.syllables import syllables

POLYSYLLABLE = 3
FEW = 30


@dataclass(frozen=True)
class Reading:
    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0
    longest: list[tuple[int, str]] = field(default_factory=list)

    @property
    def flesch_kincaid_grade(self) -> float | None:
        if not self.words:
            return None
        return round(0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59, 2)

    @property
    def flesch_reading_ease(self) -> float | None:
        if not self.words:
            return None
        return round(206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words, 2)

    @property
    def smog(self) -> float | None:
        return round(1.0430 * sqrt(self.polysyllables * 30 / self.sentences) + 3.1291, 2) if self.words else None

    def as_json(self) -> dict[str, Any]:
        return {
            "flesch_kincaid_grade": self.flesch_kincaid_grade,
            "smog": self.smog,
            "smog_from_few_sentences": self.sentences < FEW,
            "flesch_reading_ease": self.flesch_reading_ease,
            "sentences": self.sentences,
            "words": self.words,
            "syllables": self.syllables,
            "longest_sentences": [{"words": count, "text": text} for count, text in self.longest],
        }


def grade(paragraphs: Iterable[str], known: Collection[str] = ()) -> Reading:
    """`known` words, in lower case, are explained to the reader, so none of them counts more than two syllables."""
    found = [one for paragraph in paragraphs for one in sentences(paragraph)]
    phrases = [phrase.split() for phrase in known]
    said: list[int] = []
    lengths: list[tuple[int, str]] = []
    for one in found:
        counted = _syllables(words(one), phrases)
        said += counted
        lengths.append((len(counted), one))
    lengths.sort(key=lambda pair: -pair[0])
    hard = sum(count >= POLYSYLLABLE for count in said)
    return Reading(len(found), len(said), sum(said), hard, lengths[:3])


def _syllables(spoken: list[str], phrases: list[list[str]]) -> list[int]:
    low = [_bare(word) for word in spoken]
    easy: set[int] = set()
    for phrase in phrases:
        size = len(phrase)
        for at in range(len(low) - size + 1):
            if [*low[at : at + size - 1], low[at + size - 1]] == phrase or _one(low[at : at + size]) == phrase:
                easy.update(range(at, at + size))
    counts = [syllables(word) for word in spoken]
    return [min(count, 2) if at in easy else count for at, count in enumerate(counts)]


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _one(phrase: list[str]) -> list[str]:
    return [*phrase[:-1], phrase[-1].removesuffix("s")]
