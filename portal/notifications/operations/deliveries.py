"""Asking for messages and taking them back. All of it joins the caller's transaction."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.kinds import EMAIL, Message, kinds
from portal.notifications.models import Delivery
from portal.notifications.operations.events import wake_on_commit
from portal.notifications.words import as_json

AHEAD_OF_OTHERS = timedelta(hours=1)
KEPT_DAYS = 7  # settled rows stay this long after `not_after`; a wish older than that could be announced twice


@dataclass(frozen=True, slots=True)
class Wish:
    """One message to come. `subject_key` carries what may repeat, such as `occurrence:<id>:<snooze_no>`."""

    kind: str
    subject_key: str
    recipient_id: UUID | None
    channel: str
    due_at: datetime
    not_after: datetime


SCHEDULE = f"""
INSERT INTO notifications_delivery
    (id, kind, subject_key, channel, recipient_id, due_at, next_try_at, not_after,
     state, attempts, render_errors, ambiguous, message_id, last_code)
SELECT wish.*, 'pending', 0, 0, 0, '', ''
FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::uuid[], %s::timestamptz[], %s::timestamptz[],
            %s::timestamptz[]) AS wish(id, kind, subject_key, channel, recipient_id, due_at, next_try_at, not_after)
WHERE wish.not_after > handrail_now() - interval '{KEPT_DAYS} days'
ON CONFLICT (kind, subject_key, channel, recipient_id) DO UPDATE SET
    state = 'pending', due_at = EXCLUDED.due_at, next_try_at = EXCLUDED.next_try_at, not_after = EXCLUDED.not_after,
    attempts = 0, render_errors = 0, token = NULL, lease_until = NULL, last_code = ''
WHERE notifications_delivery.state = 'cancelled'
"""  # noqa: S608

CANCEL = """
WITH unwanted AS (
    SELECT id FROM notifications_delivery
    WHERE kind = %s AND subject_key = ANY(%s) AND state IN ('pending', 'leased') ORDER BY id FOR UPDATE
)
UPDATE notifications_delivery d
SET state = 'cancelled', token = NULL, lease_until = NULL, last_code = 'cancelled'
FROM unwanted WHERE d.id = unwanted.id
"""


def schedule(wishes: Iterable[Wish]) -> int:
    """Plan messages; returns how many are new or wanted again. A message that exists stays as it is, unless it was
    cancelled: then it comes back with the new times. Times more than a week past are refused without a word.

    Raises KeyError for a kind that nobody registered.
    """
    rows = {(w.kind, w.subject_key, w.channel, str(w.recipient_id)): w for w in wishes}
    for kind in {wish.kind for wish in rows.values()}:
        kinds.get(kind)
    if not rows:
        return 0
    ordered = [rows[key] for key in sorted(rows)]  # one order for everybody, so that two planners cannot deadlock
    columns: list[Any] = [
        [uuid.uuid4() for _ in ordered],
        [w.kind for w in ordered],
        [w.subject_key for w in ordered],
        [w.channel for w in ordered],
        [w.recipient_id for w in ordered],
        [w.due_at for w in ordered],
        [w.due_at for w in ordered],
        [w.not_after for w in ordered],
    ]
    with connection.cursor() as cursor:
        cursor.execute(SCHEDULE, columns)
        return cursor.rowcount


def cancel(*, kind: str, subject_keys: Iterable[str]) -> int:
    """Take back what is not being handed over yet; returns how many. A sender that holds one loses it at the fence."""
    keys = list(subject_keys)
    if not keys:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(CANCEL, [kind, keys])
        return cursor.rowcount


def send_now(
    *,
    kind: str,
    subject_key: str,
    recipient: User | None,
    address: str | None,
    message: Message,
    not_after: datetime,
) -> Delivery:
    """Send an email whose words exist already, such as a sign-in code. The words and the address are sealed in the
    row. "Now" means that the engine is woken on commit and takes this before everything that waits: whoever signs in
    at eight is not behind everybody's reminders of eight. Nothing is sent inside the caller's request.

    `address` wins over the recipient's own; one of the two must be given.
    """
    kinds.get(kind)
    if recipient is None and not address:
        raise ValueError("A message needs somebody to go to.")
    now = handrail_now()
    delivery = Delivery(
        kind=kind, subject_key=subject_key, channel=EMAIL, recipient=recipient,
        due_at=now, next_try_at=now - AHEAD_OF_OTHERS, not_after=max(not_after, now),
    )  # fmt: skip
    delivery.words = {"address": address or "", "message": as_json(message)}
    delivery.save(force_insert=True)
    wake_on_commit()
    return delivery
