"""The message kind that tells a carer that something waits: whether it is still true, and its few words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.clock import handrail_now
from portal.core.kinds import Action, DeliveryRow, Message, No, Verdict, Yes
from selfcare.messages.reminders import COLUMNS, hard_days, unwanted
from selfcare.models import CarerLink, Occurrence


def parts(subject_key: str) -> tuple[UUID, UUID]:
    """The slot and the link that a message is about."""
    _word, slot, link = subject_key.split(":")
    return UUID(slot), UUID(link)


def for_whom(user: Any) -> bool:
    """Carers. One query."""
    return CarerLink.objects.readable_by(user).exists()


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """While the slot is unanswered, also after its day, and the carer may read what is shared. Four queries for a
    batch."""
    keys = {one.pk: parts(one.subject_key) for one in deliveries}
    slots = Occurrence.objects.filter(pk__in={slot for slot, _link in keys.values()})
    rows = {row["pk"]: row for row in slots.values(*COLUMNS, "activity_id")}
    links = CarerLink.objects.in_force().in_bulk({link for _slot, link in keys.values()})
    now, hard = handrail_now(), hard_days(rows.values())
    verdicts: dict[object, Verdict] = {}
    for one in deliveries:
        slot, link = keys[one.pk]
        reason = _unwanted(rows.get(slot), links.get(link), now, hard)
        verdicts[one.pk] = No(reason) if reason else Yes()
    return verdicts


def _unwanted(row: dict[str, Any] | None, link: CarerLink | None, now: datetime, hard: set[tuple[UUID, date]]) -> str:
    """A short code why not, or nothing."""
    if row is None:
        return "gone"
    if link is None or link.tell_after is None or row["activity_id"] not in link.tell_about:
        return "ended"
    if row["due_at"] > now - timedelta(minutes=link.tell_after):
        return "moved"
    still_open = row["state"] in (Occurrence.State.PLANNED, Occurrence.State.NO_RECORD)
    asked = row | {"state": Occurrence.State.PLANNED} if still_open else row
    return unwanted(asked, row["snooze_no"], now, hard)


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
