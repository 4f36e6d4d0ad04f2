"""Words for one delivery, in the recipient's language and time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import timezone, translation

from portal.core.kinds import Message, kinds
from portal.core.local_time import zone_of
from portal.notifications.models import Delivery
from portal.notifications.words import from_json


@contextmanager
def as_the_recipient_reads(delivery: Delivery) -> Iterator[None]:
    person = delivery.recipient
    zone = zone_of(person.time_zone) if person else None
    with translation.override(person.language if person else settings.LANGUAGE_CODE), timezone.override(zone):
        yield


def words_for(delivery: Delivery) -> Message:
    """What was sealed when the words were made already; otherwise what the kind renders now."""
    sealed = delivery.words
    if sealed is not None:
        return from_json(sealed["message"])
    return kinds.get(delivery.kind).render(delivery)
