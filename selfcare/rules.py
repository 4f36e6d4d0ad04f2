"""What holds and what may be done: pure, without queries."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _

from portal.accounts.models import User
from selfcare.amounts import may_ask
from selfcare.diary.danger import ASKED, SIGNS
from selfcare.due.days import YEARS
from selfcare.due.schedule import midnight_after
from selfcare.models import Activity, Aim, Kind, Occurrence, Pause

GRACE = {
    Kind.HYDRATION: timedelta(minutes=30),
    Kind.DIET: timedelta(hours=1),
    Kind.EXERCISE: timedelta(hours=3),
    Kind.REST: timedelta(hours=3),
    Kind.HEAT_COLD: timedelta(hours=1),
    Kind.OTHER: timedelta(hours=3),
}
LATER = {Kind.HYDRATION: timedelta(minutes=30)}
SHORTEST_GRACE = timedelta(minutes=15)
MOST_TIMES_A_DAY = 12
HOURS_OF_A_DAY = 24
STATES_ONE_CAN_ANSWER = (Occurrence.State.PLANNED, Occurrence.State.SKIPPED, Occurrence.State.NO_RECORD)


def later_by(kind: str) -> timedelta:
    """How far "Later" moves a slot: half an hour for a drink, an hour for the rest."""
    return LATER.get(Kind(kind), timedelta(hours=1))


def limits(kind: str, due_at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Until when a reminder is worth sending, and until when the slot can be answered.

    A slot closes at local midnight, and a check-in may be reminded of until then. Right before midnight both get a
    quarter of an hour, so that an item at 23:59 is not over before it was told.
    """
    closes = max(midnight_after(due_at, zone), due_at + SHORTEST_GRACE)
    if kind == Kind.CHECK_IN:
        return closes, closes
    return min(due_at + GRACE[Kind(kind)], closes), closes


BEFORE_BED = timedelta(hours=2)


