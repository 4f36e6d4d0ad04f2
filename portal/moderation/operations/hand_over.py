"""Ending a shift: what one holds goes back to the queue, with a word for whoever comes next."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.moderation.models import Case, HandOver
from portal.moderation.models.case import scopes_of
from portal.moderation.operations.audit import audit
from portal.moderation.operations.claims import release

KEPT = timedelta(days=7)


@transaction.atomic
def hand_over(*, actor: Any, text: str) -> int:
    """Give every case back. The note is read for a day by those who look after the same parts, and forgotten after a
    week. Returns how many cases went back. Raises PermissionDenied for who does not moderate."""
    held = scopes_of(actor)
    if not held:
        raise PermissionDenied(_("This page is for people who moderate."))
    given = sum(release(actor=actor, case=case) for case in Case.objects.visible_to(actor, held).held_by(actor))
    if text.strip():
        note = HandOver(writer=actor, scopes=held)
        note.text = text.strip()
        note.save(force_insert=True)
    audit(actor=actor, act="shift.end", subject=f"user:{actor.pk}")
    return given


def forget_hand_overs() -> int:
    return HandOver.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0]
