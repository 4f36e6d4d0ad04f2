"""From a word as typed to the word, or words, that rules speak of."""

from collections.abc import Iterable

from .slips import EXPANSIONS, FORGIVEN, NOT_SLIPS
from .spelling import CONTRACTIONS

_LEET = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "$": "s", "@": "a", "!": "i", "+": "t"}
_LEET_I = str.maketrans({**_LEET, "1": "i", "|": "i"})
_LEET_L = str.maketrans({**_LEET, "1": "l", "|": "l"})
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_LONGEST = 24  # a longer word is nothing we know, whatever was done to it

# Words worth the trouble of reading through asterisks.
_MASKED = ("suicide", "suicidal", "kill", "killing", "die", "dying", "dead", "death", "harm", "overdose", "cutting",
           "cut", "hang", "rape", "raped", "noose", "myself", "self", "fucking", "hurt")  # fmt: skip


def squeezed(word: str) -> str:
    """The word with every run of one letter reduced to one."""
    return "".join(char for index, char in enumerate(word) if index == 0 or char != word[index - 1])


def _has_long_run(word: str) -> bool:
    return any(word[i] == word[i + 1] == word[i + 2] for i in range(len(word) - 2))


def _one_slip_apart(typed: str, meant: str) -> bool:
    """One letter wrong, missing, extra or two neighbours swapped; the first letter stands."""
    if typed[0] != meant[0] or abs(len(typed) - len(meant)) > 1:
        return False
    at = 0
    while at < min(len(typed), len(meant)) and typed[at] == meant[at]:
        at += 1
    rest, wanted = typed[at:], meant[at:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )


class Resolver:
    """Knows the words of the rules. Every look-up costs a bounded number of steps; nothing typed is remembered."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.vocabulary = frozenset(vocabulary)
        self.direct: dict[str, tuple[str, ...]] = {word: (word,) for word in self.vocabulary} | EXPANSIONS
        self.pieces = self.vocabulary | {typed for typed in CONTRACTIONS if typed.isalpha()}
        self.by_squeezed: dict[str, str] = {}
        for word in sorted(self.vocabulary | set(EXPANSIONS), key=lambda known: (-len(known), known)):
            if word.isalpha():
                self.by_squeezed[squeezed(word)] = word
        self.slips: dict[str, list[str]] = {}
        for word in sorted(FORGIVEN):
            for variant in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
                self.slips.setdefault(variant, []).append(word)

    def read(self, word: str) -> tuple[str, ...]:
        """The canonical words; the word itself when nothing better is known."""
        found = self.direct.get(word)
        if found is not None:
            return found
        if len(word) > _LONGEST:
            return (word,)
        if not word.isalpha():
            return self._with_signs(word)
        if len(word) > 2 and _has_long_run(word):
            meant = self.by_squeezed.get(squeezed(word))
            if meant is not None:
                return self.direct[meant]
        if word.endswith("in") and word + "g" in self.vocabulary:
            return (word + "g",)
        return (self._forgive(word),)

    def known(self, word: str) -> bool:
        return word in self.direct

    def segments(self, word: str) -> tuple[str, ...] | None:
        """A run-together phrase cut into known words, fewest words first; None when it cannot be cut."""
        if not 4 <= len(word) <= 40:
            return None
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 13), end):
                before, piece = best[start], word[start:end]
                if before is None or piece not in self.pieces or (len(piece) == 1 and piece not in "ia"):
                    continue
                longer = (*before, *self.direct[piece])
                if best[end] is None or len(longer) < len(best[end] or ()):
                    best[end] = longer
        return best[len(word)]

    def _with_signs(self, word: str) -> tuple[str, ...]:
        if "'" in word:
            return self._with_apostrophe(word)
        if "*" in word:
            for meant in _MASKED:
                if len(meant) == len(word) and all(a in ("*", b) for a, b in zip(word, meant, strict=True)):
                    return (meant,)
        if sum(char.isalpha() for char in word) >= 1 and len(word) >= 3:
            for table in (_LEET_I, _LEET_L):
                decoded = word.translate(table)
                if decoded in self.direct:
                    return self.direct[decoded]
                if decoded.isalpha() and (forgiven := self._forgive(decoded)) != decoded:
                    return (forgiven,)
        return (word,)

    def _with_apostrophe(self, word: str) -> tuple[str, ...]:
        stem, _, ending = word.rpartition("'")
        if ending == "t" and stem.endswith("n"):
            return (stem[:-1], "not")
        if "'" + ending in _ENDINGS:
            return (*self.direct.get(stem, (stem,)), _ENDINGS["'" + ending])
        if ending in ("s", ""):
            return (*self.direct.get(stem, (stem,)), "'s") if ending else self.read(stem)
        return self.direct.get(word.replace("'", ""), (word,))

    def _forgive(self, word: str) -> str:
        if not 5 <= len(word) <= 16 or word in NOT_SLIPS:
            return word
        variants = [word, *(word[:i] + word[i + 1 :] for i in range(len(word)))]
        meant = {known for variant in variants for known in self.slips.get(variant, ()) if _one_slip_apart(word, known)}
        return min(meant) if meant else word
