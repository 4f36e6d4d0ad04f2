"""The message kind that tells a carer that something waits: whether it is still true, and its few words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.clock import handrail_now
from portal.core.kinds import Action, DeliveryRow, Message, No, Verdict, Yes
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.reads import wants
from selfcare.models import CarerLink, Occurrence
from selfcare.reminders import COLUMNS, hard_days, unwanted

MISSED = "selfcare.missed"
WORTH = timedelta(hours=8)
MOST = 500
OPEN = {"accepted_at__isnull": False, "ended_at": None, "tell_after__isnull": False}


def parts(subject_key: str) -> tuple[UUID, UUID]:
    """The slot and the link that a message is about."""
    _word, slot, link = subject_key.split(":")
    return UUID(slot), UUID(link)


def tell_carers() -> int:
    """Ask for a message for each slot that has waited as long as its owner said; returns how many are new. The same
    slot is told once to the same carer. Costs what is shared so, not what exists."""
    now = handrail_now()
    links = list(CarerLink.objects.filter(**OPEN).order_by("id")[:MOST])
    wishes = []
    for link in links:
        late = now - timedelta(minutes=link.tell_after or 0)
        rows = Occurrence.objects.filter(activity_id__in=link.tell_about, state=Occurrence.State.PLANNED)
        rows = rows.filter(activity__owner_id=link.owner_id, due_at__lte=late, due_at__gt=late - timedelta(hours=1))
        for slot in rows.values_list("pk", flat=True):
            key = f"missed:{slot}:{link.pk}"
            wishes += [Wish(MISSED, key, link.carer_id, channel, now, now + WORTH) for channel in ("in_app", "email")]
    people = {wish.recipient_id for wish in wishes if wish.recipient_id}
    willing = {channel: wants(people, MISSED, channel) for channel in ("in_app", "email")}
    return schedule(wish for wish in wishes if wish.recipient_id in willing[wish.channel])


def for_whom(user: Any) -> bool:
    """Carers. One query."""
    return CarerLink.objects.readable_by(user).exists()


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """While the slot waits and the link holds. Four queries for a batch."""
    keys = {one.pk: parts(one.subject_key) for one in deliveries}
    rows = {row["pk"]: row for row in Occurrence.objects.filter(pk__in={k[0] for k in keys.values()}).values(*COLUMNS)}
    links = set(CarerLink.objects.filter(pk__in={k[1] for k in keys.values()}, **OPEN).values_list("pk", "carer_id"))
    now, hard = handrail_now(), hard_days(rows.values())
    verdicts: dict[object, Verdict] = {}
    for one in deliveries:
        slot, link = keys[one.pk]
        row = rows.get(slot)
        reason = unwanted(row, row["snooze_no"] if row else 0, now, hard)
        if (link, one.recipient_id) not in links:
            reason = "ended"
        verdicts[one.pk] = No(reason) if reason else Yes()
    return verdicts


def render(delivery: DeliveryRow) -> Message:
    """Raises CarerLink.DoesNotExist when the link is gone."""
    link = CarerLink.objects.select_related("owner", "carer").get(pk=parts(delivery.subject_key)[1])
    with translation.override(link.carer.language if link.carer else "en"):
        name = link.owner.display_name
        return Message(
            subject=_("A note from Handrail"),
            title=_("%(name)s asked us to let you know") % {"name": name},
            lines=[
                _("Something that %(name)s had planned has not been marked as done for a while.") % {"name": name},
                _("It may mean nothing: people forget to press a button. A call may be welcome."),
            ],
            actions=[Action(_("Open what is shared"), reverse("selfcare:shared", args=[link.pk]), main=True)],
            url=reverse("selfcare:shared", args=[link.pk]),
            footer=[_("You get this because %(name)s shares with you. You can end that at any time.") % {"name": name}],
        )
