"""How far somebody has read."""

from django.db import connection, transaction
from django.utils import timezone

from groups.models import Membership, SupportGroup, Thread
from portal.accounts.models import User
from portal.notifications.operations.notices import mark_subject_read

UPSERT = """
INSERT INTO groups_readmark (user_id, thread_id, last_read_number) VALUES (%s, %s, %s)
ON CONFLICT ON CONSTRAINT read_mark_once_per_thread DO UPDATE SET last_read_number = EXCLUDED.last_read_number
WHERE groups_readmark.last_read_number < EXCLUDED.last_read_number
"""


def mark_read(*, actor: User, thread: Thread, up_to: int) -> bool:
    """Move the mark forward, never back, and never past the last post. Returns whether it moved. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, [actor.pk, thread.pk, max(0, min(up_to, thread.last_number))])
        return cursor.rowcount > 0


@transaction.atomic
def read_thread(*, actor: User, thread: Thread, up_to: int) -> bool:
    """Mark as read what somebody has seen; at its end, notices about the thread are read too. Two statements."""
    moved = mark_read(actor=actor, thread=thread, up_to=up_to)
    if up_to >= thread.last_number:
        mark_subject_read(actor=actor, subject=f"thread:{thread.public_id}")
    return moved


def mark_group_read(*, actor: User, group: SupportGroup) -> bool:
    """Everything in the group up to now counts as read. One statement, whatever the size of the group."""
    rows = Membership.objects.present().filter(group=group, user=actor)
    return rows.update(all_read_before=timezone.now()) > 0