def needless_drink(
    *, ml: int, target: int, cup: int, limited: bool, last_at: datetime | None, due_at: datetime, until: datetime
) -> str:
    """Why a drink needs no prompt, as a short code, or nothing: what they aimed for is reached, or a limit leaves less
    than a small glass; nothing is asked for after `until`; or they drank so lately that what is left fits into the
    time until then at a wider pace."""
    if ml >= target or not may_ask(cup, drunk=ml, target=target, limited=limited):
        return "enough"
    left = until - due_at
    if left < timedelta(0):
        return "bed"
    cups = -(-(target - ml) // cup)
    if last_at is not None and last_at > due_at - left / cups * 0.75:
        return "drank"
    return ""


def cups_on(aim: Aim, *, treatment: bool) -> int:
    """How many cups this day is for. A limit that a team set always wins."""
    if not treatment or not aim.treatment_cups:
        return aim.cups
    return min(aim.cups, aim.treatment_cups) if aim.limited else aim.treatment_cups


class Outcome(StrEnum):
    """What the answers to a gate allow."""

    START = "start"
    LIGHTER = "lighter"
    LOCKED = "locked"


def outcome(gate: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> Outcome:
    """Start, start with less, or wait until the team was asked. An answer that is missing, not known or not sure is
    never safe: it locks, whatever the question says of a plain answer."""
    found = Outcome.START
    for question in gate:
        answer = answers.get(question["key"])
        if answer == question["safe"]:
            continue
        plain = answer == ("yes" if question["safe"] == "no" else "no")
        if not plain or question.get("then") != "lighter" or question.get("danger"):
            return Outcome.LOCKED
        found = Outcome.LIGHTER
    return found


def lighter(minutes: int) -> int:
    """Half of it, at least two minutes."""
    return max(2, -(-minutes // 2)) if minutes > 2 else minutes


def a_step_up(minutes: int, usual: int) -> int:
    """The next step towards what is usual or aimed for: a quarter more, at least two minutes."""
    return min(usual, minutes + max(2, minutes // 4))


def next_minutes(activity: Activity) -> int | None:
    """How many minutes the next step up is, where there is one."""
    if not activity.minutes or not activity.usual_minutes or activity.minutes >= activity.usual_minutes:
        return None
    return a_step_up(activity.minutes, activity.usual_minutes)


def signs_told(gate: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> list[str]:
    """The danger signs of the body that these answers tell, by the diary's keys: exercise rests for them. An answer
    that is not sure is no sign by name, and no less urgent."""
    told = [
        question["key"] if question["key"] in SIGNS and answers[question["key"]] != "unsure" else ASKED
        for question in gate
        if question.get("danger") not in (None, False, "crisis")
        and answers.get(question["key"], question["safe"]) != question["safe"]
    ]
    return list(dict.fromkeys(told))


def danger(gate: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> str:
    """What the answers ask for before anything else: "emergency", "crisis", "urgent", or nothing."""
    found = {
        {True: "emergency"}.get(question["danger"], question["danger"])
        for question in gate
        if question.get("danger") and answers.get(question["key"], question["safe"]) != question["safe"]
    }
    return next((level for level in ("emergency", "crisis", "urgent") if level in found), "")


def start_of_planning(activity: Activity, *, held: bool, now: datetime) -> datetime | None:
    """From when an activity has slots: None while it is stopped, held, or resting without an end."""
    if held or activity.stopped_at is not None:
        return None
    return activity.awake_from(now)


def rests_in(activity: Activity, rest: Pause) -> bool:
    """Whether a rest is meant for an activity: its own, or one of its kind or of everything during which it was not
    taken up again. A treatment week leaves drinking, check-ins and the essentials awake."""
    if rest.activity_id is not None:
        return rest.activity_id == activity.pk
    if activity.pk in rest.awake:
        return False
    if rest.variant == Pause.Variant.CHEMO and (activity.essential and activity.kind != Kind.EXERCISE):
        return False
    if rest.variant == Pause.Variant.CHEMO and activity.kind in (Kind.HYDRATION, Kind.CHECK_IN):
        return False
    return not rest.kind or activity.kind == rest.kind


def may_write_templates(actor: User) -> bool:
    """Editors and clinical reviewers write templates and what stands beside them."""
    held = actor.staff_roles
    return bool(held.edits or held.reviews)


LONG_REST = timedelta(days=2)


def a_step_down(minutes: int) -> int:
    """After a rest: a quarter less, at least two minutes less, and never under two."""
    return max(min(minutes, 2), minutes - max(2, minutes // 4))


class Problem(NamedTuple):
    """What does not make sense: the field and a sentence beside it."""

    field: str
    sentence: str


LEAST_MINUTES, MOST_MINUTES = 15, 7 * 24 * 60
MOST_DAYS_APART, MOST_DAYS_OFF = 90, 60


def problem_of_day(field: str, day: date | None) -> Problem | None:
    """A day in a year that nobody means."""
    if day is None or day.year in YEARS:
        return None
    return Problem(field, _("Check the year of this day: write it in full, such as 2026"))


def problem_of_rhythm(activity: Activity) -> Problem | None:
    """The first thing about an activity's times and days that cannot be planned, or None."""
    return _problem_of_times(activity) or _problem_of_days(activity)


def _problem_of_times(one: Activity) -> Problem | None:
    kind, kinds = one.schedule_kind, Activity.ScheduleKind
    if kind not in kinds.values:
        return Problem("schedule_kind", _("Choose one of the ways"))
    if kind == kinds.WALL and not one.times:
        return Problem("times", _("Enter a time, such as 10:30"))
    if kind == kinds.WALL and len(one.times) > HOURS_OF_A_DAY:
        return Problem("times", _("Choose at most 24 times a day"))
    if kind == kinds.SPREAD and not 1 <= (one.spread or 0) <= MOST_TIMES_A_DAY:
        return Problem("spread", _("Choose from 1 to 12 times a day"))
    if kind in (kinds.ELAPSED, kinds.AFTER) and not LEAST_MINUTES <= (one.every_minutes or 0) <= MOST_MINUTES:
        return Problem("every_minutes", _("Choose from 15 minutes to 7 days"))
    return _problem_of_window(one)


def _problem_of_window(one: Activity) -> Problem | None:
    kinds = Activity.ScheduleKind
    if (one.window_from is None) != (one.window_to is None):
        return Problem("window_to", _("Enter both times, or neither"))
    if one.schedule_kind == kinds.SPREAD and one.window is None:
        return Problem("window_from", _("Enter when your day begins and ends"))
    if one.schedule_kind in (kinds.SPREAD, kinds.AFTER) and one.window and one.window[1] <= one.window[0]:
        return Problem("window_to", _("Enter a time after the first one"))
    return None


def _problem_of_days(one: Activity) -> Problem | None:
    if not one.weekdays or not set(one.weekdays) <= set(range(7)):
        return Problem("weekdays", _("Choose at least one day"))
    if one.every_days is not None and not 1 <= one.every_days <= MOST_DAYS_APART:
        return Problem("every_days", _("Choose from 1 to 90 days"))
    if one.cycle_length is not None and not 2 <= one.cycle_length <= MOST_DAYS_APART:
        return Problem("cycle_length", _("Choose a cycle of 2 to 90 days"))
    if one.cycle_length and (not one.cycle_days or not set(one.cycle_days) <= set(range(1, one.cycle_length + 1))):
        return Problem("cycle_days", _("Write the days of the cycle, such as 1-3"))
    if one.cycle_length and one.cycle_from is None:
        return Problem("cycle_from", _("Enter the first day of a cycle"))
    if one.starts_on is None:
        return Problem("starts_on", _("Enter the first day"))
    for field in ("cycle_from", "starts_on", "ends_on"):
        if problem := problem_of_day(field, getattr(one, field)):
            return problem
    if one.ends_on and one.ends_on < one.starts_on:
        return Problem("ends_on", _("Choose a day that is not before the first one"))
    if len(one.without) > MOST_DAYS_OFF:
        return Problem("without", _("Choose at most 60 days off"))
    for day in one.without:
        if problem := problem_of_day("without", day):
            return problem
    if one.zone_policy not in Activity.ZonePolicy.values:
        return Problem("zone_policy", _("Choose one of the ways"))
    if one.home_zone not in available_timezones():
        return Problem("home_zone", _("Choose a time zone from the list, such as London."))
    return None
