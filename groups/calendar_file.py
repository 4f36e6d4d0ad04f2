"""A session as a calendar entry (RFC 5545). Its title says nothing about the group: calendars are read by others."""

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from groups.models import Session
from portal.core.local_time import zone_of


def calendar_of(session: Session, *, url: str) -> bytes:
    """One event in the zone in which it is held, with that zone's rules. `url` is the absolute address of its page.
    The UID lasts, and SEQUENCE rises with each change, so that importing again moves the entry."""
    zone = zone_of(session.time_zone)
    entry = Event()
    entry.add("uid", f"session-{session.public_id}@handrail")
    entry.add("sequence", session.revision)
    entry.add("dtstamp", session.created_at)
    entry.add("dtstart", session.starts_at.astimezone(zone))
    entry.add("dtend", session.ends_at.astimezone(zone))
    entry.add("summary", _("Handrail"))
    entry.add("url", url)
    entry.add("class", "PRIVATE")
    entry.add("status", "CANCELLED" if session.cancelled_at else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Handrail//Sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return calendar.to_ical()
