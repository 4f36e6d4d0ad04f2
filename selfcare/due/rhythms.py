"""One way of writing down when something is due: in a template's activities, in the API, and for `next_times`.

times: ["08:00", "20:00"]                 or
spread: 6, window: ["08:00", "20:00"]     so many times from the first to the last minute       or
every_minutes: 90, window: [...]          real minutes, afresh each day; without window day and night   or
after_minutes: 240, window: [...]         so long after it was last done
first_time: "08:00"                       where day and night, or after done, begin to count on the first day
weekdays: [0, 6] · every_days: 3 · cycle: {"length": 21, "days": [1, 2, 3], "from": "2026-06-08"}
starts_on, ends_on, without: [dates] · travel: "follow", "home" or "spaced" · home_zone
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.core.local_time import instant
from selfcare.due.days import EVERY_DAY, YEARS

if TYPE_CHECKING:
    from selfcare.models import Activity

KINDS = {"times": "wall", "spread": "spread", "every_minutes": "elapsed", "after_minutes": "after"}
PARTS = {
    *KINDS,
    "window",
    "first_time",
    "weekdays",
    "every_days",
    "cycle",
    "starts_on",
    "ends_on",
    "without",
    "travel",
    "home_zone",
}
CYCLE = {"length", "days", "from"}
DAYS = ("weekdays", "every_days", "cycle")
EXAMPLES = {
    "times": '["08:00", "20:00"]', "window": '["08:00", "20:00"]', "first_time": '"08:00"', "spread": "6",
    "every_minutes": "90", "after_minutes": "240", "weekdays": "[0, 6]", "every_days": "3",
    "cycle": '{"length": 21, "days": [1, 2, 3]}', "length": "21", "days": "[1, 2, 3]", "from": '"2026-06-08"',
    "starts_on": '"2026-06-08"', "ends_on": '"2026-06-08"', "without": '["2026-12-25"]',
}  # fmt: skip
A_SMALL_NUMBER = 32_767  # what a column holds
TOLD = {"treatment"}  # of what `written` says, what is told and not changed here


def columns(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The activity's columns for what a spec says of the rhythm; parts it leaves out are left out. Raises
    RuleViolation with the part that cannot be read; whether the whole makes sense is `rules.problem_of_rhythm`."""
    found: dict[str, Any] = {}
    said = [name for name in KINDS if name in spec]
    if len(said) > 1:
        raise RuleViolation(_("Say when in one way only"), code="two_ways", field=said[1])
    if spec.get("window") and not said:
        raise RuleViolation(_("Say with it how often it is between these times"), code="window_alone", field="window")
    if said:
        found |= {"schedule_kind": KINDS[said[0]], "times": [], "spread": None, "every_minutes": None}
        found |= _kind(said[0], spec)
    if any(name in spec for name in DAYS):
        found |= _which_days(spec)
    for name in ("starts_on", "ends_on"):
        if name in spec:
            found[name] = _part(name, spec, _maybe_day)
    if "without" in spec:
        found["without"] = _part("without", spec, lambda value: sorted({_day(one) for one in value or []}))
    if "travel" in spec:
        found["zone_policy"] = str(spec["travel"])
    if "home_zone" in spec:
        found["home_zone"] = str(spec["home_zone"])
    return found


