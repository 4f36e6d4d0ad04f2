"""Temperature and weight in the units that a person measures in. Kept is always °C and kg, so that figures, limits and
rules know one unit alone; what is typed is turned at the door, and what is shown on the way out.

A pound is 0.45359237 kg by definition, a stone is fourteen pounds.
"""

import re

from django.utils.formats import number_format
from django.utils.translation import gettext as _

METRIC, POUNDS, STONE = "metric", "pounds", "stone"
KG_PER_POUND, POUNDS_PER_STONE = 0.45359237, 14
KEPT_DIGITS = 4  # finer than a tenth of a pound or of a degree: what was typed is shown again
MEASURES = {"temperature": (30, 45), "weight": (20, 350)}
FAHRENHEIT = (86, 113)  # the same range; no number is in both, so one without a unit is understood

DEGREES = re.compile(r"(\d+(?:\.\d+)?) ?°? ?([cf]?)")
WEIGHT = re.compile(
    r"(\d+(?:\.\d+)?) ?(kg|st|stones?|lbs?|pounds?)?\.?,?(?: ?(?:and )?(\d+(?:\.\d+)?) ?(?:lbs?|pounds?)?)?"
)


def unit_of(part: str, units: str) -> str:
    """How the unit is written beside a number."""
    if part == "temperature":
        return "°F" if units == POUNDS else "°C"
    return {POUNDS: _("lb"), STONE: _("st")}.get(units, _("kg"))


def as_typed(part: str, kept: float, units: str) -> str:
    """The number as it stands in a field: without its unit, except in stone and pounds."""
    if part == "weight" and units == STONE:
        stones, pounds = _stone(kept)
        return f"{stones} st {_plain(pounds)}"
    return _plain(_turned(part, kept, units))


def in_words(part: str, kept: float, units: str) -> str:
    """The number with its unit, as one reads it."""
    if part == "weight" and units == STONE:
        stones, pounds = _stone(kept)
        return _("%(stones)s st %(pounds)s lb") % {"stones": stones, "pounds": _number(pounds)}
    return f"{_number(_turned(part, kept, units))} {unit_of(part, units)}"


def for_others(part: str, kept: float, units: str) -> str:
    """For a clinician, who may measure otherwise: both, where they differ."""
    own, metric = in_words(part, kept, units), in_words(part, kept, METRIC)
    return own if own == metric else f"{own} ({metric})"


def read(part: str, text: str, units: str) -> float:
    """What somebody typed, in °C or kg. A unit that they wrote wins over the one they chose. Raises ValueError for what
    is no such measure, or is out of the range of bodies."""
    plain = " ".join(text.replace(",", ".").casefold().split())
    kept = round(_degrees(plain) if part == "temperature" else _kilograms(plain, units), KEPT_DIGITS)
    low, high = MEASURES[part]
    if not low <= kept <= high:
        raise ValueError(part)
    return kept


def _degrees(plain: str) -> float:
    found = DEGREES.fullmatch(plain)
    if not found:
        raise ValueError("no temperature")
    number, unit = float(found[1]), found[2]
    low, high = FAHRENHEIT
    if unit == "f" or (not unit and low <= number <= high):
        return (number - 32) * 5 / 9
    return number


def _kilograms(plain: str, units: str) -> float:
    found = WEIGHT.fullmatch(plain)
    if not found:
        raise ValueError("no weight")
    number, unit, more = float(found[1]), found[2] or "", found[3]
    chosen = unit[:2] or {POUNDS: "lb", STONE: "st"}.get(units, "kg")
    if chosen == "st":
        return (number * POUNDS_PER_STONE + float(more or 0)) * KG_PER_POUND
    if more is not None:
        raise ValueError("two numbers")
    return number if chosen == "kg" else number * KG_PER_POUND


def _turned(part: str, kept: float, units: str) -> float:
    if part == "temperature":
        return round(kept * 9 / 5 + 32, 1) if units == POUNDS else round(kept, 2)
    return round(kept / KG_PER_POUND, 1) if units == POUNDS else round(kept, 2)


def _stone(kept: float) -> tuple[int, float]:
    tenths = round(kept / KG_PER_POUND * 10)
    stones, rest = divmod(tenths, POUNDS_PER_STONE * 10)
    return stones, rest / 10


def _number(number: float) -> str:
    return number_format(number, decimal_pos=0 if number == int(number) else None)


def _plain(number: float) -> str:
    return f"{number:g}" if abs(number) < 1000 else f"{number:.1f}"
