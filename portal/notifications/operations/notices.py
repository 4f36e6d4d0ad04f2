"""Reading one's inbox."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from portal.core.clock import HandrailNow
from portal.notifications.models import Notice


def mark_read(*, actor: Any, notice_id: UUID | None = None) -> int:
    """Mark one notice, or all of them, as read; returns how many were not. Other people's are not touched."""
    one = Q(pk=notice_id) if notice_id else Q()
    return Notice.objects.owned_by(actor).unread().filter(one).update(read_at=HandrailNow())


def mark_subject_read(*, actor: Any, subject: str) -> int:
    """What is known already needs no notice any more: all of one person's about one subject. Joins the caller's
    transaction."""
    return Notice.objects.owned_by(actor).unread().filter(subject=subject).update(read_at=HandrailNow())
