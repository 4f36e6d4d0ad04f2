"""Turning rules into slots and reminders. One chunk is one transaction; any number of planners may run at once."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from portal.core.clock import HandrailNow, handrail_now
from portal.core.columns import column, new_ids, plain_column
from portal.notifications.operations.deliveries import Wish, cancel, schedule_found
from selfcare import rules
from selfcare.due.ahead import Ahead, Coming
from selfcare.models import Activity, Occurrence
from selfcare.models.occurrence import REMINDER
from selfcare.operations.put_off import DATABASE_AWAY, apart, forget_put_off
from selfcare.operations.to_plan import Row, ToPlan, next_chunk, put_off_until_now, with_rules

log = logging.getLogger(__name__)

HORIZON = timedelta(hours=48)
TRIED_AGAIN = 100
OLDEST = timedelta(hours=24)

SLOTS = """
INSERT INTO selfcare_occurrence
    (id, activity_id, local_key, slot_at, due_at, not_after, closes_at, state, snooze_no)
SELECT id, activity_id, local_key, due_at, due_at, not_after, closes_at, 'planned', 0
FROM unnest(%(id)s::uuid[], %(activity_id)s::uuid[], %(local_key)s::text[], %(due_at)s::timestamptz[],
            %(not_after)s::timestamptz[], %(closes_at)s::timestamptz[])
    AS slot(id, activity_id, local_key, due_at, not_after, closes_at)
ON CONFLICT (activity_id, local_key) DO UPDATE SET
    slot_at = EXCLUDED.slot_at, due_at = EXCLUDED.due_at, not_after = EXCLUDED.not_after,
    closes_at = EXCLUDED.closes_at, state = 'planned', acted_at = NULL
WHERE selfcare_occurrence.state = 'cancelled'
RETURNING id, activity_id, due_at, not_after, snooze_no
"""

WISHES = """
SELECT 'occurrence:' || found.id || ':' || found.snooze_no AS subject_key, channel, row.owner_id AS recipient_id,
    found.due_at, found.not_after
FROM found
JOIN unnest(%(rows)s::uuid[], %(owners)s::uuid[], %(channels)s::text[]) AS row(id, owner_id, channels)
    ON row.id = found.activity_id
CROSS JOIN unnest(string_to_array(row.channels, ',')) AS channel
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

CLOSE = """
UPDATE selfcare_occurrence o
SET state = CASE WHEN (SELECT count(*) FROM unnest(a.rests) turn WHERE turn < o.closes_at) %% 2 = 1
    OR p.held_at < o.closes_at THEN 'cancelled' ELSE 'no_record' END
FROM selfcare_activity a LEFT JOIN selfcare_plan p ON p.id = a.plan_id
WHERE a.id = o.activity_id AND o.id = ANY(%s)
"""


def plan_chunk(limit: int) -> int:
    """Plan the activities whose next slot comes within 48 hours; returns how many were advanced or put off.

    An activity is touched once for each slot that enters the horizon, so a tick costs what is due, not what exists.
    Where one of a chunk cannot be planned, the others are, and that one waits for `plan_put_off`.
    """
    try:
        return _plan_chunk(limit, _together)
    except DATABASE_AWAY:
        raise
    except Exception as error:
        log.warning("chunk is planned apart", extra={"error": type(error).__name__})
        return _plan_chunk(limit, _apart)


@transaction.atomic
def plan_put_off() -> int:
    """Try those again that could not be planned, a hundred at most; returns how many were tried."""
    now = handrail_now()
    rows = put_off_until_now(now, TRIED_AGAIN)
    if rows:
        _apart(rows, now)
    forget_put_off()
    return len(rows)


@transaction.atomic
def _plan_chunk(limit: int, how: Callable[[Sequence[Row], datetime], object]) -> int:
    now = handrail_now()
    rows = next_chunk(now, now + HORIZON, limit)
    if rows:
        how(rows, now)
    return len(rows)


def _together(rows: Sequence[Row], now: datetime) -> int:
    return _plan(with_rules(rows), now)


def _apart(rows: Sequence[Row], now: datetime) -> None:
    apart(rows, now, _together)


