"""The address that lets people in: it names an invitation, signed, so that none can be guessed."""

import uuid

from django.core import signing
from django.urls import reverse

from groups.models import Invitation
from portal.notifications.links import absolute

SALT = "handrail.link.groups.invitation"


def token_of(invitation: Invitation) -> str:
    return signing.Signer(salt=SALT).sign_object(str(invitation.pk))


def address_of(invitation: Invitation) -> str:
    """The whole address that lets people in, for those who may see the invitation."""
    return absolute(reverse("groups:invitation", args=[token_of(invitation)]))


def invitation_of(token: str) -> Invitation | None:
    """What a link names, also when it is not good any more. None for a link that nobody made."""
    try:
        key = uuid.UUID(signing.Signer(salt=SALT).unsign_object(token))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
    return Invitation.objects.select_related("group").filter(pk=key).first()
