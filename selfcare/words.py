"""Times and schedules in a person's words. No rows are read here."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import dates, formats
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from selfcare.models import Activity
from selfcare.schedule import Slot

ICONS = {"exercise": "walk", "diet": "bowl", "hydration": "cup", "rest": "breath", "check-in": "spine"}


def place(zone: str) -> str:
    """ "Europe/London" as people say it: London."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def clock(at: datetime | time, zone: ZoneInfo | None = None) -> str:
    """10:30 a.m., by the language's own habit."""
    if isinstance(at, datetime) and zone is not None:
        at = at.astimezone(zone)
    return formats.time_format(at)


def long_day(day: date) -> str:
    """Thursday 11 June."""
    return f"{dates.WEEKDAYS[day.weekday()]} {formats.date_format(day, 'j F')}"


def and_list(words: Iterable[str]) -> str:
    return get_text_list([str(word) for word in words], _("and"))


def days_words(weekdays: Sequence[int]) -> str:
    if sorted(weekdays) == list(range(7)):
        return _("Every day")
    return and_list(dates.WEEKDAYS[day] for day in sorted(weekdays))


def schedule_words(activity: Activity) -> str:
    """Monday and Thursday at 10:30 a.m."""
    days = days_words(activity.weekdays)
    if activity.schedule_kind == Activity.ScheduleKind.WALL:
        return _("%(days)s at %(times)s") % {"days": days, "times": and_list(clock(at) for at in activity.times)}
    minutes = activity.every_minutes or 0
    every = ngettext("every %(n)s minute", "every %(n)s minutes", minutes) % {"n": minutes}
    if activity.window_from is None or activity.window_to is None:
        return f"{days}, {every}"
    span = {"start": clock(activity.window_from), "end": clock(activity.window_to)}
    return f"{days}, {every}, " + _("from %(start)s to %(end)s") % span


def slot_words(slot: Slot, zone: ZoneInfo) -> str:
    """Thursday 11 June at 10:30 a.m."""
    local = slot.due_at.astimezone(zone)
    return _("%(day)s at %(time)s") % {"day": long_day(local.date()), "time": clock(local)}


def alert_subject(at: datetime, zone: ZoneInfo) -> str:
    """The subject line of a reminder: nothing about health in it."""
    return _("A reminder from Handrail, %(time)s") % {"time": clock(at, zone)}