def plan_locked(activities: Sequence[Activity], now: datetime) -> int:
    """Make the slots and reminders up to the horizon for activities that this transaction has locked. Returns how
    many reminders are new. Sets `planned_through` to the next slot beyond. What goes by a zone that nobody knows is
    left to `plan_chunk`, which puts it off."""
    asked = {one.pk: (one, _to_plan(one)) for one in activities if _can_be_planned(one)}
    if not asked:
        return 0
    made = _plan([row for _one, row in asked.values()], now)
    for one, row in asked.values():
        one.planned_through = row.planned_through
    return made


def _can_be_planned(one: Activity) -> bool:
    return one.planned_through is not None and one.knows_the_time(one.owner.time_zone)


def _to_plan(one: Activity) -> ToPlan:
    ahead = Ahead(one.schedule(), one.zone(one.owner.time_zone), one.kind)
    start = one.planned_through
    return ToPlan(str(one.pk), str(one.owner_id), ",".join(one.channels), start, one.rests, ahead)


def _plan(rows: Sequence[ToPlan], now: datetime) -> int:
    """Two statements, however many rows there are: where to go on, and the slots with their reminders."""
    horizon = now + HORIZON
    slots: list[tuple[ToPlan, Coming]] = []
    for row in rows:
        start = max(row.planned_through or now, now - OLDEST)
        for slot in row.ahead.between(start, horizon):
            if slot.not_after > now and not row.is_resting(slot.due_at):
                slots.append((row, slot))
        row.planned_through = _following(row, max(start, horizon))
    return _write(rows, slots)


def _write(rows: Sequence[ToPlan], slots: Sequence[tuple[ToPlan, Coming]]) -> int:
    through = (row.planned_through.isoformat() if row.planned_through else "NULL" for row in rows)
    ids = plain_column(row.id for row in rows)
    with connection.cursor() as cursor:
        cursor.execute(ADVANCE, [ids, plain_column(through)])
    if not slots:
        return 0
    values = {
        "rows": ids,
        "owners": plain_column(row.owner_id for row in rows),
        "channels": column(row.channels for row in rows),
        "id": plain_column(new_ids(len(slots))),
        "activity_id": plain_column(row.id for row, _slot in slots),
        "local_key": plain_column(slot.key for _row, slot in slots),
        "due_at": plain_column(slot.due for _row, slot in slots),
        "not_after": plain_column(slot.told_until for _row, slot in slots),
        "closes_at": plain_column(slot.closes for _row, slot in slots),
    }
    return schedule_found(kind=REMINDER, found=SLOTS, wishes=WISHES, values=values)


def _following(row: ToPlan, moment: datetime) -> datetime | None:
    """The next slot at or after this moment at which the activity is awake."""
    awake = row.awake_from(moment)
    while awake is not None and (following := row.ahead.first(awake)) is not None:
        if not row.is_resting(following):
            return following
        awake = row.awake_from(following)
    return None


def wishes_for(occurrence: Occurrence) -> list[Wish]:
    """The reminders of one slot, for asking again after "Later" or an undo. Its activity is loaded."""
    key, activity = occurrence.subject_key, occurrence.activity
    return [
        Wish(REMINDER, key, activity.owner_id, channel, occurrence.due_at, occurrence.not_after)
        for channel in activity.channels
    ]


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


def close_slots(at_once: int = 2000, most: int = 100) -> int:
    """What nobody answered by local midnight has no record. It does not count against anyone. A midnight closes many:
    some in each transaction, so that nobody who presses a button waits long for one of them."""
    closed = 0
    for _ in range(most):
        some = _close_some(at_once)
        closed += some
        if some < at_once:
            break
    return closed


@transaction.atomic
def _close_some(at_once: int) -> int:
    over = Occurrence.objects.filter(state=Occurrence.State.PLANNED, closes_at__lte=HandrailNow()).order_by("closes_at")
    return _close(list(over.select_for_update(skip_locked=True).values_list("pk", flat=True)[:at_once]))


def close_slots_of(activities: Sequence[Activity]) -> int:
    """The same for some activities, before what they rest by is worked out anew. Called in a transaction."""
    over = Occurrence.objects.filter(state=Occurrence.State.PLANNED, closes_at__lte=HandrailNow())
    mine = over.filter(activity__in=[activity.pk for activity in activities])
    return _close(list(mine.select_for_update(skip_locked=True).values_list("pk", flat=True)))


def _close(slots: list[UUID]) -> int:
    """What rested at its midnight, or waited for the team, is as if it had never been planned."""
    if not slots:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(CLOSE, [slots])
        return cursor.rowcount
