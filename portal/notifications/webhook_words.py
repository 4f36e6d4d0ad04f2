"""What administrators are told about a webhook that was switched off."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts import roles
from portal.accounts.models import User
from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Message


def administrators(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    people = User.objects.filter(is_active=True, groups__name=roles.ADMINISTRATORS)
    if after is not None:
        people = people.filter(pk__gt=after)
    found = people.order_by("pk").values_list("pk", flat=True).distinct()[:limit]
    return [Addressee(one, f"webhook:{event.subject}:{event.created_at:%Y%m%d}") for one in found]


def switched_off(delivery: DeliveryRow) -> Message:
    url = reverse("admin:notifications_webhookendpoint_changelist")
    return Message(
        subject=_("A webhook was switched off"),
        title=_("A webhook was switched off"),
        lines=[
            _("The other system did not take what it was told, for three days or because it is gone."),
            _("Nothing more is told to it until somebody switches it on again."),
        ],
        actions=[Action(_("See the webhooks"), url, main=True)],
        url=url,
    )
