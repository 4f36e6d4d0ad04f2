"""Writing down what came of a message: one statement a message, for the holder of its token only. A yes is an ack."""

import logging
import random
import time
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

from portal.core.kinds import kinds
from portal.notifications.channels.email import address_of
from portal.notifications.channels.outcome import ForGood, ForNow, Outcome, Sent, Unknown
from portal.notifications.engine.ack import ack
from portal.notifications.engine.claim import LEASE_SECONDS
from portal.notifications.engine.line import AWAY
from portal.notifications.models import Delivery, Suppression
from portal.notifications.operations.suppression import suppress

log = logging.getLogger(__name__)

FIRST_WAIT, RENDER_TRIES = 30.0, 3
LONGEST_WAIT = 86_400.0

# While the channel rests, a failure costs no attempt and is tried again soon.
SETTLE = """
WITH mine AS (
    SELECT d.id, EXISTS (
        SELECT 1 FROM notifications_breaker b WHERE b.channel = d.channel AND b.opened_at IS NOT NULL
    ) AND %(refund)s AS resting
    FROM notifications_delivery d WHERE d.id = %(id)s AND d.token = %(token)s AND (d.state = 'handing') IS TRUE
    FOR UPDATE OF d
), settled AS (
    UPDATE notifications_delivery d SET
        state = %(state)s, last_code = %(code)s, token = NULL, lease_until = NULL,
        next_try_at = CASE WHEN %(state)s = 'pending'
            THEN handrail_now() + make_interval(secs => CASE WHEN mine.resting THEN 15 ELSE %(wait)s END)
            ELSE d.next_try_at END,
        attempts = CASE WHEN mine.resting THEN greatest(d.attempts - 1, 0) ELSE d.attempts END,
        render_errors = d.render_errors + %(render_error)s,
        ambiguous = least(d.ambiguous + %(ambiguous)s, 2)
    FROM mine WHERE d.id = mine.id
    RETURNING d.id, d.kind, d.channel, d.attempts
)
INSERT INTO notifications_deliveryattempt (delivery_id, kind, channel, number, outcome, stage, code, late_ms)
SELECT id, kind, channel, attempts, %(outcome)s, %(stage)s, %(code)s, 0 FROM settled
"""


def backoff(attempt: int) -> float:
    """30 s · 4ⁿ, give or take a fifth; the first try is attempt 1."""
    wait = min(FIRST_WAIT * 4 ** max(attempt - 1, 0), LONGEST_WAIT)
    return wait * random.uniform(0.8, 1.2)  # noqa: S311 - spreading, not secrecy


def settle(delivery: Delivery, outcome: Outcome) -> bool:
    """Record an outcome; False when the row is no longer ours. Raises database errors."""
    match outcome:
        case Sent():
            return ack(delivery, outcome)
        case ForNow():
            wait = max(backoff(delivery.attempts), outcome.wait)
            return _write(delivery, "pending", "for_now", outcome, wait=wait, refund=True)
        case ForGood():
            return _refused_for_good(delivery, outcome)
        case Unknown():
            again = may_resend(delivery)
            state = "pending" if again else "uncertain"
            return _write(delivery, state, "unknown", outcome, wait=backoff(delivery.attempts), ambiguous=1)


def may_resend(delivery: Delivery) -> bool:
    """A message that may have arrived is sent once more when its kind allows it; codes never."""
    kind = kinds.find(delivery.kind)
    return kind is not None and kind.ambiguous == "resend_once" and delivery.ambiguous == 0


def settle_without_words(delivery: Delivery) -> bool:
    """No words could be made: three tries, then it is dead and somebody must look."""
    tries = delivery.render_errors + 1
    dead = tries >= RENDER_TRIES
    if dead:
        log.error("message dead", extra={"id": str(delivery.pk), "kind": delivery.kind, "attempt": tries})
    outcome = ForNow(code="render", stage="render")
    state = "dead" if dead else "pending"
    return _write(delivery, state, "render", outcome, wait=backoff(tries), render_error=1)


def _refused_for_good(delivery: Delivery, outcome: ForGood) -> bool:
    """A mailbox that does not exist is not written to again, and the person is told where they still look."""
    with transaction.atomic():
        settled = _write(delivery, "dead", "for_good", outcome)
        if settled and outcome.nobody_there:
            suppress(address=address_of(delivery), reason=Suppression.Reason.UNKNOWN, user_id=delivery.recipient_id)
    return settled


def _write(delivery: Delivery, state: str, word: str, outcome: Outcome, **more: Any) -> bool:
    values = {"wait": 0.0, "refund": False, "ambiguous": 0, "render_error": 0} | more
    values |= {"id": delivery.pk, "token": delivery.token, "state": state, "outcome": word}
    values |= {"code": outcome.code[:64], "stage": outcome.stage[:10]}
    with connection.cursor() as cursor:
        cursor.execute(SETTLE, values)
        return cursor.rowcount == 1


def surely(
    write: Callable[[], object], *, began: float, pause: float = 0.5, unless: Callable[[], bool] = lambda: False
) -> None:
    """Write, and write again while the database is away, until the lease that began at `began` is over, or `unless`
    says so; after that the reaper decides. A refusal that the database did commit is harmless: the second try finds
    nothing to change."""
    while True:
        try:
            write()
            return
        except AWAY:
            if connection.in_atomic_block or time.monotonic() - began > LEASE_SECONDS or unless():
                raise
            log.warning("outcome not written yet", extra={"seconds": round(time.monotonic() - began, 1)})
            connection.close()
            time.sleep(pause)
