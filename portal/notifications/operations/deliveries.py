"""Asking for messages and taking them back. All of it joins the caller's transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.columns import column, plain_column, prefix
from portal.core.kinds import EMAIL, PUSH, Message, kinds
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
SELECT (%(prefix)s || substr(gen_random_uuid()::text, 9))::uuid, wish.kind, wish.subject_key, wish.channel,
    wish.recipient_id, wish.due_at, wish.due_at, wish.not_after, 'pending', 0, 0, 0, '', ''
FROM {{wishes}} AS wish WHERE wish.not_after > (SELECT handrail_now()) - interval '{KEPT_DAYS} days'
ON CONFLICT (kind, subject_key, channel, recipient_id) DO UPDATE SET
    state = 'pending', due_at = EXCLUDED.due_at, next_try_at = EXCLUDED.next_try_at, not_after = EXCLUDED.not_after,
    attempts = 0, render_errors = 0, token = NULL, lease_until = NULL, last_code = '', taken_by = NULL
WHERE notifications_delivery.state = 'cancelled'
"""  # noqa: S608

GIVEN = """(
    SELECT * FROM unnest(%(kind)s::text[], %(subject_key)s::text[], %(channel)s::text[], %(recipient_id)s::uuid[],
        %(due_at)s::timestamptz[], %(not_after)s::timestamptz[])
    AS one (kind, subject_key, channel, recipient_id, due_at, not_after)
)"""
FOUND = """(
    SELECT %(kind)s AS kind, one.* FROM ({wishes}) one ORDER BY one.subject_key, one.channel, one.recipient_id
)"""
# Devices are no choice of the houses: whatever comes into the inbox or by mail comes to them too, while there are any.
FOLLOWED = """(
    WITH asked AS (SELECT * FROM {wishes} AS given)
    SELECT DISTINCT ON (kind, subject_key, channel, recipient_id) one.* FROM (
        SELECT kind::text, subject_key, channel, recipient_id, due_at, not_after FROM asked
        UNION ALL
        SELECT kind::text, subject_key, 'push', recipient_id, due_at, not_after FROM asked
        WHERE kind = ANY(%(push_kinds)s) AND channel IN ('in_app', 'email') AND EXISTS (
            SELECT 1 FROM notifications_pushsubscription device WHERE device.user_id = asked.recipient_id)
    ) one ORDER BY kind, subject_key, channel, recipient_id
)"""

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
    columns = {
        "kind": column(w.kind for w in ordered),
        "subject_key": column(w.subject_key for w in ordered),
        "channel": column(w.channel for w in ordered),
        "recipient_id": column(str(w.recipient_id) if w.recipient_id else None for w in ordered),
        "due_at": plain_column(w.due_at.isoformat() for w in ordered),
        "not_after": plain_column(w.not_after.isoformat() for w in ordered),
    }
    return _write("", GIVEN, columns)


def _write(found: str, wishes: str, values: Mapping[str, Any]) -> int:
    """With what follows to people's devices, in the same statement; without keys there is none of that."""
    values = {**values, "prefix": prefix()}
    if settings.PUSH_KEY:
        wishes = FOLLOWED.format(wishes=wishes)
        values["push_kinds"] = [kind.key for kind in kinds if PUSH in kind.channels]
    with connection.cursor() as cursor:
        cursor.execute(found + SCHEDULE.format(wishes=wishes), values)
        return cursor.rowcount


def schedule_found(*, kind: str, found: str, wishes: str, values: Mapping[str, Any]) -> int:
    """As `schedule`, for wishes that the database finds by itself: `wishes` is a SELECT of subject_key, channel,
    recipient_id, due_at and not_after, no two alike, which may use what the statement `found` returns. Both are one
    statement with the writing, so that many rows cost little. Raises KeyError for a kind that nobody registered."""
    kinds.get(kind)
    return _write(f"WITH found AS ({found})", FOUND.format(wishes=wishes), {**values, "kind": kind})


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
