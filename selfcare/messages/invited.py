"""The message kind of a mailed invitation: whether it is still open. Its words are sealed in its row."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from portal.core.clock import handrail_now
from portal.core.kinds import DeliveryRow, Message, No, Verdict, Yes
from selfcare.models import CarerLink


def link_of(delivery: DeliveryRow) -> UUID:
    return UUID(delivery.subject_key.removeprefix("carer:"))


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """Not when it was taken back, used, or has run out in the meantime. Two queries."""
    asked = CarerLink.objects.filter(pk__in=[link_of(one) for one in deliveries], owner__is_active=True)
    good = asked.filter(accepted_at=None, ended_at=None, expires_at__gt=handrail_now())
    here = set(good.values_list("pk", flat=True))
    return {one.pk: Yes() if link_of(one) in here else No("over") for one in deliveries}


def render(delivery: DeliveryRow) -> Message:
    raise LookupError("An invitation carries its own words.")
