"""Making an activity from a template's line and a person's choices, saved or only for a preview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from selfcare.models import Activity, Plan, PlanTemplateText


@dataclass(frozen=True)
class Choice:
    """What a person chose for one of a template's activities. None keeps the template's own."""

    times: Sequence[time] | None = None
    weekdays: Sequence[int] | None = None
    follow: bool = True
    discreet: bool = False
    channels: Sequence[str] = field(default=("in_app", "email"))


def parse_times(spec: Mapping[str, Any]) -> list[time]:
    """Times as a template writes them, in order; none for a rule that keeps spacing."""
    return sorted({time.fromisoformat(one) for one in spec.get("times", [])})


def parse_window(spec: Mapping[str, Any]) -> tuple[time, time] | None:
    if "every_minutes" not in spec:
        return None
    first, last = (time.fromisoformat(one) for one in spec["window"])
    return first, last


def draft(plan: Plan, spec: Mapping[str, Any], words: PlanTemplateText, choice: Choice, now: datetime) -> Activity:
    """One activity of a plan, not saved. Its dates begin today in the owner's zone."""
    zone = ZoneInfo(plan.owner.time_zone)
    today = now.astimezone(zone).date()
    days = spec.get("days") or spec.get("weeks", 0) * 7
    window = parse_window(spec)
    activity = Activity(
        owner=plan.owner, plan=plan, template_activity=spec["key"], kind=spec["kind"],
        essential=spec.get("essential", False), discreet=choice.discreet, channels=list(choice.channels),
        minutes=spec.get("minutes"), ml=spec.get("ml"),
        zone_policy=Activity.ZonePolicy.FOLLOW if choice.follow else Activity.ZonePolicy.HOME,
        home_zone=plan.owner.time_zone,
        schedule_kind=Activity.ScheduleKind.ELAPSED if window else Activity.ScheduleKind.WALL,
        times=list(parse_times(spec) if choice.times is None else choice.times),
        weekdays=list(spec.get("weekdays", range(7)) if choice.weekdays is None else choice.weekdays),
        every_minutes=spec.get("every_minutes"), window_from=window and window[0], window_to=window and window[1],
        anchor_at=now, starts_on=today, ends_on=today + timedelta(days=days - 1) if days else None,
        planned_through=None if plan.is_held else now,
    )  # fmt: skip
    said = words.activity_words.get(spec["key"], {})
    activity.title, activity.text = said.get("title", words.title), said.get("text", "")
    return activity
