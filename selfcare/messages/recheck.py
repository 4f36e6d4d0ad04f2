"""The message kind for a plan that waits for the team again: whether it still does, and its words."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.kinds import Action, DeliveryRow, Message, No, Verdict, Yes
from portal.notifications.links import absolute
from portal.notifications.reads import wants
from selfcare.models import Plan
from selfcare.models.occurrence import RECHECK


def _plan(delivery: DeliveryRow) -> UUID:
    return UUID(delivery.subject_key.split(":")[1])


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """While the plan waits, and for those who want to be told there. One query for a batch, one for each channel."""
    rows = Plan.objects.filter(pk__in=[_plan(one) for one in deliveries], stopped_at=None, held_at__isnull=False)
    waiting = set(rows.values_list("pk", flat=True))
    people = {one.recipient_id for one in deliveries if one.recipient_id}
    willing = {channel: wants(people, RECHECK, channel) for channel in {one.channel for one in deliveries}}

    def verdict(one: DeliveryRow) -> Verdict:
        if one.recipient_id not in willing[one.channel]:
            return No("unwanted")
        return Yes() if _plan(one) in waiting else No("answered")

    return {one.pk: verdict(one) for one in deliveries}


def render(delivery: DeliveryRow) -> Message:
    page = reverse("selfcare:running_plan", args=[_plan(delivery)])
    return Message(
        subject=_("Something in your plan waits for you"),
        title=_("Something in your plan waits for you"),
        lines=[
            _("Twelve weeks ago you told us with whom you had checked it. A lot can change in that time."),
            _("Please ask again whether it is still right for you. Until you say so, it rests and nothing rings."),
        ],
        actions=[Action(_("Open your plan"), absolute(page), main=True)],
        url=page,
        footer=[_("You get this once for each plan that waits.")],
    )
