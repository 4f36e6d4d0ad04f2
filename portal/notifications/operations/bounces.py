"""What follows from mail that came back, whoever reported it: a mailbox, or a provider's own signed call."""

from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.notifications.bounces.clues import COMPLAINT, HARD, NONE
from portal.notifications.models import Delivery, Suppression
from portal.notifications.operations.suppression import suppress

KINDS = (HARD, "soft", COMPLAINT)
OUT = (Delivery.State.SENT, Delivery.State.UNCERTAIN)


@transaction.atomic
def take_note(
    *, kind: str, address: str | None, message_id: str = "", final: bool = True, sent_to: str | None = None
) -> bool:
    """Note that a mail came back; returns whether an address was newly given up. May run twice.

    The mail of ours is marked as come back when the report says which it was. Hard bounces and complaints give an
    address up, and its owner is told where they still look; soft ones do not. `sent_to` is whom the mail that came
    back was for by its own copy in the report: it only helps to find it.
    """
    if kind == NONE:
        return False
    sent = mail_of_ours(message_id, address, sent_to)
    if sent is not None and sent.state in OUT and final:
        sent.state = Delivery.State.COMPLAINED if kind == COMPLAINT else Delivery.State.BOUNCED
        sent.sent_at = sent.sent_at or handrail_now()
        sent.last_code = kind
        sent.save(update_fields=["state", "sent_at", "last_code"])
    if kind not in {HARD, COMPLAINT}:
        return False
    known = to_give_up(sent, address)
    if not known:
        return False
    reason = Suppression.Reason.COMPLAINED if kind == COMPLAINT else Suppression.Reason.BOUNCED
    theirs = sent is not None and known == address_of_delivery(sent)
    return suppress(address=known, reason=reason, user_id=sent.recipient_id if sent and theirs else owner_of(known))


def mail_of_ours(message_id: str, address: str | None = None, sent_to: str | None = None) -> Delivery | None:
    """The mail of ours with this Message-ID, locked. Whose address it went to is looked at first: that is an index."""
    if not message_id:
        return None
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("recipient").filter(message_id=message_id)
    owners = [one for one in (owner_of(sent_to), owner_of(address)) if one]
    return (rows.filter(recipient_id__in=owners).first() if owners else None) or rows.first()


def to_give_up(sent: Delivery | None, address: str | None) -> str:
    """The address that the mail went to, when the report names it or none. A report may name another: one that its
    reader had before, or lets a copy be sent to; giving that up harms nobody. That of another member is never
    believed: whoever gets mail of ours knows the Message-ID of one, and could silence others with it."""
    if sent is None:
        return address or ""
    own = address_of_delivery(sent)
    if not address or mailbox_of(own) == mailbox_of(address):
        return own
    return "" if owner_of(address) else address


def mailbox_of(address: str) -> str:
    """Without the tag (`ana+tag@…`), which some servers leave out when they report."""
    local, _, domain = address.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def owner_of(address: str | None) -> UUID | None:
    """Who signs in with this address."""
    return User.objects.filter(email__iexact=address).values_list("pk", flat=True).first() if address else None


def address_of_delivery(sent: Delivery) -> str:
    return str((sent.words or {}).get("address") or "") or (sent.recipient.email if sent.recipient else "")
