"""Turning rules into slots and reminders. One chunk is one transaction; any number of planners may run at once."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from portal.core.clock import HandrailNow, handrail_now
from portal.notifications.operations.deliveries import Wish, cancel, schedule
from selfcare import rules
from selfcare.models import Activity, Occurrence
from selfcare.models.occurrence import REMINDER
from selfcare.schedule import first_slot, slots

HORIZON = timedelta(hours=48)
OLDEST = timedelta(hours=24)

INSERT = """
INSERT INTO selfcare_occurrence
    (id, activity_id, local_key, slot_at, due_at, not_after, closes_at, state, snooze_no)
SELECT slot.*, 'planned', 0
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::timestamptz[], %s::timestamptz[], %s::timestamptz[],
            %s::timestamptz[]) AS slot(id, activity_id, local_key, slot_at, due_at, not_after, closes_at)
ON CONFLICT (activity_id, local_key) DO UPDATE SET
    slot_at = EXCLUDED.slot_at, due_at = EXCLUDED.due_at, not_after = EXCLUDED.not_after,
    closes_at = EXCLUDED.closes_at, state = 'planned', acted_at = NULL
WHERE selfcare_occurrence.state = 'cancelled'
RETURNING id, activity_id, due_at, not_after, snooze_no
"""

ADVANCE = """
UPDATE selfcare_activity a SET planned_through = plan.at
FROM unnest(%s::uuid[], %s::timestamptz[]) AS plan(id, at) WHERE a.id = plan.id
"""

TAKE_BACK = """
UPDATE selfcare_occurrence SET state = 'cancelled'
WHERE activity_id = ANY(%s) AND state = 'planned' AND due_at > %s AND (%s OR snooze_no = 0)
RETURNING id, snooze_no
"""


@transaction.atomic
def plan_chunk(limit: int) -> int:
    """Plan the activities whose next slot comes within 48 hours; returns how many were advanced.

    An activity is touched once for each slot that enters the horizon, so a tick costs what is due, not what exists.
    """
    due = Activity.objects.filter(planned_through__lt=HandrailNow() + HORIZON).order_by("planned_through", "id")
    chunk = due.select_related("owner").select_for_update(of=("self",), skip_locked=True)[:limit]
    rows = list(chunk)
    if rows:
        plan_locked(rows, handrail_now())
    return len(rows)


def plan_locked(activities: Sequence[Activity], now: datetime) -> int:
    """Make the slots and reminders up to the horizon for activities that this transaction has locked. Returns how
    many reminders are new. Sets `planned_through` to the next slot beyond."""
    columns: list[tuple[UUID, UUID, str, datetime, datetime, datetime, datetime]] = []
    advance: list[tuple[UUID, datetime | None]] = []
    for activity in activities:
        if activity.planned_through is None:
            continue
        zone, rule = activity.zone(activity.owner.time_zone), activity.schedule()
        start = max(activity.planned_through, now - OLDEST)
        for slot in slots(rule, zone, start, now + HORIZON):
            not_after, closes_at = rules.limits(activity.kind, slot.due_at, zone)
            if not_after > now and not activity.is_resting(slot.due_at):
                due = slot.due_at
                columns.append((uuid.uuid4(), activity.pk, slot.key, due, due, not_after, closes_at))
        activity.planned_through = _following(activity, zone, max(start, now + HORIZON))
        advance.append((activity.pk, activity.planned_through))
    with connection.cursor() as cursor:
        planned = []
        if columns:
            cursor.execute(INSERT, [list(column) for column in zip(*columns, strict=True)])
            planned = cursor.fetchall()
        if advance:
            cursor.execute(ADVANCE, [list(column) for column in zip(*advance, strict=True)])
    return schedule(_wishes({activity.pk: activity for activity in activities}, planned))


def _following(activity: Activity, zone: ZoneInfo, moment: datetime) -> datetime | None:
    """The next slot at or after this moment at which the activity is awake."""
    awake = rules.awake_from(activity, moment)
    following = first_slot(activity.schedule(), zone, awake) if awake else None
    if following is not None and activity.is_resting(following.due_at):
        following = first_slot(activity.schedule(), zone, activity.paused_until) if activity.paused_until else None
    return following.due_at if following else None


def _wishes(
    activities: dict[UUID, Activity], planned: Sequence[tuple[UUID, UUID, datetime, datetime, int]]
) -> list[Wish]:
    return [
        Wish(REMINDER, f"occurrence:{pk}:{snooze_no}", activities[of].owner_id, channel, due_at, not_after)
        for pk, of, due_at, not_after, snooze_no in planned
        for channel in activities[of].channels
    ]


def wishes_for(occurrence: Occurrence) -> list[Wish]:
    """The reminders of one slot, for asking again after "Later" or an undo. Its activity is loaded."""
    row = (occurrence.pk, occurrence.activity_id, occurrence.due_at, occurrence.not_after, occurrence.snooze_no)
    return _wishes({occurrence.activity_id: occurrence.activity}, [row])


def replan(activities: Sequence[Activity], now: datetime, *, everything: bool = False) -> None:
    """After a change: take back what lies ahead and plan it afresh, in the caller's transaction.

    The activities are locked and carry their new rule. Slots that the person moved with "Later" stay, unless
    `everything` goes: then reminders of slots already due are taken back as well.
    """
    ids = [activity.pk for activity in activities]
    with connection.cursor() as cursor:
        cursor.execute(TAKE_BACK, [ids, now, everything])
        gone = [f"occurrence:{pk}:{snooze_no}" for pk, snooze_no in cursor.fetchall()]
    if everything:
        open_ones = Occurrence.objects.filter(
            activity__in=ids, state=Occurrence.State.PLANNED, due_at__lte=now, not_after__gt=now
        )
        gone += [occurrence.subject_key for occurrence in open_ones]
    cancel(kind=REMINDER, subject_keys=gone)
    for activity in activities:
        held = activity.plan is not None and activity.plan.is_held
        activity.planned_through = rules.start_of_planning(activity, held=held, now=now)
        activity.revision += 1
        activity.save(update_fields=["planned_through", "revision"])
    plan_locked(activities, now)


@transaction.atomic
def close_slots() -> int:
    """What nobody answered by local midnight has no record. It does not count against anyone."""
    over = Occurrence.objects.filter(state=Occurrence.State.PLANNED, closes_at__lte=HandrailNow())
    return over.update(state=Occurrence.State.NO_RECORD)
