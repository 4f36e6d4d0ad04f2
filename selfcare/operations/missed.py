"""After an outage: one message that leads to Today instead of many late reminders."""

from django.db import connection, transaction

from portal.core.clock import handrail_now
from portal.notifications.operations.deliveries import Wish, schedule
from selfcare.models.occurrence import DAY, REMINDER

SEVERAL, A_TICK = 2, 5000

MISSED = """
SELECT d.recipient_id, d.channel, here.day::text, (here.day + 1)::timestamp AT TIME ZONE u.time_zone
FROM notifications_delivery d JOIN accounts_user u ON u.id = d.recipient_id
CROSS JOIN LATERAL (SELECT (handrail_now() AT TIME ZONE u.time_zone)::date AS day) here
WHERE d.kind = %s AND d.state = 'expired' AND d.not_after > handrail_now() - interval '26 hours'
  AND (d.due_at AT TIME ZONE u.time_zone)::date = here.day
  AND NOT EXISTS (SELECT 1 FROM notifications_delivery told WHERE told.kind = %s
                  AND told.subject_key = 'day:' || here.day AND told.channel = d.channel
                  AND told.recipient_id = d.recipient_id)
GROUP BY d.recipient_id, d.channel, here.day, u.time_zone HAVING count(*) >= %s
ORDER BY d.recipient_id, d.channel LIMIT %s
"""


@transaction.atomic
def tell_missed() -> int:
    """Whoever had several reminders of today expire unsent on a channel is told there, once a local date, and not
    after their midnight; returns how many messages are new. Reads only what expired, which is little while all is
    well; what one tick leaves the next one takes."""
    now = handrail_now()
    with connection.cursor() as cursor:
        cursor.execute(MISSED, [REMINDER, DAY, SEVERAL, A_TICK])
        missed = cursor.fetchall()
    return schedule(
        Wish(DAY, f"day:{day}", person, channel, now, midnight) for person, channel, day, midnight in missed
    )
