"""Taking back the last drink. One that came with an item of the plan opens that item again."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from selfcare.models import Occurrence, WaterLog
from selfcare.operations.occurrences import undo
from selfcare.operations.water import SLOT


@transaction.atomic
def undo_water(*, actor: User, drink: UUID | None = None) -> bool:
    """Take back the last drink of the last 24 hours, or the one that the person saw as the last: then pressing twice
    takes back one. Returns whether there was one."""
    mine = WaterLog.objects.owned_by(actor).filter(at__gt=handrail_now() - timedelta(hours=24))
    row = (mine.filter(pk=drink) if drink else mine).select_for_update().order_by("-at", "-id").first()
    if row is None:
        return False
    if row.source and row.source.startswith(SLOT):
        slot = Occurrence.objects.owned_by(actor).filter(pk=row.source.removeprefix(SLOT)).first()
        if slot is not None and undo(actor=actor, occurrence=slot, what="answer"):
            return True
    row.delete()
    return True
