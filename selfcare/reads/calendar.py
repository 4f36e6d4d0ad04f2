"""A person's times as iCalendar (RFC 5545), with their real time zones and nothing about health.

Every event is called the same: whoever looks over a shoulder, or runs the calendar's server, learns times only.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from portal.accounts.models import User
from portal.notifications.links import absolute
from selfcare.due.schedule import slots
from selfcare.models import Activity, CalendarFeed, Occurrence
from selfcare.models.calendar_feed import digest_of

BEHIND, AHEAD = timedelta(days=7), timedelta(days=35)
MOST = 1500
MINUTES = 15


@dataclass(frozen=True, slots=True)
class Due:
    """One time to write down. `turn` counts how often it was moved."""

    at: datetime
    activity: Activity
    key: str
    zone: ZoneInfo
    turn: int


def owner_of(token: str) -> User | None:
    """Whose calendar this address is; nobody's after it was changed. One query."""
    feed = CalendarFeed.objects.select_related("owner").filter(digest=digest_of(token)).first()
    return feed.owner if feed and feed.owner.is_active else None


def calendar_file(owner: User, now: datetime) -> bytes:
    """Five weeks ahead and one behind, 1,500 times at the most: what lies behind is left out first, then what is
    farthest ahead. What rests, waits for a team, has ended or goes by a zone that nobody knows is not in it, and what
    was moved with "Later" stands where it was moved to. Two queries."""
    with translation.override(owner.language):
        calendar = Calendar()
        calendar.add("prodid", "-//Handrail//Plan//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", "Handrail")
        calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
        for event in _events(owner, now):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _events(owner: User, now: datetime) -> list[Event]:
    found: list[Due] = []
    moved = _moved(owner, now)
    rows = Activity.objects.owned_by(owner).filter(stopped_at=None).select_related("plan").order_by("pk")
    for activity in rows:
        if (activity.plan is not None and activity.plan.is_held) or not activity.knows_the_time(owner.time_zone):
            continue
        zone = activity.zone(owner.time_zone)
        for slot in slots(activity.schedule(), zone, now - BEHIND, now + AHEAD):
            due_at, turn = moved.get((activity.pk, slot.key), (slot.due_at, 0))
            if not activity.is_resting(due_at):
                found.append(Due(due_at, activity, slot.key, zone, turn))
    found.sort(key=lambda one: one.at)
    behind = sum(one.at < now for one in found)
    first = min(max(len(found) - MOST, 0), behind)
    return [_event(one, now) for one in found[first : first + MOST]]


def _moved(owner: User, now: datetime) -> dict[tuple[uuid.UUID, str], tuple[datetime, int]]:
    """By activity and slot, where "Later" put it and how often. One query."""
    rows = Occurrence.objects.owned_by(owner).filter(
        snooze_no__gt=0, slot_at__gte=now - BEHIND, slot_at__lt=now + AHEAD
    )
    told = rows.exclude(state=Occurrence.State.CANCELLED).values_list("activity_id", "local_key", "due_at", "snooze_no")
    return {(activity, key): (due_at, turn) for activity, key, due_at, turn in told}


def _event(due: Due, now: datetime) -> Event:
    """The same slot has the same UID each time it is read, so a calendar changes it instead of adding another. The
    second pass of a doubled hour is written in UTC: its local time would be read as the first."""
    local = due.at.astimezone(due.zone)
    event = Event()
    event.add("uid", f"{uuid.uuid5(due.activity.pk, due.key)}@handrail")
    event.add("dtstamp", now)
    event.add("sequence", due.activity.revision + due.turn)
    event.add("dtstart", due.at.astimezone(UTC) if local.fold else local)
    event.add("duration", timedelta(minutes=due.activity.minutes or MINUTES))
    event.add("summary", _("A reminder from Handrail"))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("url", absolute(reverse("home:today")))
    return event
