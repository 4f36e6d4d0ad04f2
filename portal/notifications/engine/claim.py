"""Taking what is due, so that nobody else does; and giving back what was not begun."""

import uuid
from collections.abc import Iterable

from django.db import connection

from portal.notifications.models import Delivery

LEASE_SECONDS = 60

TAKE = f"""
WITH due AS (
    SELECT id FROM notifications_delivery
    WHERE {{which}} state = 'pending' AND next_try_at <= (SELECT handrail_now())
      AND (not_after > (SELECT handrail_now())) IS TRUE  -- asked of what is due, never a way to find it
    ORDER BY next_try_at, id LIMIT %s FOR UPDATE SKIP LOCKED
)
UPDATE notifications_delivery d
SET state = 'leased', token = %s, lease_until = (SELECT handrail_now()) + interval '{LEASE_SECONDS} seconds'
FROM due WHERE d.id = due.id RETURNING d.*
"""  # noqa: S608
CLAIM = TAKE.format(which="")
CLAIM_ON = TAKE.format(which="channel = %s AND")  # its own index: what waits on a channel that rests is not walked

GIVE_BACK = """
UPDATE notifications_delivery SET state = 'pending', token = NULL, lease_until = NULL,
    attempts = greatest(attempts - CASE WHEN state = 'handing' THEN 1 ELSE 0 END, 0)
WHERE id = ANY(%s) AND token = %s AND (state IN ('leased', 'handing')) IS TRUE
"""


def claim(*, limit: int, only: str | None = None) -> list[Delivery]:
    """Up to `limit` due deliveries, on one channel or on any, oldest first, leased to a new token. One statement,
    committed at once."""
    token = uuid.uuid4()
    rows = Delivery.objects.raw(*((CLAIM_ON, [only, limit, token]) if only else (CLAIM, [limit, token])))
    return sorted(rows, key=lambda one: (one.next_try_at, one.pk))


def give_back(deliveries: Iterable[Delivery]) -> int:
    """What was not handed over waits again, uncharged: certainly unsent. That is for the caller to know: a message may
    have passed its gate although nobody heard so, when the line broke before the reply."""
    by_token: dict[uuid.UUID, list[uuid.UUID]] = {}
    for one in deliveries:
        if one.token is not None:
            by_token.setdefault(one.token, []).append(one.pk)
    given = 0
    with connection.cursor() as cursor:
        for token, ids in by_token.items():
            cursor.execute(GIVE_BACK, [ids, token])
            given += cursor.rowcount
    return given
