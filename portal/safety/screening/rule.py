"""The forms a rule can take. A rule is data: an id that stays, a version that moves with its meaning, a reason."""

from dataclasses import dataclass
from enum import StrEnum

from .findings import Band, Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """Phrases that are a finding by themselves, unless the words around them say otherwise."""

    id: str
    version: int
    kind: Kind
    subkind: str
    band: Band
    reason: str
    phrases: str
    denial: bool = True  # "I do not want to …" cancels it
    anyone: bool = False  # "you" in it means whoever asks
    other: bool = False  # speaks of someone else, whose own "I" it may hold


@dataclass(frozen=True, slots=True)
class Sign:
    """Phrases that count only together with others; see the combinations beside them."""

    name: str
    phrases: str
    denial: bool = True
    kind: Kind = Kind.CRISIS


@dataclass(frozen=True, slots=True)
class Combination:
    """Signs that are a finding when all of `needs` stand within `within` sentences of each other.

    Each entry of `needs` is one sign or several that serve alike, joined by `|`.
    """

    id: str
    version: int
    kind: Kind
    subkind: str
    band: Band
    reason: str
    needs: tuple[str, ...]
    within: int = 3


class Cue(StrEnum):
    """What the words around a finding tell about it."""

    PAST = "past"  # long ago
    RECENT = "recent"  # again, last night: the past is not over
    IMMINENT = "imminent"  # tonight, with the tablets in the hand
    REPORTED = "reported"  # a leaflet, a film, a question that a nurse asked
    CONDITIONAL = "conditional"  # "ring them if you …"
    OVER = "over"  # it was looked into and is dealt with
    OWN = "own"  # someone qualified said so, or it is the writer's own experience
    JOKE = "joke"  # laughter beside it
    CAUTION = "caution"  # "ask your team first"


@dataclass(frozen=True, slots=True)
class CueRule:
    cue: Cue
    reason: str
    phrases: str


@dataclass(frozen=True, slots=True)
class Idiom:
    """Phrases that mean something else; they cancel every finding of these kinds that shares a word with them."""

    id: str
    kinds: tuple[Kind, ...]
    reason: str
    phrases: str
    subkinds: tuple[str, ...] = ()  # empty: all of them


Entry = Rule | Sign | CueRule | Idiom
