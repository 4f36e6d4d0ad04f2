"""The inbox. Writing the same delivery again changes nothing, so a sender may die here at any moment."""

import math

from django.conf import settings
from django.db import connection

from portal.core.kinds import Message
from portal.notifications.channels.outcome import ForGood, Outcome, Sent
from portal.notifications.models import Delivery, Notice

WRITE = """
INSERT INTO notifications_notice AS n (id, user_id, kind, subject, words_sealed, delivery_id, subject_key, times)
VALUES (%s, %s, %s, %s, %s, %s, %s, 1)
ON CONFLICT (id) DO UPDATE SET
    words_sealed = EXCLUDED.words_sealed, delivery_id = EXCLUDED.delivery_id,
    subject_key = EXCLUDED.subject_key, times = n.times + 1, changed_at = handrail_now(), read_at = NULL,
    gathered_at = NULL
WHERE n.delivery_id <> EXCLUDED.delivery_id AND NOT EXISTS (  -- news, not older than what stands there already
    SELECT 1 FROM notifications_delivery shown JOIN notifications_delivery mine ON mine.due_at < shown.due_at
    WHERE shown.id = n.delivery_id AND mine.id = EXCLUDED.delivery_id
)
"""


def subject_of(subject_key: str) -> str:
    """What a notice is about: the key without its generation (`thread:<id>:<generation>` → `thread:<id>`)."""
    return ":".join(subject_key.split(":")[:2])


class InAppChannel:
    def prepare(self, delivery: Delivery, message: Message) -> Notice | None:
        """The row as it should be; None when it is for nobody."""
        if delivery.recipient_id is None:
            return None
        subject = subject_of(delivery.subject_key)
        notice = Notice(
            id=Notice.key_for(delivery.recipient_id, delivery.kind, subject),
            user_id=delivery.recipient_id,
            kind=delivery.kind,
            subject=subject,
            delivery_id=delivery.pk,
            subject_key=delivery.subject_key,
        )
        notice.words = {
            "title": str(message.title),
            "lines": [str(line) for line in (*message.card, *message.lines)],
            "url": str(message.url).removeprefix(settings.BASE_URL),
        }
        return notice

    def hand_over(self, prepared: Notice | None, until: float = math.inf) -> Outcome:
        """Put it into the inbox, or bring the row about the same thing up to date and make it unread again, unless
        something newer stands there."""
        if prepared is None:
            return ForGood(code="no-recipient", stage="notice")
        one = prepared
        with connection.cursor() as cursor:
            sealed = bytes(one.words_sealed)
            cursor.execute(
                WRITE, [one.id, one.user_id, one.kind, one.subject, sealed, one.delivery_id, one.subject_key]
            )
        return Sent(code="in_app", stage="notice")

    def close(self) -> None:
        """Nothing is open."""
