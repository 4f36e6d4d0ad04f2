"""Finds every phrase in one pass over the words.

All phrases are compiled into one automaton of positions (Glushkov's construction: one state a word of a phrase, no
empty moves). Reading a word costs one look-up for every live position, whose number is fixed by the rules and small in
practice, for a phrase is only begun in a sentence that holds one of its rare words (its anchors). Nothing is ever tried
twice: the time is linear in the number of words, whatever they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .anchors import anchors_of, needs_of
from .grammar import Alt, Gap, Node, PatternError, Seq, Word

OTHER = 0  # the symbol of every word that no rule mentions
Found = list[tuple[int, int]]


@dataclass(slots=True)
class _Shape:
    """What Glushkov's construction needs to know of a part of a phrase."""

    nullable: bool
    first: list[int]
    last: list[int]


@dataclass(slots=True)
class Positions:
    """The compiled phrases. Position 0 is the beginning, before any word."""

    labels: list[Word | Gap | None] = field(default_factory=lambda: [None])
    follow: list[list[int]] = field(default_factory=lambda: [[]])
    phrase: list[int] = field(default_factory=lambda: [-1])
    accepts: set[int] = field(default_factory=set)
    anchors: list[frozenset[str]] = field(default_factory=list)
    needs: list[list[frozenset[str]]] = field(default_factory=list)

    def add(self, phrase: Node) -> None:
        shape = self._shape(phrase)
        if shape.nullable:
            raise PatternError("a phrase that matches no words at all")
        self.follow[0].extend(shape.first)
        self.accepts.update(shape.last)
        self.anchors.append(anchors_of(phrase))
        self.needs.append(needs_of(phrase))

    def _shape(self, node: Node) -> _Shape:
        match node:
            case Word() | Gap():
                self.labels.append(node)
                self.follow.append([])
                self.phrase.append(len(self.anchors))
                at = len(self.labels) - 1
                return _Shape(False, [at], [at])
            case Alt(branches):
                shapes = [self._shape(branch) for branch in branches]
                return _Shape(
                    any(shape.nullable for shape in shapes),
                    [at for shape in shapes for at in shape.first],
                    [at for shape in shapes for at in shape.last],
                )
            case Seq(parts):
                whole = _Shape(True, [], [])
                for part in parts:
                    shape = self._shape(part)
                    for at in whole.last:
                        self.follow[at].extend(shape.first)
                    whole = _Shape(
                        whole.nullable and shape.nullable,
                        whole.first + shape.first if whole.nullable else whole.first,
                        whole.last + shape.last if shape.nullable else shape.last,
                    )
                return whole
        raise AssertionError(node)


class Alphabet:
    """Words that every rule treats alike share one symbol, which keeps the tables small."""

    def __init__(self, sets: Iterable[frozenset[str]], apart: Sequence[frozenset[str]]) -> None:
        distinct = sorted(set(sets), key=sorted)
        memberships: dict[str, list[int]] = {}
        for index, words in enumerate([*distinct, *apart]):
            for word in words:
                memberships.setdefault(word, []).append(index)
        by_signature: dict[tuple[int, ...], int] = {}
        self.symbols: dict[str, int] = {}
        for word in sorted(memberships):
            signature = tuple(memberships[word])
            self.symbols[word] = by_signature.setdefault(signature, len(by_signature) + 1)

    def of(self, words: frozenset[str]) -> set[int]:
        return {self.symbols[word] for word in words}


