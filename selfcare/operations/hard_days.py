"""Having a hard day: only the essentials stay, and nothing else rings."""

from datetime import date

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.local_time import zone_of
from portal.notifications.operations.deliveries import cancel, schedule
from portal.notifications.operations.events import wake_on_commit
from selfcare.due.schedule import day_span
from selfcare.models import HardDay, Occurrence
from selfcare.models.occurrence import REMINDER
from selfcare.operations.consent import need_consent
from selfcare.operations.planning import wishes_for


def _rest_of(actor: User, day: date) -> list[Occurrence]:
    """What is still to come on this day and could wait."""
    start, end = day_span(day, zone_of(actor.time_zone))
    rows = Occurrence.objects.owned_by(actor).between(start, end)
    return list(rows.filter(state=Occurrence.State.PLANNED, activity__essential=False))


@transaction.atomic
def begin_hard_day(*, actor: User, day: date) -> bool:
    """Shorten a day to its essentials and take the other reminders back. Returns whether it was not one already."""
    need_consent(actor)
    _row, new = HardDay.objects.get_or_create(owner=actor, day=day)
    cancel(kind=REMINDER, subject_keys=[occurrence.subject_key for occurrence in _rest_of(actor, day)])
    return new


@transaction.atomic
def end_hard_day(*, actor: User, day: date) -> bool:
    """The whole day again, with reminders for what lies ahead."""
    gone, _each = HardDay.objects.owned_by(actor).filter(day=day).delete()
    if gone:
        now = handrail_now()
        ahead = [occurrence for occurrence in _rest_of(actor, day) if occurrence.due_at > now]
        schedule([wish for occurrence in ahead for wish in wishes_for(occurrence)])
        wake_on_commit()
    return bool(gone)
