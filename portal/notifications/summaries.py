"""The daily summary: one calm mail instead of many, made of what waits unread in the inbox, and never empty.

It counts and names kinds; neither a thread, nor a group, nor a word that somebody wrote. Whether each thing may still
be told is asked of its house again when the summary is about to be sent.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.kinds import EMAIL, Action, DeliveryRow, Later, Message, No, Verdict, Yes, kinds
from portal.core.local_time import instant, zone_of
from portal.notifications.models import Delivery, Notice, Rhythm
from portal.notifications.models.rhythm import SUMMARY_AT
from portal.notifications.reads import wants_summary

SUMMARY_KIND = "notifications.summary"
REMEMBERED = timedelta(days=8)  # a summary's row is kept for its own day and the week after
WENT_OUT = [Delivery.State.SENT, Delivery.State.BOUNCED, Delivery.State.COMPLAINED, Delivery.State.UNCERTAIN]


@dataclass(slots=True)
class Waiting:
    """A notice, as its house sees a message when it is asked whether it is still wanted."""

    pk: UUID
    kind: str
    subject_key: str
    recipient_id: UUID | None
    due_at: datetime
    channel: str = EMAIL


def still_to_tell(deliveries: Sequence[DeliveryRow]) -> dict[object, list[Waiting]]:
    """What each of these summaries tells: notices of wanted kinds that came since the last summary went out, up to
    the moment this one was due, are unread, and may still be told. A constant number of queries for a batch."""
    people = {one.recipient_id for one in deliveries if one.recipient_id}
    newest = max((one.due_at for one in deliveries), default=None)
    if newest is None:
        return {}
    wanted, since = wants_summary(people), last_told(people, newest)
    rows = Notice.objects.unread().filter(user_id__in=people, changed_at__lte=newest)
    rows = rows.filter(kind__in={kind for some in wanted.values() for kind in some}).order_by("changed_at", "id")
    columns = ("id", "kind", "subject_key", "user_id", "changed_at")
    notices = [Waiting(*row) for row in rows.values_list(*columns) if row[1] in wanted[row[3]]]
    allowed = [one for one in notices if isinstance(verdict_on(notices).get(one.pk), Yes)]

    def belongs(one: Waiting, summary: DeliveryRow) -> bool:
        before = since.get(one.recipient_id) if one.recipient_id else None
        in_time = one.due_at <= summary.due_at and (before is None or one.due_at > before)
        return one.recipient_id == summary.recipient_id and in_time

    return {summary.pk: [one for one in allowed if belongs(one, summary)] for summary in deliveries}


def verdict_on(notices: Collection[Waiting]) -> dict[object, Verdict]:
    verdicts: dict[object, Verdict] = {}
    for key in {one.kind for one in notices}:
        verdicts |= kinds.get(key).still_wanted([one for one in notices if one.kind == key])
    return verdicts


def last_told(people: Collection[UUID], now: datetime) -> dict[UUID, datetime]:
    """Up to when each of these was told: when their last summary was due that went out. Whose last one is forgotten
    was told of all that is older than what is remembered, unless a pause kept it back. Two queries."""
    rows = Delivery.objects.filter(kind=SUMMARY_KIND, recipient_id__in=people, state__in=WENT_OUT)
    remembered = dict(rows.values_list("recipient_id").annotate(last=Max("due_at")))
    paused = Rhythm.objects.filter(user_id__in=people, paused_until__gt=now - REMEMBERED)
    kept_back = set(paused.values_list("user_id", flat=True))
    return dict.fromkeys(set(people) - kept_back, now - REMEMBERED) | remembered


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """Not when nothing waits any more, and not before its hour where the person is by now."""
    waiting = still_to_tell(deliveries)
    people = User.objects.in_bulk({one.recipient_id for one in deliveries if one.recipient_id})
    hours = dict(Rhythm.objects.filter(user_id__in=people).values_list("user_id", "summary_at"))
    now = handrail_now()

    def verdict(one: DeliveryRow) -> Verdict:
        person = people.get(one.recipient_id) if one.recipient_id else None
        if person is None or not waiting.get(one.pk):
            return No("empty")
        day = datetime.fromisoformat(one.subject_key.partition(":")[2]).date()
        due = instant(day, hours.get(person.pk, SUMMARY_AT), zone_of(person.time_zone))
        return Later(due) if now < due else Yes()

    return {one.pk: verdict(one) for one in deliveries}


def render(delivery: DeliveryRow) -> Message:
    told = still_to_tell([delivery])[delivery.pk]
    counts: dict[str, int] = {}
    for one in told:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    lines = [f"{kinds.get(key).label}: {number}" for key, number in sorted(counts.items())]
    return Message(
        subject=_("Your daily summary"),
        title=_("What waits for you"),
        lines=[_("It is all in your inbox, whenever you feel like it. Nothing has to be read today.")],
        card=[_("Since your last summary"), *lines],
        actions=[Action(_("Open my inbox"), reverse("notifications:inbox"), main=True)],
        url=reverse("notifications:inbox"),
        footer=[_("It comes once a day at most, and only when something waits. It names nobody and no group.")],
    )
