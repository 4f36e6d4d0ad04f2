"""A person's times as iCalendar (RFC 5545), with their real time zones and nothing about health.

Every event is called the same: whoever looks over a shoulder, or runs the calendar's server, learns times only.
"""

import uuid
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from portal.accounts.models import User
from portal.notifications.links import absolute
from selfcare.models import Activity, CalendarFeed
from selfcare.models.calendar_feed import digest_of
from selfcare.schedule import slots

BEHIND, AHEAD = timedelta(days=7), timedelta(days=35)
MOST = 1500
MINUTES = 15


def owner_of(token: str) -> User | None:
    """Whose calendar this address is; nobody's after it was changed. One query."""
    feed = CalendarFeed.objects.select_related("owner").filter(digest=digest_of(token)).first()
    return feed.owner if feed and feed.owner.is_active else None


def calendar_file(owner: User, now: datetime) -> bytes:
    """Five weeks ahead and one behind. What rests, waits for a team or has ended is not in it. One query."""
    with translation.override(owner.language):
        calendar = Calendar()
        calendar.add("prodid", "-//Handrail//Plan//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", "Handrail")
        calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
        for event in _events(owner, now)[:MOST]:
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _events(owner: User, now: datetime) -> list[Event]:
    found = []
    rows = Activity.objects.owned_by(owner).filter(stopped_at=None).select_related("plan").order_by("pk")
    for activity in rows:
        if activity.plan is not None and activity.plan.is_held:
            continue
        zone = activity.zone(owner.time_zone)
        for slot in slots(activity.schedule(), zone, now - BEHIND, now + AHEAD):
            if not activity.is_resting(slot.due_at):
                found.append((slot.due_at, _event(activity, slot.key, slot.due_at.astimezone(zone), now)))
    return [event for _at, event in sorted(found, key=lambda one: one[0])]


def _event(activity: Activity, key: str, at: datetime, now: datetime) -> Event:
    """The same slot has the same UID each time it is read, so a calendar changes it instead of adding another."""
    event = Event()
    event.add("uid", f"{uuid.uuid5(activity.pk, key)}@handrail")
    event.add("dtstamp", now)
    event.add("sequence", activity.revision)
    event.add("dtstart", at)
    event.add("duration", timedelta(minutes=activity.minutes or MINUTES))
    event.add("summary", _("A reminder from Handrail"))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("url", absolute(reverse("home:today")))
    return event
