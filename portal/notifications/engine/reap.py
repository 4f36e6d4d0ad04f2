"""What senders left behind: leases that ran out, messages too late to send, rows that may be forgotten."""

import logging
from typing import Any

from django.db import connection

from portal.core.kinds import kinds
from portal.notifications.engine.claim import LEASE_SECONDS

log = logging.getLogger(__name__)

CHUNK = 500

# A lease that ends further off than any may was given before the database's clock was set back.
UNSENT = f"""
WITH dead AS (
    SELECT id FROM notifications_delivery WHERE state = 'leased' AND (lease_until < (SELECT handrail_now())
        OR lease_until > (SELECT handrail_now()) + interval '{2 * LEASE_SECONDS} seconds')
    ORDER BY lease_until LIMIT %s FOR UPDATE SKIP LOCKED
)
UPDATE notifications_delivery d SET state = 'pending', token = NULL, lease_until = NULL
FROM dead WHERE d.id = dead.id
"""  # noqa: S608

# Nobody knows whether these went out. The inbox may be written twice without harm; a reminder may be sent once more.
AMBIGUOUS = """
WITH dead AS (
    SELECT id, channel = 'in_app' OR (kind = ANY(%s) AND ambiguous = 0) AS again
    FROM notifications_delivery WHERE state = 'handing' AND lease_until < (SELECT handrail_now())
    ORDER BY lease_until LIMIT %s FOR UPDATE SKIP LOCKED
), settled AS (
    UPDATE notifications_delivery d SET
        state = CASE WHEN dead.again THEN 'pending' ELSE 'uncertain' END,
        next_try_at = CASE WHEN dead.again THEN handrail_now() ELSE d.next_try_at END,
        ambiguous = least(d.ambiguous + 1, 2), last_code = 'lost', token = NULL, lease_until = NULL
    FROM dead WHERE d.id = dead.id RETURNING d.id, d.kind, d.channel, d.attempts
)
INSERT INTO notifications_deliveryattempt (delivery_id, kind, channel, number, outcome, stage, code, late_ms)
SELECT id, kind, channel, attempts, 'lost', '', 'lost', 0 FROM settled
"""

TOO_LATE = """
WITH late AS (
    SELECT id FROM notifications_delivery WHERE state = 'pending' AND not_after <= (SELECT handrail_now())
    ORDER BY not_after LIMIT %s FOR UPDATE SKIP LOCKED
)
UPDATE notifications_delivery d SET state = CASE WHEN d.ambiguous > 0 THEN 'uncertain' ELSE 'expired' END
FROM late WHERE d.id = late.id
"""

FORGET = [
    """DELETE FROM notifications_delivery WHERE id IN (
        SELECT id FROM notifications_delivery WHERE state NOT IN ('pending', 'leased', 'handing')
        AND not_after < (SELECT handrail_now()) - interval '7 days'
        ORDER BY not_after LIMIT %s FOR UPDATE SKIP LOCKED)""",
    """DELETE FROM notifications_event WHERE id IN (
        SELECT id FROM notifications_event WHERE done_at < (SELECT handrail_now()) - interval '7 days'
        ORDER BY done_at LIMIT %s FOR UPDATE SKIP LOCKED)""",
    """DELETE FROM notifications_notice WHERE id IN (
        SELECT id FROM notifications_notice WHERE changed_at < (SELECT handrail_now()) - interval '180 days'
        ORDER BY changed_at LIMIT %s FOR UPDATE SKIP LOCKED)""",
]


def reap() -> int:
    """Settle what dead senders held, however long ago; returns how many. Any number of reapers may run at once."""
    again = [kind.key for kind in kinds if kind.ambiguous == "resend_once"]
    lost = _all_of(AMBIGUOUS, [again, CHUNK])
    if lost:
        log.warning("messages were in hand when a sender died", extra={"count": lost})
    return lost + _all_of(UNSENT, [CHUNK])


def expire() -> int:
    """Messages that nobody needs any more are not sent late. One that perhaps went out before stays a perhaps."""
    return _all_of(TOO_LATE, [CHUNK])


def forget() -> int:
    """Settled rows go a week after their end: longer than any plan may look back, so that none is announced twice."""
    gone = sum(_all_of(sql, [CHUNK], most=20) for sql in FORGET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT notifications_forget_attempts(%s)", [CHUNK * 10])
        return gone + cursor.fetchone()[0]


def _all_of(sql: str, values: list[Any], most: int = 1000) -> int:
    total = 0
    with connection.cursor() as cursor:
        for _ in range(most):
            cursor.execute(sql, values)
            total += cursor.rowcount
            if cursor.rowcount < CHUNK:
                break
    return total
