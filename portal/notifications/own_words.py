"""The words of this room's own messages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.kinds import DeliveryRow, Message
from portal.notifications.models import Suppression


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
    """An address that was marked as spam works: to check it would be the wrong thing to do."""
    key = delivery.subject_key.split(":")[1]
    marked = Suppression.objects.filter(address_key__startswith=key, reason=Suppression.Reason.COMPLAINED).exists()
    title, line = _("Mail to your address came back"), _("Please check it, or add another address.")
    if marked:
        title = _("Our mail to you was marked as spam")
        line = _("Codes for signing in do not come either. If it was a mistake, ask us to try it again.")
    return Message(
        subject=_("Your email address"),
        title=title,
        lines=[_("We stopped writing to it."), line],
        url=reverse("account_email"),
    )
