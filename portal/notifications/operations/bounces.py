"""What follows from mail that came back, whoever reported it: a mailbox, or a provider's own signed call."""

from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.notifications.bounces.clues import COMPLAINT, HARD, NONE
from portal.notifications.models import Delivery, Suppression
from portal.notifications.operations.suppression import suppress

KINDS = (HARD, "soft", COMPLAINT)


@transaction.atomic
def take_note(*, kind: str, address: str | None, message_id: str = "", final: bool = True) -> bool:
    """Note that a mail came back; returns whether an address was newly given up. May run twice.

    The mail of ours is marked as come back when the report says which it was. Hard bounces and complaints give the
    address up, and its owner is told where they still look; soft ones do not.
    """
    if kind == NONE:
        return False
    sent = sent_mail(message_id, address)
    if sent is not None and final:
        sent.state = Delivery.State.COMPLAINED if kind == COMPLAINT else Delivery.State.BOUNCED
        sent.sent_at = sent.sent_at or handrail_now()
        sent.last_code = kind
        sent.save(update_fields=["state", "sent_at", "last_code"])
    if kind not in {HARD, COMPLAINT}:
        return False
    known = address or address_of_delivery(sent)
    if not known:
        return False
    reason = Suppression.Reason.COMPLAINED if kind == COMPLAINT else Suppression.Reason.BOUNCED
    owner = sent.recipient_id if sent else owner_of(known)
    return suppress(address=known, reason=reason, user_id=owner)


def sent_mail(message_id: str, address: str | None) -> Delivery | None:
    """The mail of ours with this Message-ID, locked. Whose address it went to is looked at first: that is an index."""
    if not message_id:
        return None
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("recipient")
    rows = rows.filter(message_id=message_id, state__in=[Delivery.State.SENT, Delivery.State.UNCERTAIN])
    owner = owner_of(address)
    return (rows.filter(recipient_id=owner).first() if owner else None) or rows.first()


def owner_of(address: str | None) -> UUID | None:
    """Who signs in with this address."""
    return User.objects.filter(email__iexact=address).values_list("pk", flat=True).first() if address else None


def address_of_delivery(sent: Delivery | None) -> str:
    if sent is None:
        return ""
    return str((sent.words or {}).get("address") or "") or (sent.recipient.email if sent.recipient else "")
