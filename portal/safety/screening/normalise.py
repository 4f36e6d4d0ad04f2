"""One plain spelling of a text, with a way back to the text as it was typed."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .lookalikes import INVISIBLE, LETTER_RUNS, LOOKALIKES


@dataclass(frozen=True, slots=True)
class Normalised:
    """`plain` is lower case, `cased` keeps the case; both are indexed alike.

    `starts[i]` is where character `i` came from; it never decreases and has one entry more than
    `plain`, so that the end of a stretch can be looked up too.
    """

    original: str
    cased: str
    plain: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that became `plain[start:end]`, marks on its letters included."""
        if end <= start:
            return self.starts[start], self.starts[start]
        return self.starts[start], max(self.starts[end - 1] + 1, self.starts[end])


def _fold_slowly(char: str) -> str:
    """What one typed character reads as: nothing for invisible ones, several letters for a ligature."""
    if char in LOOKALIKES:
        return LOOKALIKES[char]
    code = ord(char)
    for first in LETTER_RUNS:
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    out = []
    for part in unicodedata.normalize("NFKD", char):
        category = unicodedata.category(part)
        if category in ("Mn", "Me", "Cf") or part in INVISIBLE:
            continue
        if part in "\n\v\f\x85\u2028\u2029":
            out.append("\n")
        elif part == "\t" or category in ("Zs", "Zl", "Zp") or part == "\u2800":
            out.append(" ")
        elif category == "Cc":
            continue
        elif category == "Nd" and not part.isascii():
            out.append(str(unicodedata.digit(part)))
        else:
            out.append(LOOKALIKES.get(part, part))
    return "".join(out)


_FOLDED: dict[str, str] = {}


def _fold(char: str) -> str:
    folded = _FOLDED.get(char)
    if folded is None:
        folded = _fold_slowly(char)
        if len(_FOLDED) < 4096:  # single characters only, never words
            _FOLDED[char] = folded
    return folded


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


# ASCII that stands for itself; the rest of ASCII is control characters and the backtick.
_SAME = {ord(char): char for char in map(chr, range(32, 127)) if char != "`"} | {10: "\n"}
_ASCII_CONTROLS = {code: None for code in range(128) if code not in _SAME and code not in (9, 11, 12, 96)}


def normalise(text: str) -> Normalised:
    """Fold case, accents, widths, look-alike letters and invisible characters. Never fails, linear in the length."""
    if text.isascii() and len(text.translate(_ASCII_CONTROLS)) == len(text):
        cased = text.translate({9: " ", 11: "\n", 12: "\n", 96: "'"})
        return Normalised(text, cased, cased.lower(), range(len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    folded_by = _FOLDED
    for index, char in enumerate(text):
        folded = folded_by.get(char)
        if folded is None:
            folded = _fold(char)
        if len(folded) == 1:
            pieces.append(folded)
            starts.append(index)
        elif folded:
            pieces.append(folded)
            starts.extend([index] * len(folded))
    starts.append(len(text))
    cased = "".join(pieces)
    return Normalised(text, cased, _lower(cased), starts)
