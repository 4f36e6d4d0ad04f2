"""Real people with real plans for the runs that change and simulate them, made in bulk."""

from datetime import date, datetime, time
from typing import Any

from django.db import connection
from django.utils import timezone

from bench.faults.run import make_people
from portal.accounts.models import Consent, User
from selfcare.models import Activity, Kind
from selfcare.operations.planning import plan_chunk


def people_with_consent(count: int, zones: list[str]) -> list[User]:
    """Dealt out over the zones; all agreed that health information is kept."""
    people = make_people(count)
    for number, person in enumerate(people):
        person.time_zone = zones[number % len(zones)]
    User.objects.bulk_update(people, ["time_zone"], batch_size=1000)
    now = timezone.now()
    Consent.objects.bulk_create(
        [Consent(user=person, purpose="health", version=1, given_at=now) for person in people], batch_size=2000
    )
    return people


def activity_of(person: User, at: time, *, now: datetime, starts_on: date, **more: Any) -> Activity:
    activity = Activity(
        owner=person, home_zone=person.time_zone, kind=more.pop("kind", Kind.EXERCISE), times=[at], channels=["email"],
        anchor_at=now, starts_on=starts_on, planned_through=now, **more,
    )  # fmt: skip
    activity.title, activity.text = "A short walk", "Slowly"
    return activity


def plan_everything() -> int:
    """As the planners do, chunk by chunk, until the horizon is reached."""
    planned = 0
    while done := plan_chunk(500):
        planned += done
    return planned


def set_clock(to: datetime) -> None:
    """Let the engine's clock show this moment; it goes on from there."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE handrail_clock SET shift = %s - clock_timestamp()", [to])
