"""Rules over the diary's numbers. They run only under limits that the site's clinician signed; else they are silent.

Modelled on the red, amber and green of the UKONS triage tool: one sign asks for a call within a day, two ask for one
now. They only show whom to call. They store nothing, tell nobody and change nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any, Protocol

from selfcare.diary.worst import worst_of

SICK = {"nausea", "diarrhoea"}
SPINE = {"lower-back", "upper-back", "neck"}
WEEK = timedelta(days=7)
SIX_MONTHS = timedelta(days=183)


class Limits(Protocol):
    pain_from: int
    rise_by: int
    nights: int
    loss_percent: int
    days_without_stool: int
    fluid_percent: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """One entry with its local day."""

    day: date
    payload: Mapping[str, Any]

    @property
    def worst(self) -> int | None:
        return worst_of(self.payload)


@dataclass(frozen=True, slots=True)
class Drunk:
    """What was drunk on a day that is over, of what it was for."""

    day: date
    ml: int
    aim_ml: int


def findings(entries: Sequence[Said], today: date, limits: Limits, drunk: Sequence[Drunk] = ()) -> list[str]:
    """Codes of the rules that are met, from entries in the order of time and the last days' drinks."""
    found = {
        "pain": any(one.day == today and (one.worst or 0) >= limits.pain_from for one in entries),
        "rise": _rises(entries, today, limits.rise_by),
        "nights": len({one.day for one in entries if _recent(one, today) and one.payload.get("woke")}) >= limits.nights,
        "weight": _loses(entries, limits.loss_percent),
        "stool": _without_stool(entries, today) >= limits.days_without_stool,
        "fluid": any(_too_little(one, entries, limits.fluid_percent) for one in drunk),
        "new_place": _new_in_the_spine(entries, today),
    }
    return [code for code, met in found.items() if met]


def is_now(found: Sequence[str]) -> bool:
    """Two signs at once weigh more than one."""
    return len(found) >= 2


def _recent(one: Said, today: date) -> bool:
    return today - WEEK < one.day <= today


def _days(entries: Sequence[Said]) -> dict[date, int]:
    worst: dict[date, int] = {}
    for one in entries:
        if one.worst is not None:
            worst[one.day] = max(worst.get(one.day, 0), one.worst)
    return worst


def _rises(entries: Sequence[Said], today: date, by: int) -> bool:
    """Today and the day before, each at least `by` over the person's own middle of the seven days before them."""
    worst, yesterday = _days(entries), today - timedelta(days=1)
    before = [number for day, number in worst.items() if yesterday - WEEK <= day < yesterday]
    if len(before) < 3 or today not in worst or yesterday not in worst:
        return False
    return min(worst[today], worst[yesterday]) >= median(before) + by


def _loses(entries: Sequence[Said], percent: int) -> bool:
    """The last weight against the highest of the six months before it. A loss of just that many percent counts: it is
    compared without the dust of binary fractions."""
    said = [(one.day, one.payload["weight"]) for one in entries if "weight" in one.payload]
    if not said:
        return False
    last, now = said[-1]
    before = [weight for day, weight in said if last - SIX_MONTHS <= day < last]
    return bool(before) and round((max(before) - now) * 100 - max(before) * percent, 6) >= 0


def _without_stool(entries: Sequence[Said], today: date) -> int:
    """Days in a row, up to today, of which each was said to be without."""
    said: dict[date, set[str]] = {}
    for one in entries:
        if "bowel" in one.payload:
            said.setdefault(one.day, set()).add(one.payload["bowel"])
    days = 0
    while said.get(today - timedelta(days=days)) == {"none"}:
        days += 1
    return days


def _too_little(one: Drunk, entries: Sequence[Said], percent: int | None) -> bool:
    """Less than this part of the aim, on a day with sickness or loose stools."""
    if percent is None or one.ml * 100 >= one.aim_ml * percent:
        return False
    said = [entry.payload for entry in entries if entry.day == one.day]
    return any(SICK & set(payload.get("eating", [])) or payload.get("bowel") == "loose" for payload in said)


def _new_in_the_spine(entries: Sequence[Said], today: date) -> bool:
    """A place in the spine named today, and never in two weeks of entries before."""
    before = {site for one in entries if one.day < today for site in one.payload.get("sites", [])}
    now = {site for one in entries if one.day == today for site in one.payload.get("sites", [])}
    days = {one.day for one in entries if one.day < today}
    return len(days) >= 3 and bool((now & SPINE) - before)
