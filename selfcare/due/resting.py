"""When one activity rests, from all that lets it rest at once: pure calculation, no database.

A rest is from one local date to another where the activity lives, and never from before it was asked for. Rests that
touch or overlap are one. Exercise that is held rests from the danger sign on, until the person was checked.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from selfcare import rules
from selfcare.due.schedule import day_span
from selfcare.models import Activity, Kind, Pause

Span = tuple[datetime, datetime | None]


def span_of(rest: Pause, zone: ZoneInfo) -> Span | None:
    """From when until when a rest holds in a zone; None where it was over before it was asked for."""
    since = max(day_span(rest.begins_on, zone)[0], rest.made_at)
    until = day_span(rest.ends_on, zone)[1] if rest.ends_on else None
    return (since, until) if until is None or since < until else None


def holds(rest: Pause, activity: Activity, at: datetime) -> bool:
    """Whether this rest lets this activity rest at this moment."""
    span = span_of(rest, _zone(activity)) if rules.rests_in(activity, rest) else None
    return span is not None and span[0] <= at and (span[1] is None or at < span[1])


def turns_of(activity: Activity, rests: Iterable[Pause], held_at: datetime | None, now: datetime) -> list[datetime]:
    """The moments from now on at which an activity falls asleep and wakes, as `CanRest.rests` has them. What sleeps on
    has slept since it fell asleep, whatever let it."""
    found = merged(_spans(activity, rests, held_at))
    while len(found) > 1 and found[1] <= now:
        del found[:2]
    before = activity.rest_at(now)
    if before and found and found[0] <= now:
        found[0] = min(found[0], before[0])
    return found


def _spans(activity: Activity, rests: Iterable[Pause], held_at: datetime | None) -> Iterator[Span]:
    zone = _zone(activity)
    for rest in rests:
        if rules.rests_in(activity, rest) and (span := span_of(rest, zone)):
            yield span
    if held_at is not None and activity.kind == Kind.EXERCISE:
        yield held_at, None


def _zone(activity: Activity) -> ZoneInfo:
    return activity.zone(activity.owner.time_zone)


def merged(spans: Iterable[Span]) -> list[datetime]:
    """Spans that may overlap, as turns: asleep, awake, asleep."""
    found: list[datetime] = []
    for since, until in sorted(spans, key=lambda span: span[0]):
        if found and since <= found[-1]:
            last = found.pop()
            until = until and max(until, last)
        else:
            found.append(since)
        if until is None:
            break
        found.append(until)
    return found
