"""The last gate before a message goes out: still ours, still wanted by the row, still in time, address not given up."""

from django.db import connection

from portal.core.crypto import CannotOpen
from portal.notifications.channels.email import address_of
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery
from portal.notifications.models.suppression import address_key

ROOM_SECONDS = 35  # more than the 30 s that handing over may take: the lease cannot run out underneath

FENCE = f"""
UPDATE notifications_delivery SET state = 'handing', attempts = attempts + 1, message_id = %s
WHERE id = %s AND token = %s AND state = 'leased'
  AND lease_until > handrail_now() + interval '{ROOM_SECONDS} seconds' AND not_after > handrail_now()
  AND NOT EXISTS (SELECT 1 FROM notifications_suppression WHERE address_key = %s)
RETURNING attempts
"""  # noqa: S608


def suppression_key(delivery: Delivery) -> str:
    """Empty for channels that have no address: no suppression matches it."""
    return address_key(address_of(delivery)) if delivery.channel == "email" else ""


def fence(delivery: Delivery) -> bool:
    """True once: from now on this sender, and nobody else, hands the message over. The attempt is charged here."""
    try:
        key = suppression_key(delivery)
    except CannotOpen:
        key = ""  # no words, no address: it gets as far as being written down as that
    known_as = message_id(delivery) if delivery.channel == "email" else ""
    with connection.cursor() as cursor:
        cursor.execute(FENCE, [known_as, delivery.pk, delivery.token, key])
        row = cursor.fetchone()
    if row is None:
        return False
    delivery.state, delivery.attempts, delivery.message_id = Delivery.State.HANDING, row[0], known_as
    return True
