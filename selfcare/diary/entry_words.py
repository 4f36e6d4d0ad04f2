"""A diary entry in words, for pages and for the sheet that goes to an appointment."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from selfcare.diary.units import METRIC, in_words
from selfcare.diary.words import BOWEL, EATING, MOOD, SITES, SLEEP


def places_words(said: Mapping[str, Any]) -> str:
    """Lower back 6, Hip: each place, with its number where there is one."""
    numbers = said.get("pain", {})
    named = [(SITES[site], numbers.get(site)) for site in said.get("sites", []) if site in SITES]
    return ", ".join(str(words) if number is None else f"{words} {number}" for words, number in named)


def body_words(said: Mapping[str, Any], units: str = METRIC) -> str:
    """Mood, sleep, tiredness and what was measured, as far as they were said; for who reads in these units."""
    parts = []
    if said.get("mood") in MOOD:
        parts.append(_("Mood: %(what)s.") % {"what": MOOD[said["mood"]]})
    if said.get("sleep") in SLEEP:
        parts.append(_("Slept: %(what)s.") % {"what": SLEEP[said["sleep"]]})
    if "fatigue" in said:
        parts.append(_("Tiredness %(number)s.") % {"number": said["fatigue"]})
    if "temperature" in said:
        parts.append(_("Temperature %(measured)s.") % {"measured": in_words("temperature", said["temperature"], units)})
    if said.get("bowel") in BOWEL:
        parts.append(_("Bowel movement: %(what)s.") % {"what": BOWEL[said["bowel"]]})
    if eating := [str(EATING[key]) for key in said.get("eating", []) if key in EATING]:
        parts.append(_("Eating: %(what)s.") % {"what": ", ".join(eating)})
    if "weight" in said:
        parts.append(_("Weight %(measured)s.") % {"measured": in_words("weight", said["weight"], units)})
    return " ".join(parts)
