"""The last gate before a message goes out: still ours, still wanted by the row, still in time, address not given up."""

import time
from typing import Any

from portal.core.crypto import CannotOpen
from portal.notifications.channels.email import address_of
from portal.notifications.channels.letter import message_id
from portal.notifications.engine.line import rows_of
from portal.notifications.models import Delivery
from portal.notifications.models.suppression import address_key

HAND_SECONDS = (
    30.0  # that handing over may take, counted from before the gate: a frozen sender that wakes up sends nothing
)
ROOM_SECONDS = 35  # of the lease must be left at the gate, so that it cannot run out underneath

# "IS TRUE": a row is found by its key. By what it says, the database would look through everything that is leased.
PASS = f"""
UPDATE notifications_delivery SET state = 'handing', attempts = attempts + 1, message_id = %(message_id)s
WHERE id = %(id)s AND token = %(token)s AND (state = 'leased') IS TRUE
  AND (lease_until > handrail_now() + interval '{ROOM_SECONDS} seconds') IS TRUE AND not_after > handrail_now()
  AND NOT EXISTS (SELECT 1 FROM notifications_suppression WHERE address_key = %(address_key)s)
"""  # noqa: S608
FENCE = f"{PASS} RETURNING attempts"
# Beside the ack of the message before: a row that somebody is changing right now is not waited for.
FENCE_AT_ONCE = f"""{PASS}
  AND id IN (SELECT id FROM notifications_delivery WHERE id = %(id)s FOR UPDATE SKIP LOCKED)
RETURNING attempts
"""  # noqa: S608


def suppression_key(delivery: Delivery) -> str:
    """Empty for channels that have no address: no suppression matches it."""
    return address_key(address_of(delivery)) if delivery.channel == "email" else ""


def gate(delivery: Delivery) -> dict[str, Any]:
    """What the statement asks of a row."""
    try:
        key = suppression_key(delivery)
    except CannotOpen:
        key = ""  # no words, no address: it gets as far as being written down as that
    known_as = message_id(delivery) if delivery.channel == "email" else ""
    return {"id": delivery.pk, "token": delivery.token, "message_id": known_as, "address_key": key}


def passed(delivery: Delivery, asked: dict[str, Any], attempts: int, asked_at: float) -> None:
    """Keep on the row in memory what the statement wrote. The seconds for handing over count from `asked_at`."""
    delivery.state, delivery.attempts, delivery.message_id = Delivery.State.HANDING, attempts, asked["message_id"]
    delivery.fenced_at = asked_at


def fence(delivery: Delivery) -> bool:
    """True once: from now on this sender, and nobody else, hands the message over. The attempt is charged here."""
    asked_at, asked = time.monotonic(), gate(delivery)
    rows = rows_of(FENCE, asked)
    if rows:
        passed(delivery, asked, rows[0][0], asked_at)
    return bool(rows)
