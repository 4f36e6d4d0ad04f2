"""What was answered today is not asked again because its time was changed."""

from datetime import datetime

from portal.notifications.operations.deliveries import cancel
from selfcare.due.schedule import day_span, slots
from selfcare.models import Activity, Occurrence
from selfcare.models.occurrence import REMINDER

State = Occurrence.State
AT_TIMES = {Activity.ScheduleKind.WALL, Activity.ScheduleKind.SPREAD}


def spare_answered(activity: Activity, now: datetime) -> int:
    """After new times were planned: each slot of today that was answered at a time which is no more stands for the
    new slot nearest to it. Where that is still ahead it is taken back, with its reminder. Returns how many were.

    What goes by spacing is left alone: there the next one is due, whenever the last was. The activity is locked.
    """
    if activity.schedule_kind not in AT_TIMES:
        return 0
    zone = activity.zone(activity.owner.time_zone)
    start, end = day_span(now.astimezone(zone).date(), zone)
    mine = Occurrence.objects.filter(activity=activity, slot_at__gte=start, slot_at__lt=end)
    answered = dict(mine.filter(state__in=[State.DONE, State.SKIPPED]).values_list("local_key", "slot_at"))
    today = {slot.key: slot.due_at for slot in slots(activity.schedule(), zone, start, end)}
    free = {key: at for key, at in today.items() if key not in answered}
    spared = []
    for key in sorted(set(answered) - set(today), key=answered.__getitem__):
        if free:
            nearest = min(free, key=lambda other: abs(free[other] - answered[key]))
            spared += [nearest] if free.pop(nearest) > now else []
    rows = list(mine.filter(local_key__in=spared, state=State.PLANNED, snooze_no=0).select_for_update())
    cancel(kind=REMINDER, subject_keys=[row.subject_key for row in rows])
    return Occurrence.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.CANCELLED)
