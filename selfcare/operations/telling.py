"""Telling carers that something waits."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from portal.core.clock import handrail_now
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.reads import wants
from selfcare.models import CarerLink
from selfcare.models.carer import MISSED

WORTH = timedelta(hours=8)
A_TICK = 500
CHANNELS = ("in_app", "email")

WAITING = """
SELECT link.id, link.carer_id, slot.id
FROM selfcare_carerlink link
CROSS JOIN LATERAL unnest(link.tell_about) AS about (id)
JOIN selfcare_activity activity ON activity.id = about.id AND activity.owner_id = link.owner_id
JOIN selfcare_occurrence slot ON slot.activity_id = activity.id
    AND slot.due_at >= GREATEST(link.tell_at, %(oldest)s) - make_interval(mins => link.tell_after)
    AND slot.due_at <= %(now)s - make_interval(mins => link.tell_after)
WHERE link.id = ANY(%(links)s) AND slot.state IN ('planned', 'no_record')
"""

LOOK_AGAIN = """
UPDATE selfcare_carerlink link
SET tell_at = make_interval(mins => link.tell_after) + LEAST(%(now)s, (
    SELECT min(slot.due_at) FROM unnest(link.tell_about) AS about (id)
    JOIN selfcare_occurrence slot ON slot.activity_id = about.id AND slot.state <> 'cancelled'
        AND slot.due_at > %(now)s - make_interval(mins => link.tell_after)))
WHERE link.id = ANY(%(links)s)
"""


@transaction.atomic
def tell_carers(most: int = A_TICK) -> int:
    """Ask for a message for each slot that has waited as long as its owner said, whether it is still open or its day
    is over; returns how many are new. The same slot is told once to the same carer.

    A link is looked at when its next slot has waited so long, and else once in that time, because a slot may come
    meanwhile. A tick looks at so many links, those that have waited longest first: it costs what is due, not what
    exists, and nobody is passed over. Six queries.
    """
    now = handrail_now()
    due = CarerLink.objects.filter(tell_at__lte=now, ended_at=None).order_by("tell_at", "id")
    links = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:most])
    if not links:
        return 0
    found = _waiting(links, now)
    with connection.cursor() as cursor:
        cursor.execute(LOOK_AGAIN, {"now": now, "links": links})
    people = {carer for _link, carer, _slot in found}
    willing = {channel: wants(people, MISSED, channel) for channel in CHANNELS}
    return schedule(
        Wish(MISSED, f"missed:{slot}:{link}", carer, channel, now, now + WORTH)
        for link, carer, slot in found
        for channel in CHANNELS
        if carer in willing[channel]
    )


def _waiting(links: list[UUID], now: datetime) -> list[tuple[UUID, UUID, UUID]]:
    """Link, carer and slot, where the carer may read what is shared."""
    open_ones = list(CarerLink.objects.in_force().filter(pk__in=links).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"now": now, "oldest": now - WORTH, "links": open_ones})
        return cursor.fetchall()