class Automaton:
    def __init__(
        self, positions: Positions, alphabet: Alphabet, *, fillers: frozenset[str], denials: frozenset[str]
    ) -> None:
        self.alphabet = alphabet
        self.fillers = alphabet.of(fillers)
        self.denials = alphabet.of(denials)
        self.phrase = positions.phrase
        self.accepts = positions.accepts
        symbols_of = {label.words: alphabet.of(label.words) for label in positions.labels if isinstance(label, Word)}
        self.moves: list[dict[int, tuple[int, ...]]] = []
        self.any_word: list[tuple[int, ...]] = []  # successors that take any word but a denial
        self.any_at_all: list[tuple[int, ...]] = []
        for successors in positions.follow:
            by_symbol: dict[int, list[int]] = {}
            unless_denied: list[int] = []
            always: list[int] = []
            for at in successors:
                label = positions.labels[at]
                if isinstance(label, Word):
                    for symbol in symbols_of[label.words]:
                        by_symbol.setdefault(symbol, []).append(at)
                elif isinstance(label, Gap):
                    (always if label.free else unless_denied).append(at)
            self.moves.append({symbol: tuple(found) for symbol, found in by_symbol.items()})
            self.any_word.append(tuple(unless_denied))
            self.any_at_all.append(tuple(always))
        self.ends_here = [not successors for successors in positions.follow]
        unlocks: dict[int, set[int]] = {}
        for number, anchors in enumerate(positions.anchors):
            for symbol in alphabet.of(anchors):
                unlocks.setdefault(symbol, set()).add(number)
        # Every set that some phrase needs has a bit; a symbol carries the bits of the sets it belongs to.
        bits: dict[frozenset[str], int] = {}
        self.needs = [
            sum(1 << bit for bit in {bits.setdefault(need, len(bits)) for need in needs}) for needs in positions.needs
        ]
        meets: dict[int, int] = {}
        for need, bit in bits.items():
            for symbol in alphabet.of(need):
                meets[symbol] = meets.get(symbol, 0) | 1 << bit
        self.roles = {symbol: (mask, frozenset(unlocks.get(symbol, ()))) for symbol, mask in meets.items()}
        self.openings: dict[int, dict[int, tuple[int, ...]]] = {}  # symbol, phrase: where the phrase begins with it
        for symbol, starts in self.moves[0].items():
            by_phrase = self.openings.setdefault(symbol, {})
            for at in starts:
                by_phrase[self.phrase[at]] = (*by_phrase.get(self.phrase[at], ()), at)

    def run(self, symbols: Sequence[int], first: int, end: int, found: Found) -> int:
        """Adds (phrase number, index of its last word) for every phrase in one sentence; returns the steps taken."""
        begun, steps = self._begun(symbols[first:end])
        if not begun:
            return steps
        openings, phrase, accepts, ends_here = self.openings, self.phrase, self.accepts, self.ends_here
        needs, ahead = self.needs, self._ahead(symbols[first:end])
        live: set[int] = set()
        for index in range(first, end):
            symbol = symbols[index]
            entered = self._entered(live, symbol) if live else set()
            steps += 1 + len(live)
            opening = openings.get(symbol)
            if opening:
                met = ahead[index - first]
                for number in begun & opening.keys():
                    steps += 1
                    if needs[number] & met == needs[number]:
                        entered.update(opening[number])
            if entered:
                for at in entered & accepts:
                    found.append((phrase[at], index))
                if symbol in self.fillers:
                    entered |= live
                live = {at for at in entered if not ends_here[at]}
            elif live and symbol not in self.fillers:
                live = entered
        return steps

    def _begun(self, symbols: Sequence[int]) -> tuple[set[int], int]:
        """The phrases all of whose needed words are there, and the steps taken to know it."""
        met = 0
        candidates: set[int] = set()
        present = set(symbols)
        roles = self.roles
        for symbol in present:
            role = roles.get(symbol)
            if role:
                met |= role[0]
                candidates |= role[1]
        needs = self.needs
        return {number for number in candidates if needs[number] & met == needs[number]}, len(symbols)

    def _ahead(self, symbols: Sequence[int]) -> list[int]:
        """For every place, the needs that the words from there on meet: a phrase is begun only before all it needs."""
        met = 0
        ahead = [0] * len(symbols)
        for index in range(len(symbols) - 1, -1, -1):
            role = self.roles.get(symbols[index])
            if role:
                met |= role[0]
            ahead[index] = met
        return ahead

    def _entered(self, live: Iterable[int], symbol: int) -> set[int]:
        entered: set[int] = set()
        may_gap = symbol not in self.denials
        moves, any_word, any_at_all = self.moves, self.any_word, self.any_at_all
        for at in live:
            direct = moves[at].get(symbol)
            if direct:
                entered.update(direct)
            if may_gap and any_word[at]:
                entered.update(any_word[at])
            if any_at_all[at]:
                entered.update(any_at_all[at])
        return entered

    def reach(self, symbols: Sequence[int]) -> tuple[int, int]:
        """Words in the shortest match at the very beginning (0: none), and steps. For phrases compiled backwards."""
        live: set[int] = {0}
        steps = 0
        for count, symbol in enumerate(symbols, start=1):
            steps += 1 + len(live)
            entered = self._entered(live, symbol)
            if entered & self.accepts:
                return count, steps
            live = entered | (live - {0} if symbol in self.fillers else set())
            if not live:
                break
        return 0, steps
