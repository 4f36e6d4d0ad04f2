"""Planning the daily summary: only for whom something waits, so the cost grows with what happens, not with people."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import HandrailNow, handrail_now
from portal.core.kinds import EMAIL, kinds
from portal.core.local_time import zone_of
from portal.notifications.local_times import next_at
from portal.notifications.models import Delivery, Notice, Rhythm
from portal.notifications.models.rhythm import SUMMARY_AT
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.reads import wants, wants_summary
from portal.notifications.summaries import SUMMARY_KIND

STILL_OPEN = [Delivery.State.PENDING, Delivery.State.LEASED, Delivery.State.CANCELLED]


@transaction.atomic
def plan_summaries(limit: int) -> int:
    """See to it that new notices are told in their reader's next summary; returns how many were looked at. A constant
    number of statements. Any number of planners may run at once."""
    rows = Notice.objects.filter(gathered_at=None).only("id", "user_id", "kind", "changed_at", "read_at")
    notices = list(rows.select_for_update(skip_locked=True).order_by("id")[:limit])
    if not notices:
        return 0
    gathered = {kind.key for kind in kinds if kind.gathered}
    people = {one.user_id for one in notices if one.kind in gathered and one.read_at is None}
    willing = wants(people, SUMMARY_KIND, EMAIL)
    chosen = wants_summary(willing)
    since: dict[UUID, datetime] = {}
    for one in notices:
        if one.read_at is None and one.kind in chosen.get(one.user_id, ()):
            since[one.user_id] = max(one.changed_at, since.get(one.user_id, one.changed_at))
    schedule(wishes_of(since))
    Notice.objects.filter(pk__in=[one.pk for one in notices]).update(gathered_at=HandrailNow())
    return len(notices)


def wishes_of(since: dict[UUID, datetime]) -> Iterable[Wish]:
    """A summary for each, at their next hour after the newest notice and after any pause; what is more than an hour
    late waits for the next day. On a date whose summary is gone already, the next date's."""
    earliest = handrail_now() - timedelta(hours=1)
    people = User.objects.filter(is_active=True, erased_at=None).in_bulk(since)
    rhythms = Rhythm.objects.in_bulk(people)
    done = set(
        Delivery.objects.filter(kind=SUMMARY_KIND, recipient_id__in=people)
        .exclude(state__in=STILL_OPEN)
        .values_list("recipient_id", "subject_key")
    )
    grace = kinds.get(SUMMARY_KIND).grace
    for pk, person in people.items():
        rhythm = rhythms.get(pk)
        pause = rhythm.paused_until if rhythm and rhythm.paused_until else earliest
        after = max(since[pk], pause, earliest)
        at, zone = rhythm.summary_at if rhythm else SUMMARY_AT, zone_of(person.time_zone)
        day, due = next_at(after, at, zone)
        while (pk, key_of(day)) in done:
            day, due = next_at(due, at, zone)
        yield Wish(SUMMARY_KIND, key_of(day), pk, EMAIL, due, due + grace)


def key_of(day: object) -> str:
    return f"digest:{day}"


def plan_again(*, user_id: UUID) -> None:
    """After another hour, zone or pause was chosen: take back the summary that waits, and plan it anew. Joins the
    caller's transaction."""
    waiting = Delivery.objects.filter(kind=SUMMARY_KIND, recipient_id=user_id, state__in=Delivery.OPEN)
    waiting.exclude(state=Delivery.State.HANDING).update(
        state=Delivery.State.CANCELLED, token=None, lease_until=None, last_code="moved"
    )
    Notice.objects.filter(user_id=user_id, read_at=None, changed_at__gt=handrail_now() - timedelta(days=100)).update(
        gathered_at=None
    )
