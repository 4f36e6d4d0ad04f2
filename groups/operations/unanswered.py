"""Nobody is left unanswered: after a set time, those who help in a group are told once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import DateTimeField, DurationField, ExpressionWrapper, F, Value
from django.utils import timezone

from groups.models import Thread
from groups.reads.unanswered import without_answer
from portal.notifications.operations.events import record_event, wake_on_commit

UNANSWERED = "groups.unanswered"
TOO_OLD = timedelta(days=28)  # longer than any group may wait: older threads were never asked about in time


def tell_of_unanswered(*, most: int = 200) -> int:
    """Ask mentors about threads that have waited as long as their group lets them wait. Each thread is asked about
    once, however often this runs. Returns how many were."""
    now = timezone.now()
    patience = ExpressionWrapper(F("group__answer_within") * Value(timedelta(hours=1)), output_field=DurationField())
    due_at = ExpressionWrapper(F("created_at") + patience, output_field=DateTimeField())
    waiting = Thread.objects.filter(mentors_asked_at=None, created_at__gt=now - TOO_OLD).annotate(due_at=due_at)
    told = 0
    for thread in without_answer(waiting.filter(due_at__lte=now)).order_by("created_at")[:most]:
        with transaction.atomic():
            if Thread.objects.filter(pk=thread.pk, mentors_asked_at=None).update(mentors_asked_at=now):
                record_event(kind=UNANSWERED, subject=thread.public_id)
                wake_on_commit()
                told += 1
    return told
