"""What in a block makes it hard to read or hard to trust, with the reason of each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.blocks import BLOCKS
from articles.plain.extract import Told, explained, of_block
from articles.plain.grade import Reading, grade
from articles.plain.sentences import sentences, words
from articles.plain.swaps import Hard, hard_words

LONGEST_SENTENCE = 25
HIGHEST_GRADE = 8
SHOWN = 3
CLAIMS = ("care-card", "do-dont", "evidence", "table")
"""Kinds of blocks that say what to do, what is a sign, or what helps."""


@dataclass(frozen=True)
class BlockReading:
    """One block with something to say. `place` counts from 1."""

    place: int
    kind: str
    heading: str
    grade: float | None
    warnings: Sequence[str]

    @property
    def shown(self) -> Sequence[str]:
        return self.warnings[:SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.warnings) - SHOWN)


def block_readings(
    blocks: Sequence[tuple[str, dict[str, Any]]], swaps: Mapping[str, str], *, english: bool = True
) -> list[BlockReading]:
    """Only the blocks that have something to say. Grades and built-in words are those of English."""
    known = explained(list(blocks))
    found = []
    for place, (kind, data) in enumerate(blocks, start=1):
        told = of_block(kind, data)
        reading = grade(told.prose, known) if english else Reading()
        said = [*_claims(kind, data), *_sentences(told), *_hard(told, swaps, known), *_grade(reading)]
        if said:
            heading = BLOCKS[kind].heading(data) or str(BLOCKS[kind].label)
            found.append(BlockReading(place, kind, heading, reading.flesch_kincaid_grade, said))
    return found


def _claims(kind: str, data: dict[str, Any]) -> Iterator[str]:
    if kind == "figure" and not str(data.get("alt") or "").strip():
        yield _("The drawing is not described in words, for whoever cannot see it.")
    if kind == "care-card" and not all(row.get("source") for row in data.get("symptoms") or []):
        yield _("A sign on this card cites no source.")
    elif kind in CLAIMS and not any(BLOCKS[kind].cites(data)):
        yield _("It says something about health and cites no source.")


def _sentences(told: Told) -> Iterator[str]:
    """The longest first. An item of a list is read as a sentence too."""
    texts = [*told.prose, *told.lists]
    counted = [(len(words(one)), one) for text in texts for one in sentences(text)]
    for count, one in sorted(counted, key=lambda pair: -pair[0]):
        if count > LONGEST_SENTENCE:
            start = " ".join(one.split()[:8])
            yield _("A sentence of %(count)s words: “%(start)s …”. Say it in two.") % {"count": count, "start": start}


def _hard(told: Told, swaps: Mapping[str, str], known: Collection[str]) -> Iterator[str]:
    for hard in hard_words([*told.headings, *told.prose, *told.lists, *told.tables], swaps, known):
        yield _swap(hard)


def _swap(hard: Hard) -> str:
    if not hard.swap:
        return _("Hard word: “%(word)s”.") % {"word": hard.word}
    return _("Hard word: “%(word)s”. Say “%(swap)s”, or explain it in the article.") % {
        "word": hard.word,
        "swap": hard.swap,
    }


def _grade(reading: Reading) -> Iterator[str]:
    level = reading.flesch_kincaid_grade
    if level is not None and level > HIGHEST_GRADE:
        yield _("It reads at grade %(grade)s. Shorter sentences and words bring it to %(highest)s or below.") % {
            "grade": round(level, 1),
            "highest": HIGHEST_GRADE,
        }