def changes(activity: "Activity", spec: Mapping[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """The columns that a spec gives an activity, saved or not. Its first time is by the clock of `zone`. Raises
    RuleViolation as `columns` does."""
    found = columns(spec)
    starts_on = found.get("starts_on", activity.starts_on)
    if spec.get("first_time") and starts_on and starts_on.year in YEARS:
        found["anchor_at"] = instant(starts_on, _part("first_time", spec, _clock), zone)
    return found


def set_rhythm(activity: "Activity", spec: Mapping[str, Any], zone: ZoneInfo) -> None:
    """Write what a spec says into an activity that is not saved."""
    for name, value in changes(activity, spec, zone).items():
        setattr(activity, name, value)


def need_known(spec: Mapping[str, Any]) -> None:
    """Raises RuleViolation for a part that nobody knows: nothing that somebody said of a time is passed over."""
    if unknown := sorted(set(spec) - PARTS - TOLD):
        raise RuleViolation(
            _("Nobody knows this part: %(name)s") % {"name": unknown[0]}, code="unknown_part", field=str(unknown[0])
        )


def _kind(name: str, spec: Mapping[str, Any]) -> dict[str, Any]:
    if name == "times":
        return {"times": _part(name, spec, lambda value: sorted({_clock(one) for one in value}))}
    first, last = _part("window", spec, _window) if spec.get("window") else (None, None)
    column = "spread" if name == "spread" else "every_minutes"
    return {column: _part(name, spec, _whole), "window_from": first, "window_to": last}


def _which_days(spec: Mapping[str, Any]) -> dict[str, Any]:
    cycle = spec.get("cycle")
    weekdays = spec.get("weekdays")
    if cycle is None:
        cycle = {}
    elif not isinstance(cycle, Mapping) or not cycle.get("length") or set(cycle) - CYCLE:
        raise _unread("cycle")  # a part that is missing or misspelt would make it every day
    return {
        "weekdays": list(EVERY_DAY)
        if weekdays is None
        else _part("weekdays", spec, lambda value: sorted({_whole(one) for one in value})),
        "every_days": _part("every_days", spec, _maybe_whole),
        "cycle_length": _part("length", cycle, _maybe_whole),
        "cycle_days": _part("days", cycle, lambda value: sorted({_whole(one) for one in value or []})),
        "cycle_from": _part("from", cycle, _maybe_day),
    }


def _unread(name: str) -> RuleViolation:
    sentence = _("This cannot be read. Write it like %(example)s") % {"example": EXAMPLES[name]}
    return RuleViolation(sentence, code="unread", field=name)


def _part(name: str, spec: Mapping[str, Any], read: Callable[[Any], Any]) -> Any:
    try:
        return read(spec.get(name))
    except (TypeError, ValueError, AttributeError) as error:
        raise _unread(name) from error


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > A_SMALL_NUMBER:
        raise ValueError("not a whole number")
    return value


def _maybe_whole(value: Any) -> int | None:
    return None if value is None else _whole(value)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _maybe_day(value: Any) -> date | None:
    return _day(value) if value else None


def _clock(value: Any) -> time:
    at = value if isinstance(value, time) else time.fromisoformat(value)
    if at.second or at.microsecond or at.tzinfo is not None:
        raise ValueError("not a time of the day in hours and minutes")
    return at


def _window(value: Any) -> tuple[time, time]:
    first, last = value
    return _clock(first), _clock(last)


def written(activity: "Activity") -> dict[str, Any]:
    """An activity's rhythm in the same words, for the API and a person's own copy."""
    name = next(name for name, kind in KINDS.items() if kind == activity.schedule_kind)
    what = {
        "times": [f"{at:%H:%M}" for at in activity.times],
        "spread": activity.spread,
        "every_minutes": activity.every_minutes,
        "after_minutes": activity.every_minutes,
    }[name]
    window = [f"{at:%H:%M}" for at in activity.window] if activity.window else None
    cycle = None
    if activity.cycle_length and activity.cycle_from:
        begins = activity.cycle_from.isoformat()
        cycle = {"length": activity.cycle_length, "days": list(activity.cycle_days), "from": begins}
    return {
        name: what,
        **({} if name == "times" else {"window": window}),
        "weekdays": list(activity.weekdays),
        "every_days": activity.every_days,
        "cycle": cycle,
        **_followed(activity),
        "starts_on": activity.starts_on.isoformat(),
        "ends_on": activity.ends_on.isoformat() if activity.ends_on else None,
        "without": [day.isoformat() for day in activity.without],
        "travel": activity.zone_policy,
        "home_zone": activity.home_zone,
    }


def _followed(activity: "Activity") -> dict[str, Any]:
    """So many days from each of these treatment days; told, and changed by the diary alone."""
    if activity.follow_days is None:
        return {}
    return {"treatment": {"days": activity.follow_days, "from": [day.isoformat() for day in activity.followed]}}
