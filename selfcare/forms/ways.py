"""When in the day one of a plan's activities is due, as questions: at times, so many times spread over waking hours, or
every so many minutes or hours between two times."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ClockInput, PickRadio
from selfcare.drafts import parse_times
from selfcare.due import rhythms
from selfcare.forms.rhythm import NUMBER, UNITS, WAYS
from selfcare.forms.times import TimesField
from selfcare.rules import MOST_TIMES_A_DAY

CHOICES = [(way.value, way.label) for way in (WAYS.WALL, WAYS.SPREAD, WAYS.ELAPSED)]
PARTS: dict[str, tuple[str, ...]] = {
    WAYS.WALL: ("times",),
    WAYS.SPREAD: ("spread", "window_from", "window_to"),
    WAYS.ELAPSED: ("every", "unit", "window_from", "window_to"),
}
NAMES = ("way", "times", "spread", "every", "unit", "window_from", "window_to")
BESIDE = {"every_minutes": "every", "schedule_kind": "way"}
WAKING = (time(8), time(20))


def own_way(spec: Mapping[str, Any]) -> str:
    """The way a template's activity goes; one that waits until it was done keeps to that and is not asked about."""
    way = str(rhythms.columns(spec).get("schedule_kind", ""))
    return way if way in PARTS else ""


def way_fields(spec: Mapping[str, Any]) -> dict[str, forms.Field]:
    """The questions for one activity, with the template's own answers standing in them."""
    found = rhythms.columns(spec)
    first, last = found.get("window_from") or WAKING[0], found.get("window_to") or WAKING[1]
    minutes = found.get("every_minutes") or 120
    hours = minutes % 60 == 0
    ends = {"required": _("Enter when your day begins and ends")}
    return {
        "way": forms.ChoiceField(
            label=_("When in the day"), choices=CHOICES, widget=PickRadio, initial=own_way(spec), required=False
        ),
        "times": TimesField(label=_("What time"), initial=parse_times(spec)),
        "spread": forms.IntegerField(
            label=_("How many times a day"), min_value=1, max_value=MOST_TIMES_A_DAY, widget=forms.NumberInput(NUMBER),
            initial=found.get("spread") or len(parse_times(spec)) or 4,
        ),
        "every": forms.IntegerField(
            label=_("How long between"), min_value=1, max_value=720, widget=forms.NumberInput(NUMBER),
            initial=minutes // 60 if hours else minutes,
        ),
        "unit": forms.ChoiceField(
            label=_("Minutes or hours"), choices=UNITS, widget=forms.Select({"class": "input--s"}),
            initial="hours" if hours else "minutes",
        ),
        "window_from": forms.TimeField(label=_("My day begins"), widget=ClockInput, initial=first, error_messages=ends),
        "window_to": forms.TimeField(label=_("My day ends"), widget=ClockInput, initial=last, error_messages=ends),
    }  # fmt: skip


def unasked(way: str) -> set[str]:
    """What belongs to the other ways: shown, kept as typed, and not read."""
    return {name for names in PARTS.values() for name in names} - set(PARTS.get(way, ()))


def rhythm_of(way: str, said: Mapping[str, Any]) -> dict[str, Any] | None:
    """The activity's columns for what was said, or nothing while something in it is still missing."""
    if any(not said.get(name) for name in PARTS.get(way, ("way",))):
        return None
    columns: dict[str, Any] = {
        "schedule_kind": way, "times": [], "spread": None, "every_minutes": None, "window_from": None,
        "window_to": None,
    }  # fmt: skip
    columns |= {name: said[name] for name in PARTS[way] if name in columns}
    if way == WAYS.ELAPSED:
        columns["every_minutes"] = said["every"] * (60 if said["unit"] == "hours" else 1)
    return columns


def had_way(rhythm: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the form for the rhythm of a plan that ended."""
    minutes = rhythm.get("every_minutes") or 0
    hours = minutes > 0 and minutes % 60 == 0
    found = {name: rhythm.get(name) for name in ("times", "spread", "window_from", "window_to")}
    found |= {"every": minutes // 60 if hours else minutes, "unit": "hours" if hours else "minutes"}
    return {"way": rhythm["schedule_kind"], **found}
