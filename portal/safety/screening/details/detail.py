"""What every scanner works on and what it yields."""

from dataclasses import dataclass

from ..findings import Band
from ..words import Words


@dataclass(frozen=True, slots=True)
class DetailRule:
    id: str
    version: int
    subkind: str
    band: Band
    reason: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A stretch of the normalised text."""

    rule: DetailRule
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    plain: str  # lower case
    cased: str  # the same characters in their own case
    words: Words

    def before(self, at: int, length: int) -> str:
        return self.plain[max(0, at - length) : at]

    def after(self, at: int, length: int) -> str:
        return self.plain[at : at + length]


def mentions(stretch: str, cues: frozenset[str]) -> bool:
    """One of the cues is a word of the stretch. A word cut at the edge of the stretch does not count for more."""
    word = ""
    for char in stretch + " ":
        if char.isalnum() or char == "'":
            word += char
        else:
            if word in cues:
                return True
            word = ""
    return False
