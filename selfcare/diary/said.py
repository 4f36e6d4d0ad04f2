"""What may stand in a diary entry: each part in its range. Nothing here reads meaning into it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.errors import RuleViolation
from selfcare.diary import words
from selfcare.diary.danger import SIGNS
from selfcare.diary.units import MEASURES
from selfcare.diary.words import PEG, SITES

LONGEST_NOTE = 2000
SCALES = ("worst", "usual", "now", "fatigue")
LISTS: dict[str, Mapping[str, Any]] = {
    "sites": SITES, "helped": words.HELPED, "danger": SIGNS, "quality": words.QUALITY,
    "kept_from": words.KEPT_FROM, "treatment": words.TREATMENT, "eating": words.EATING,
}  # fmt: skip
ONE_OF = {"mood": words.MOOD, "sleep": words.SLEEP, "bowel": words.BOWEL}
PARTS = {*SCALES, *LISTS, *ONE_OF, *MEASURES, "pain", "peg", "woke", "note"}

NOT_A_SCALE = gettext_lazy("Choose a number from 0 to 10")


def is_scale(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10


def is_measure(part: str, value: object) -> bool:
    low, high = MEASURES[part]
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def is_pain(value: object) -> bool:
    return isinstance(value, Mapping) and set(value) <= set(SITES) and all(map(is_scale, value.values()))


def is_peg(value: object) -> bool:
    return isinstance(value, Mapping) and set(value) == set(PEG) and all(map(is_scale, value.values()))


def is_one_of(part: str, value: object) -> bool:
    return isinstance(value, str) and value in ONE_OF[part]


def are_keys(part: str, value: object) -> bool:
    """Only keys that have words: one that nobody knows would be shown nowhere, and a sign of danger lead to no help."""
    if not isinstance(value, list | tuple) or len(value) > 30:
        return False
    return all(isinstance(key, str) and key in LISTS[part] for key in value)


def _checks() -> dict[str, tuple[Callable[[Any], bool], str | Promise, str]]:
    """For each part: whether a value is right, and what is said when it is not, with a code."""
    not_known = gettext_lazy("Choose one of the answers")
    checks: dict[str, tuple[Callable[[Any], bool], str | Promise, str]] = {
        **dict.fromkeys(SCALES, (is_scale, NOT_A_SCALE, "not_a_scale")),
        **{part: (partial(are_keys, part), not_known, "not_known") for part in LISTS},
        **{part: (partial(is_one_of, part), not_known, "not_known") for part in ONE_OF},
        "pain": (is_pain, NOT_A_SCALE, "not_a_scale"),
        "peg": (is_peg, gettext_lazy("Answer all three questions with a number from 0 to 10"), "not_a_scale"),
        "woke": (lambda value: value in (0, 1, 2), not_known, "not_known"),
        "temperature": (
            lambda value: is_measure("temperature", value),
            gettext_lazy("Enter a temperature in °C, such as 36.8"), "not_a_temperature",
        ),
        "weight": (
            lambda value: is_measure("weight", value),
            gettext_lazy("Enter a weight in kg, such as 64.5"), "not_a_weight",
        ),
        "note": (
            lambda value: isinstance(value, str) and len(value) <= LONGEST_NOTE,
            gettext_lazy("The note is too long. Keep it under 2,000 letters."), "too_long",
        ),
    }  # fmt: skip
    return checks


CHECKS = _checks()


def kept(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that say something. Raises RuleViolation for one out of its range, TypeError for an unknown part."""
    if unknown := set(payload) - PARTS:
        raise TypeError(f"The diary has no {sorted(unknown)}.")
    said = {part: value for part, value in payload.items() if value not in (None, "", [], (), {})}
    for part, value in said.items():
        right, message, code = CHECKS[part]
        if not right(value):
            raise RuleViolation(str(message), code=code, field=part)
    if said.get("pain"):  # a place with a number is a place
        said["sites"] = [*said.get("sites", []), *(site for site in said["pain"] if site not in said.get("sites", []))]
    return said


def need_something(said: Mapping[str, Any]) -> None:
    if not said:
        raise RuleViolation(_("Choose a number from 0 to 10, or write a note"), code="empty", field="worst")
