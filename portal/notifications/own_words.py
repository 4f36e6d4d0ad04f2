"""The words of this room's own messages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.kinds import DeliveryRow, Message


def words_are_sealed(delivery: DeliveryRow) -> Message:
    """These kinds are only ever sent with words that exist already. Raises LookupError for a row without."""
    raise LookupError("a message of this kind carries its words")


def canary_words(delivery: DeliveryRow) -> Message:
    return Message(subject="canary", title="canary")


def try_words(delivery: DeliveryRow) -> Message:
    return Message(
        subject=_("This is how a message arrives on this device"),
        title=_("A try"),
        url=reverse("home:device"),
    )


def address_failed(delivery: DeliveryRow) -> Message:
    return Message(
        subject=_("Your email address"),
        title=_("Mail to your address came back"),
        lines=[_("We stopped writing to it. Please check it, or add another address.")],
        url=reverse("account_email"),
    )
