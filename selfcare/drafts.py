"""Making an activity from a template's line and a person's choices, saved or only for a preview."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare import rules
from selfcare.due import rhythms
from selfcare.models import Activity, Kind, Plan, PlanTemplateText


@dataclass(frozen=True)
class Choice:
    """What a person chose for one of a template's activities. None keeps the template's own. `rhythm`: the columns
    that say when in the day, whatever the template says of it. `days`: those that say on which days, as the person had
    them; other `weekdays` win. `treatment`: for what a template has for treatment days,
    whether it follows the marks in the diary, a cycle, or one treatment only, counted from `treatment_from`; `followed`
    are treatment days that are known already."""

    rhythm: Mapping[str, Any] | None = None
    times: Sequence[time] | None = None
    weekdays: Sequence[int] | None = None
    days: Mapping[str, Any] | None = None
    without: Sequence[date] = ()
    treatment: str = "diary"
    treatment_from: date | None = None
    followed: Sequence[date] = ()
    cycle_length: int | None = None
    cycle_from: date | None = None
    travel: str = Activity.ZonePolicy.FOLLOW
    discreet: bool = False
    channels: Sequence[str] = field(default=("in_app", "email"))


AFTER = Activity.ScheduleKind.AFTER
USUAL_CYCLE = 21
LOOKED_BACK = timedelta(days=14)
ON_WHICH_DAYS = ("weekdays", "every_days", "cycle_length", "cycle_days", "cycle_from")
WHEN_IN_THE_DAY = ("schedule_kind", "times", "spread", "every_minutes", "window_from", "window_to")


def found_kind(spec: Mapping[str, Any]) -> str:
    return str(rhythms.columns(spec).get("schedule_kind", ""))


def parse_times(spec: Mapping[str, Any]) -> list[time]:
    """Times as a template writes them, in order; none for a rule that keeps spacing."""
    return sorted({time.fromisoformat(one) for one in spec.get("times", [])})


def draft(plan: Plan, spec: Mapping[str, Any], words: PlanTemplateText, choice: Choice, now: datetime) -> Activity:
    """One activity of a plan, not saved. Its dates begin today in the owner's zone."""
    zone = zone_of(plan.owner.time_zone)
    today = now.astimezone(zone).date()
    days = spec.get("days") or spec.get("weeks", 0) * 7
    activity = Activity(
        owner=plan.owner, plan=plan, template_activity=spec["key"], kind=spec["kind"],
        essential=spec.get("essential", False), discreet=choice.discreet, channels=list(choice.channels),
        minutes=spec.get("minutes"), ml=spec.get("ml"),
        zone_policy=choice.travel,
        home_zone=zone.key,
        anchor_at=now, starts_on=today, ends_on=today + timedelta(days=days - 1) if days else None,
        planned_through=None if plan.is_held else now,
    )  # fmt: skip
    for name, value in (rhythms.columns(spec) | _chosen(spec, choice, today)).items():
        setattr(activity, name, value)
    if "follows" in spec:
        _follow(activity, spec["follows"], choice, today)
    activity.usual_minutes = spec.get("up_to")
    if plan.lightened_at is not None and activity.minutes:
        activity.usual_minutes = activity.usual_minutes or activity.minutes
        activity.minutes = rules.lighter(activity.minutes)
    said = words.activity_words.get(spec["key"], {})
    activity.title, activity.text = said.get("title", words.title), said.get("text", "")
    return activity


def _follow(activity: Activity, days: int, choice: Choice, today: date) -> None:
    """The treatment day and those after it: by the diary, by a cycle, or this once."""
    if choice.treatment == "cycle":
        activity.cycle_length = choice.cycle_length or USUAL_CYCLE
        activity.cycle_from = choice.treatment_from or choice.cycle_from or today
        activity.cycle_days = list(range(1, days + 1))
        return
    named = {*choice.followed, *([choice.treatment_from] if choice.treatment_from else [])} or {today}
    if choice.treatment == "once":
        first = choice.treatment_from or max(named)
        named, activity.ends_on = {first}, first + timedelta(days=days - 1)
    activity.follow_days, activity.followed = days, sorted(named)


def with_days_from(choices: Mapping[str, Choice], first: date) -> dict[str, Choice]:
    """The same without the treatment days before this one: they belong to a plan that ended."""
    return {key: replace(one, followed=[day for day in one.followed if day >= first]) for key, one in choices.items()}


def next_treatment(choice: Choice, today: date) -> date | None:
    """The first treatment day of a choice that is not over; without one, the last of the last two weeks."""
    if choice.treatment == "cycle" and choice.cycle_from:
        length = choice.cycle_length or USUAL_CYCLE
        return today + timedelta(days=(choice.cycle_from - today).days % length)
    ahead = [day for day in choice.followed if day >= today]
    lately = [day for day in choice.followed if today - LOOKED_BACK < day < today]
    return min(ahead, default=max(lately, default=None))


def _treatment_of(one: Activity) -> str:
    return "cycle" if one.cycle_length else "once" if one.ends_on else "diary"


def choices_of(activities: Iterable[Activity]) -> dict[str, Choice]:
    """What a person chose in a plan, for its newer version or for starting it again. The gate is asked afresh."""
    return {
        one.template_activity: Choice(
            rhythm=None if one.schedule_kind == AFTER else {name: getattr(one, name) for name in WHEN_IN_THE_DAY},
            weekdays=list(one.weekdays), without=list(one.without),
            days={name: getattr(one, name) for name in ON_WHICH_DAYS},
            cycle_length=one.cycle_length, cycle_from=one.cycle_from,
            treatment=_treatment_of(one), followed=list(one.followed), travel=one.zone_policy,
            discreet=one.discreet, channels=tuple(one.channels),
        )
        for one in activities
    }  # fmt: skip


def _chosen(spec: Mapping[str, Any], choice: Choice, today: date) -> dict[str, Any]:
    """What a person chose instead of the template's own times and days."""
    found: dict[str, Any] = {}
    if choice.rhythm is not None and found_kind(spec) != AFTER:
        found |= choice.rhythm
    elif choice.times is not None and "times" in spec:
        found["times"] = list(choice.times)
    if choice.weekdays is not None:
        found["weekdays"] = list(choice.weekdays)
    goes_by_weekdays = not {"cycle", "every_days", "follows"} & set(spec)
    if goes_by_weekdays and choice.days and choice.weekdays in (None, choice.days["weekdays"]):
        found |= choice.days
    found["without"] = [day for day in choice.without if day >= today]
    if "cycle" in spec:
        found["cycle_length"] = choice.cycle_length or spec["cycle"]["length"]
        found["cycle_from"] = choice.cycle_from or today
    return found


def fresh_activity(owner: User, now: datetime) -> Activity:
    """A thing of one's own before anything is said about it: once a day at ten, from today, where the person is."""
    zone = zone_of(owner.time_zone)
    today = now.astimezone(zone).date()
    activity = Activity(
        owner=owner, kind=Kind.OTHER, times=[time(10)], window_from=time(8), window_to=time(20), anchor_at=now,
        starts_on=today, home_zone=zone.key,
    )  # fmt: skip
    activity.title = activity.text = ""
    return activity
