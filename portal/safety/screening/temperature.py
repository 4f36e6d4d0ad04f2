"""Body temperatures in a text, in either scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from .findings import Kind
from .matching import Match
from .rule import Sign
from .words import Words

FEVER = Sign("fever.measured", "", kind=Kind.RED_FLAG)
LOW = Sign("fever.low", "", kind=Kind.RED_FLAG)

DEFAULT_THRESHOLD_C = 37.5  # the level at which UK treatment help lines want a call; sites may set another
LOW_C = 36.0
_BODY_C = (33.0, 43.0)  # what a living person's thermometer can show
_BODY_F = (91.4, 109.4)

_NAMING = frozenset(
    "temp temperature fever thermometer tympanic reading feverish febrile pyrexia celsius spiked".split()
)
_CELSIUS = frozenset("c celsius centigrade".split())
_FAHRENHEIT = frozenset("f fahrenheit".split())
_DEGREES = frozenset("degrees degree deg".split())
_NOT_TEMPERATURES = frozenset(
    "mg ml mcg g kg lb lbs stone miles mile minutes hours days weeks months years pounds per percent bpm cycles".split()
)
_WORDS = {"thirty": 30, "forty": 40}
_UNITS = {"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "one": 1, "two": 2}


@dataclass(frozen=True, slots=True)
class Reading:
    celsius: float
    first: int
    end: int


def readings(words: Words, plain: str) -> Iterator[Reading]:
    """Numbers that a unit or a word close by makes a body temperature. Looks at a few words around each number."""
    for index, word in enumerate(words.words):
        if word[0].isdigit():
            value, end = _number(word), index + 1
        elif word in _WORDS:
            value, end = _spelled(words, index)
        else:
            continue
        if value is None:
            continue
        after = words.words[end : end + 2]
        unit = after[0] if after else ""
        sign = plain[words.ends[end - 1] : words.ends[end - 1] + 2].strip()[:1] == "°"
        if unit in _DEGREES:
            sign, end, unit = True, end + 1, after[1] if len(after) > 1 else ""
        if unit in _NOT_TEMPERATURES:
            continue
        named = sign or unit in _CELSIUS or unit in _FAHRENHEIT or _is_named(words, index)
        celsius = _celsius(value, unit)
        if named and celsius is not None:
            yield Reading(celsius, index, end + (unit in _CELSIUS or unit in _FAHRENHEIT))


def _number(word: str) -> float | None:
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return None


def _spelled(words: Words, index: int) -> tuple[float | None, int]:
    """ "thirty eight point five": the tens, a unit, perhaps a decimal."""
    value: float = _WORDS[words.words[index]]
    rest = [*words.words[index + 1 : index + 4], "", "", ""]
    if rest[0] not in _UNITS:
        return (value, index + 1) if value == 40 else (None, index + 1)
    value += _UNITS[rest[0]]
    if rest[1] == "point" and rest[2] in _UNITS:
        return value + _UNITS[rest[2]] / 10, index + 4
    return value, index + 2


def _is_named(words: Words, index: int) -> bool:
    sentence = words.sentences[index]
    return any(
        words.words[near] in _NAMING and words.sentences[near] == sentence
        for near in range(max(0, index - 8), min(len(words), index + 4))
    )


def _celsius(value: float, unit: str) -> float | None:
    if unit not in _FAHRENHEIT and _BODY_C[0] <= value <= _BODY_C[1]:
        return value
    if unit not in _CELSIUS and _BODY_F[0] <= value <= _BODY_F[1]:
        return (value - 32) * 5 / 9
    return None


def signs(words: Words, plain: str, threshold_c: float) -> list[Match]:
    """Every reading that is a fever, or too low, as a sign for the combinations."""
    found = []
    for reading in readings(words, plain):
        if reading.celsius >= threshold_c - 1e-6:
            found.append(Match(FEVER, reading.first, reading.end))
        elif reading.celsius < LOW_C:
            found.append(Match(LOW, reading.first, reading.end))
    return found
