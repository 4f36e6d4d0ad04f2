"""What looking ahead costs: two days for everybody at once, and one tick while ever more plans exist."""

import statistics
import time
from datetime import datetime, timedelta
from datetime import time as time_of_day
from typing import Any

from django.db import connection

from bench.engine.draining import people
from bench.faults.plans import activity_of
from portal.core.clock import handrail_now
from portal.notifications.engine.tick import plan_turn, reap_turn
from selfcare.models import Activity
from selfcare.operations.planning import plan_chunk

EACH, DUE_IN_A_TICK, TICKS, CHUNK = 12, 200, 7, 200

# One activity made by the product, copied: sealed words belong to their row, so nobody can open the copies.
COPY = """
INSERT INTO selfcare_activity ({columns}) SELECT {values} FROM generate_series(1, %(count)s) n
JOIN (SELECT pk, place - 1 AS place FROM unnest(%(people)s::uuid[]) WITH ORDINALITY AS one(pk, place)) owner
    ON owner.place = n %% cardinality(%(people)s::uuid[])
CROSS JOIN selfcare_activity made
"""
CHANGED = {
    "id": "gen_random_uuid()",
    "owner_id": "owner.pk",
    "times": "ARRAY[make_time((n %% 24)::int, ((n / 24) %% 60)::int, 0)]",
    "planned_through": "%(through)s::timestamptz",
}


def fill(count: int, through: datetime, owners: int) -> None:
    """So many daily activities, dealt out over the people and the minutes of the day. The table is empty before."""
    own, now = people(owners), handrail_now()
    made = activity_of(own[0], time_of_day(8), now=now, starts_on=now.date() - timedelta(days=2))
    made.save(force_insert=True)
    columns = [field.column for field in Activity._meta.concrete_fields]
    values = [CHANGED.get(column, f"made.{column}") for column in columns]
    with connection.cursor() as cursor:
        cursor.execute(
            COPY.format(columns=", ".join(columns), values=", ".join(values)),
            {"count": count, "people": [one.pk for one in own], "through": through},
        )
        cursor.execute("DELETE FROM selfcare_activity WHERE id = %s", [made.pk])
        cursor.execute("ANALYZE selfcare_activity")


def empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE selfcare_activity, selfcare_occurrence, notifications_delivery CASCADE")


def two_days(count: int) -> dict[str, Any]:
    """One planner, chunk by chunk, until nobody's next slot lies within 48 h."""
    empty()
    fill(count * EACH, handrail_now(), owners=count)
    began, advanced = time.monotonic(), 0
    while chunk := plan_chunk(CHUNK):
        advanced += chunk
    seconds = time.monotonic() - began
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM notifications_delivery")
        planned = cursor.fetchone()[0]
    return {
        "people": count,
        "activities": count * EACH,
        "planners": 1,
        "reminders": planned,
        "seconds": round(seconds, 1),
        "activities_per_second": round(advanced / seconds, 1),
        "reminders_per_second": round(planned / seconds, 1),
    }


def tick(most: int) -> dict[str, Any]:
    """The same number comes due each time; only how many plans exist differs."""
    found: dict[str, Any] = {"due_in_each_tick": DUE_IN_A_TICK}
    for count in (most // 100, most):
        empty()
        fill(count, handrail_now() + timedelta(days=30), owners=1000)
        found[f"tick_ms_at_{count}"] = round(statistics.median(one_tick() for _ in range(TICKS)), 1)
    small, large = (value for key, value in found.items() if key.startswith("tick_ms"))
    found["times_as_long"] = round(large / small, 2)
    empty()
    return found


def one_tick() -> float:
    """Bring some activities to their time, plan them, and return how many milliseconds that took."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE selfcare_activity SET planned_through = handrail_now() + interval '24 hours' WHERE id IN"
            " (SELECT id FROM selfcare_activity WHERE planned_through > handrail_now() + interval '72 hours' LIMIT %s)",
            [DUE_IN_A_TICK],
        )
    began = time.monotonic()
    plan_turn()
    reap_turn()
    return (time.monotonic() - began) * 1000
