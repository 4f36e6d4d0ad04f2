"""Writing down that a message was sent: one ack for each, committed before the next one is handed over.

The ack of one message and the gate of the next go to the database together, in one statement and so in one commit. The
time between a mail server's yes and the committed ack, in which a dying sender leaves an uncertain message, does not
grow: nothing is done in between.
"""

import time
from typing import Any

from portal.notifications.channels.outcome import Sent
from portal.notifications.engine.fence import FENCE_AT_ONCE, gate, passed
from portal.notifications.engine.line import rows_of
from portal.notifications.models import Delivery

SENT = """
WITH settled AS (
    UPDATE notifications_delivery SET
        state = 'sent', last_code = %(code)s, token = NULL, lease_until = NULL, sent_at = handrail_now()
    WHERE id = %(sent_id)s AND token = %(sent_token)s AND (state = 'handing') IS TRUE
    RETURNING id, kind, channel, attempts, greatest(next_try_at, due_at) AS since
), noted AS (
    INSERT INTO notifications_deliveryattempt (delivery_id, kind, channel, number, outcome, stage, code, late_ms)
    SELECT id, kind, channel, attempts, 'sent', %(stage)s, %(code)s,
        greatest(extract(epoch FROM handrail_now() - since) * 1000, 0)::bigint
    FROM settled RETURNING 1
)
"""
ACK = f"{SENT} SELECT count(*) FROM noted"  # noqa: S608
ACK_AND_FENCE = (
    f"{SENT}, fenced AS ({FENCE_AT_ONCE}) SELECT (SELECT count(*) FROM noted), (SELECT attempts FROM fenced)"  # noqa: S608
)


def _told(delivery: Delivery, outcome: Sent) -> dict[str, Any]:
    return {
        "sent_id": delivery.pk,
        "sent_token": delivery.token,
        "code": outcome.code[:64],
        "stage": outcome.stage[:10],
    }


def ack(delivery: Delivery, outcome: Sent) -> bool:
    """False when the row is no longer ours. Raises database errors."""
    return rows_of(ACK, _told(delivery, outcome))[0][0] == 1


def ack_and_fence(delivery: Delivery, outcome: Sent, following: Delivery) -> bool:
    """Write the ack, and let the following message pass its gate. Returns whether it did; it may not only because
    somebody is changing it at this moment, so after a no `fence` says the last word."""
    asked_at, asked = time.monotonic(), gate(following)
    (_, attempts) = rows_of(ACK_AND_FENCE, _told(delivery, outcome) | asked)[0]
    if attempts is None:
        return False
    passed(following, asked, attempts, asked_at)
    return True
