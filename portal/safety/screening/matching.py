"""All entries of the rule books, compiled; finds which of them a text contains and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from textwrap import dedent

from .automaton import OTHER, Alphabet, Automaton, Found, Positions
from .grammar import Alt, Gap, Grammar, Node, PatternError, Seq, Word, backwards
from .rule import Entry
from .slips import EXPANSIONS
from .spelling import JOINED
from .words import Words

LONGEST_MATCH = 40  # words, fillers included
WINDOW = 120  # words; a longer sentence is read in pieces that overlap by the longest match


@dataclass(frozen=True, slots=True)
class Match:
    """An entry's phrase in the words `first` up to but not including `end`."""

    entry: Entry
    first: int
    end: int


@dataclass(slots=True)
class Steps:
    """Counts work, so that a test can show it grows with the text and no faster."""

    taken: int = 0


def number_word(digits: str) -> str:
    """The class of a number: rules tell a few tablets from thirty, never one number from another."""
    if len(digits) == 4 and digits.isdigit() and digits[:2] in ("19", "20"):
        return "#year"
    whole = len(digits.replace(",", ".").split(".")[0].lstrip("0"))
    return "#few" if whole < 2 else "#many" if whole == 2 else "#lots"


def phrases_of(block: str) -> list[str]:
    """One phrase a line; a line indented further continues the one above it."""
    phrases: list[str] = []
    for line in dedent(block.strip("\n")).splitlines():
        if line[:1].isspace() and phrases:
            phrases[-1] += line
        elif line.strip():
            phrases.append(line)
    return phrases


def _word_sets(node: Node) -> Iterable[frozenset[str]]:
    match node:
        case Word(words):
            yield words
        case Seq(parts) | Alt(parts):
            for part in parts:
                yield from _word_sets(part)
        case Gap():
            return


@dataclass(slots=True)
class _Phrase:
    entry: Entry
    tree: Node
    backward: Automaton | None = field(default=None)


class Matcher:
    def __init__(
        self,
        entries: Iterable[Entry],
        classes: Mapping[str, str],
        *,
        fillers: frozenset[str],
        denials: frozenset[str],
    ) -> None:
        grammar = Grammar(classes, EXPANSIONS)
        self._phrases: list[_Phrase] = []
        for entry in entries:
            for line in phrases_of(entry.phrases):
                try:
                    self._phrases.append(_Phrase(entry, grammar.read(line)))
                except PatternError as error:
                    raise PatternError(f"{line!r}: {error}") from error
        sets = {words for phrase in self._phrases for words in _word_sets(phrase.tree)}
        self.alphabet = Alphabet(sets, [fillers, denials])
        self._fillers, self._denials = fillers, denials
        positions = Positions()
        for phrase in self._phrases:
            positions.add(phrase.tree)
        self.automaton = Automaton(positions, self.alphabet, fillers=fillers, denials=denials)

    @property
    def vocabulary(self) -> set[str]:
        return {word for word in self.alphabet.symbols if not word.startswith(("#", "'"))} | set(JOINED.values())

    def symbols(self, words: Words) -> list[int]:
        known = self.alphabet.symbols
        return [
            known.get(word, OTHER) if not word[0].isdigit() or word in known else known.get(number_word(word), OTHER)
            for word in words.words
        ]

    def find(self, words: Words, symbols: list[int], spans: Iterable[tuple[int, int]], steps: Steps) -> list[Match]:
        """The matches in these sentences, in order of place; of one entry only the longest from each first word."""
        ends: Found = []
        for first, end in spans:
            for start in range(first, end, WINDOW):
                steps.taken += self.automaton.run(symbols, start, min(end, start + WINDOW + LONGEST_MATCH), ends)
        matches: dict[tuple[int, int], Match] = {}
        seen: set[tuple[int, int]] = set()
        for number, last in ends:
            phrase = self._phrases[number]
            lowest = max(0, last + 1 - LONGEST_MATCH)
            if (number, last) in seen:
                continue  # found twice, where two pieces overlap
            seen.add((number, last))
            count, taken = self._backward(phrase).reach(symbols[lowest : last + 1][::-1])
            steps.taken += taken
            if not count:
                continue
            match = Match(phrase.entry, last + 1 - count, last + 1)
            key = (id(phrase.entry), match.first)
            if key not in matches or matches[key].end < match.end:
                matches[key] = match
        return sorted(matches.values(), key=lambda match: (match.first, match.end))

    def _backward(self, phrase: _Phrase) -> Automaton:
        if phrase.backward is None:
            positions = Positions()
            positions.add(backwards(phrase.tree))
            phrase.backward = Automaton(positions, self.alphabet, fillers=self._fillers, denials=self._denials)
        return phrase.backward
