"""The message kind for the day of an outage: whether something still waits on Today, and its words."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.clock import handrail_now
from portal.core.kinds import Action, DeliveryRow, Message, No, Verdict, Yes
from portal.notifications.reads import wants
from selfcare.messages.reminders import COLUMNS, hard_days, unwanted
from selfcare.models import Occurrence
from selfcare.models.occurrence import REMINDER


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """While a slot of today is open that its reminder would still be wanted for, and for those who want reminders
    there. Three queries for a batch, and one for each channel."""
    people = {one.recipient_id for one in deliveries if one.recipient_id}
    now = handrail_now()
    due = Occurrence.objects.filter(activity__owner_id__in=people, due_at__lte=now, closes_at__gt=now)
    rows = list(due.filter(state=Occurrence.State.PLANNED).values(*COLUMNS))
    hard = hard_days(rows)
    waiting = {row["activity__owner_id"] for row in rows if not unwanted(row, row["snooze_no"], now, hard)}
    willing = {channel: wants(people, REMINDER, channel) for channel in {one.channel for one in deliveries}}

    def verdict(one: DeliveryRow) -> Verdict:
        if one.recipient_id not in willing[one.channel]:
            return No("unwanted")
        return Yes() if one.recipient_id in waiting else No("answered")

    return {one.pk: verdict(one) for one in deliveries}


def render(delivery: DeliveryRow) -> Message:
    return Message(
        subject=_("Here is your day"),
        title=_("Here is your day"),
        lines=[
            _("We could not reach you for a while, and some reminders did not come. We are sorry."),
            _("What is still open waits on your page for today. Skipping is fine, and nothing counts against you."),
        ],
        actions=[Action(_("Open today"), reverse("home:today"), main=True)],
        url=reverse("home:today"),
        footer=[_("You get this once, instead of many reminders that are late.")],
    )
