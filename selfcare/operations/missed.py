"""After an outage: one message that leads to Today instead of many late reminders."""

from django.db import connection, transaction

from portal.core.clock import handrail_now
from portal.core.local_time import zone_of
from portal.notifications.operations.deliveries import Wish, schedule
from selfcare.due.schedule import day_span
from selfcare.models.occurrence import DAY, REMINDER

SEVERAL, A_TICK = 2, 5000

RECENT = """
FROM notifications_delivery d JOIN accounts_user u ON u.id = d.recipient_id {}
WHERE d.kind = %s AND d.state = 'expired' AND d.not_after > handrail_now() - interval '26 hours'
"""
ZONES = "SELECT DISTINCT u.time_zone" + RECENT.format("")
HERE = "JOIN unnest(%s::text[], %s::date[], %s::timestamptz[], %s::timestamptz[])"
MISSED = f"""
SELECT d.recipient_id, d.channel, here.day::text, here.ends
{RECENT.format(HERE + " AS here(zone, day, begins, ends) ON here.zone = u.time_zone")}
  AND d.due_at >= here.begins AND d.due_at < here.ends
  AND NOT EXISTS (SELECT 1 FROM notifications_delivery told WHERE told.kind = %s
                  AND told.subject_key = 'day:' || here.day AND told.channel = d.channel
                  AND told.recipient_id = d.recipient_id)
GROUP BY d.recipient_id, d.channel, here.day, here.ends HAVING count(*) >= %s
ORDER BY d.recipient_id, d.channel LIMIT %s
"""  # noqa: S608


@transaction.atomic
def tell_missed() -> int:
    """Whoever had several reminders of today expire unsent on a channel is told there, once a local date, and not
    after their midnight; returns how many messages are new. Reads only what expired, which is little while all is
    well; what one tick leaves the next one takes. Which day it is where somebody lives is worked out here: the
    database may know other zones than we do."""
    now = handrail_now()
    with connection.cursor() as cursor:
        cursor.execute(ZONES, [REMINDER])
        zones = [zone for (zone,) in cursor.fetchall()]
        if not zones:
            return 0
        days = [now.astimezone(zone_of(zone)).date() for zone in zones]
        spans = [day_span(day, zone_of(zone)) for zone, day in zip(zones, days, strict=True)]
        here = [zones, days, [begins for begins, _ends in spans], [ends for _begins, ends in spans]]
        cursor.execute(MISSED, [*here, REMINDER, DAY, SEVERAL, A_TICK])
        missed = cursor.fetchall()
    return schedule(
        Wish(DAY, f"day:{day}", person, channel, now, midnight) for person, channel, day, midnight in missed
    )
