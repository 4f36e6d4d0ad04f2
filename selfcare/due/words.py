"""Times and schedules in a person's words. No rows are read here."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import dates, formats
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.local_time import zone_of
from selfcare.due.schedule import Slot, next_slots
from selfcare.models import Activity

ICONS = {
    "exercise": "walk", "diet": "bowl", "hydration": "cup", "rest": "breath", "heat-cold": "heat", "check-in": "spine",
    "other": "heart",
}  # fmt: skip


def place(zone: str) -> str:
    """ "Europe/London" as people say it: London. UTC for a zone that is not known, because times are shown in it."""
    return zone_of(zone).key.rsplit("/", 1)[-1].replace("_", " ")


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


def spacing_words(minutes: int) -> str:
    """every 90 minutes; every 2 hours."""
    hours, rest = divmod(minutes, 60)
    if hours and not rest:
        return ngettext("every %(n)s hour", "every %(n)s hours", hours) % {"n": hours}
    return ngettext("every %(n)s minute", "every %(n)s minutes", minutes) % {"n": minutes}


def which_days_words(activity: Activity) -> str:
    """Monday and Thursday; Every 3 days; Days 1, 2 and 3 of each 21-day cycle."""
    if activity.follow_days is not None:
        after = activity.follow_days - 1
        said = ngettext(
            "Each treatment day and the day after it", "Each treatment day and the %(n)s days after it", after
        )
        return said % {"n": after} if after else _("Each treatment day")
    if activity.cycle_length:
        days = {"days": and_list(map(str, activity.cycle_days)), "length": activity.cycle_length}
        if len(activity.cycle_days) == 1:
            return _("Day %(days)s of each %(length)s-day cycle") % days
        return _("Days %(days)s of each %(length)s-day cycle") % days
    if activity.every_days and activity.every_days > 1:
        return ngettext("Every %(n)s day", "Every %(n)s days", activity.every_days) % {"n": activity.every_days}
    return days_words(activity.weekdays)


def schedule_words(activity: Activity) -> str:
    """Monday and Thursday at 10:30 a.m."""
    days, kinds, minutes = which_days_words(activity), Activity.ScheduleKind, activity.every_minutes or 0
    if activity.schedule_kind in (kinds.WALL, kinds.SPREAD):
        times = and_list(clock(at) for at in activity.wall_times())
        return _("%(days)s at %(times)s") % {"days": days, "times": times}
    said = f"{days}, {spacing_words(minutes)}"
    if activity.schedule_kind == kinds.AFTER:
        said = _("%(days)s, %(spacing)s after it was last done") % {"days": days, "spacing": after_words(minutes)}
    if activity.window is None:
        return said
    span = {"start": clock(activity.window[0]), "end": clock(activity.window[1])}
    return f"{said}, " + _("from %(start)s to %(end)s") % span


def after_words(minutes: int) -> str:
    """90 minutes; 4 hours."""
    hours, rest = divmod(minutes, 60)
    if hours and not rest:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


def slot_words(slot: Slot, zone: ZoneInfo) -> str:
    """Thursday 11 June at 10:30 a.m."""
    local = slot.due_at.astimezone(zone)
    return _("%(day)s at %(time)s") % {"day": long_day(local.date()), "time": clock(local)}


def alert_subject(at: datetime, zone: ZoneInfo) -> str:
    """The subject line of a reminder: nothing about health in it."""
    return _("A reminder from Handrail, %(time)s") % {"time": clock(at, zone)}


NEXT = 3


def next_awake(activity: Activity, zone: ZoneInfo, now: datetime) -> list[Slot]:
    """The next three slots in a zone that fall into no rest."""
    found: list[Slot] = []
    awake, rule = activity.awake_from(now), activity.schedule()
    while awake is not None and len(found) < NEXT and (ahead := next_slots(rule, zone, awake, NEXT - len(found))):
        rests = next((slot.due_at for slot in ahead if activity.is_resting(slot.due_at)), None)
        found += [slot for slot in ahead if rests is None or slot.due_at < rests]
        awake = activity.awake_from(rests or ahead[-1].due_at + timedelta(microseconds=1))
    return found


def next_times(activity: Activity, owner_zone: str, now: datetime) -> list[tuple[datetime, str]]:
    """The next three times of an activity, saved or not, without those that it rests: each as an instant and in words.
    Pages, the API and `manage.py next_times` all say these."""
    zone = activity.zone(owner_zone)
    return [(slot.due_at, slot_words(slot, zone)) for slot in next_awake(activity, zone, now)]
