"""A number in the diary answers the check-in that would ask for it: who wrote it down is not asked again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare.diary.worst import worst_of
from selfcare.due.schedule import day_span
from selfcare.models import Occurrence
from selfcare.operations.occurrences import mark_done
from selfcare.reads.today import PAIN_CHECK

OPEN = (Occurrence.State.PLANNED, Occurrence.State.NO_RECORD)


def gives_a_number(said: Mapping[str, Any]) -> bool:
    return worst_of(said) is not None or "usual" in said


def answer_check_in(*, actor: User, at: datetime) -> int:
    """Mark as done what of that day's pain check-in was due by this moment, else the next of that day. Returns how
    many were open. What was skipped stays skipped."""
    zone = zone_of(actor.time_zone)
    plan, daily = PAIN_CHECK
    rows = Occurrence.objects.owned_by(actor).between(*day_span(at.astimezone(zone).date(), zone))
    rows = rows.filter(activity__plan__template_key=plan, activity__template_activity=daily, state__in=OPEN)
    found = list(rows)
    due = [row for row in found if row.due_at <= at] or found[:1]
    return sum(mark_done(actor=actor, occurrence=row) for row in due)
