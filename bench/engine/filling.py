"""Plans for very many people, made by the database itself: a million activities in about a minute."""

from datetime import time as time_of_day
from datetime import timedelta

from django.db import connection

from bench.engine.draining import people
from bench.faults.plans import activity_of
from portal.core.clock import handrail_now
from selfcare.models import Activity
from selfcare.models.occurrence import REMINDER

ZONES = ("Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Cairo")
KINDS = ("exercise", "hydration", "diet", "rest", "heat-cold", "check-in", "other")

# One activity made by the product, copied: sealed words belong to their row, so nobody can open the copies.
ACTIVITIES = """
INSERT INTO selfcare_activity ({columns}) SELECT {values} FROM generate_series(1, %(count)s) n
JOIN (SELECT pk, place - 1 AS place FROM unnest(%(people)s::uuid[]) WITH ORDINALITY AS one(pk, place)) owner
    ON owner.place = n %% cardinality(%(people)s::uuid[])
CROSS JOIN selfcare_activity made
"""
# At each quarter of an hour, of every kind, one in ten on some weekdays only, begun in the last two months.
CHANGED = {
    "id": "gen_random_uuid()",
    "owner_id": "owner.pk",
    "kind": "(%(kinds)s::text[])[1 + (n / 100) %% cardinality(%(kinds)s::text[])]",
    "times": "ARRAY[make_time((n %% 24)::int, 15 * ((n / 24) %% 4)::int, 0)]",
    "weekdays": "CASE WHEN n %% 10 = 0 THEN ARRAY[0, 2, 4] ELSE made.weekdays END",
    "starts_on": "made.starts_on - (n %% 60)::int",
    "planned_through": "%(through)s::timestamptz",
}
# One slot ahead for each, none due for the next four hours, with a reminder that waits.
SLOTS = """
INSERT INTO selfcare_occurrence (id, activity_id, local_key, slot_at, due_at, not_after, closes_at, state, snooze_no)
SELECT gen_random_uuid(), id, 'bench', due, due, due + interval '3 hours', due + interval '12 hours', 'planned', 0
FROM (SELECT id, %(now)s::timestamptz + interval '4 hours' + random() * interval '40 hours' AS due
      FROM selfcare_activity) ahead
"""
REMINDERS = """
INSERT INTO notifications_delivery (id, kind, subject_key, channel, recipient_id, due_at, next_try_at, not_after,
    state, attempts, render_errors, ambiguous, message_id, last_code)
SELECT gen_random_uuid(), %(kind)s, 'occurrence:' || o.id || ':0', 'email', a.owner_id, o.due_at, o.due_at, o.not_after,
    'pending', 0, 0, 0, '', ''
FROM selfcare_occurrence o JOIN selfcare_activity a ON a.id = o.activity_id
"""
TABLES = ("selfcare_activity", "selfcare_occurrence", "notifications_delivery", "notifications_deliveryattempt")


def empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")


def fill(count: int, owners: int, *, ahead: timedelta = timedelta(0), reminders: bool = False) -> None:
    """So many daily activities, dealt out over people in five zones. Their next slot that is not planned yet comes
    after `ahead`. The tables are empty before."""
    empty()
    own, now = people(owners), handrail_now()
    made = activity_of(own[0], time_of_day(8), now=now, starts_on=now.date() - timedelta(days=7))
    made.save(force_insert=True)
    columns = [field.column for field in Activity._meta.concrete_fields]
    values = [CHANGED.get(column, f"made.{column}") for column in columns]
    given = {"count": count, "people": [one.pk for one in own], "through": now + ahead, "kinds": list(KINDS)}
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE accounts_user SET time_zone = (%s::text[])[1 + abs(hashtext(id::text)) %% %s] WHERE id = ANY(%s)",
            [list(ZONES), len(ZONES), given["people"]],
        )
        cursor.execute(ACTIVITIES.format(columns=", ".join(columns), values=", ".join(values)), given)
        cursor.execute("DELETE FROM selfcare_activity WHERE id = %s", [made.pk])
        if reminders:
            cursor.execute(SLOTS, {"now": now})
            cursor.execute(REMINDERS, {"kind": REMINDER})
        cursor.execute(f"VACUUM (ANALYZE) {', '.join(TABLES)}")
