"""How allauth names Handrail when it offers a second step of sign-in, and how it keeps what opens that step."""

import base64
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.crypto import seal, unseal

SEALED = "sealed:"
ASSOCIATED = "mfa.authenticator|secret"

REFUSALS = {
    "add_email_blocked": _(
        "To add an address, turn off the second step of sign-in first. You can turn it on again right after."
    ),
    "cannot_delete_authenticator": _("This one cannot be removed."),
    "cannot_generate_recovery_codes": _("Set up an app or a passkey first. The codes are for the day you lose it."),
    "incorrect_code": _("That code did not match. Wait for the next one and type it again."),
    "unverified_email": _("Confirm your email address first. Then you can set up a second step."),
}


class MFAAdapter(DefaultMFAAdapter):
    """The default, with the pseudonym for a passkey's user, our words, and secrets sealed where they lie."""

    error_messages = DefaultMFAAdapter.error_messages | REFUSALS

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"display_name": user.display_name}

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """A name to start with, which the person may change."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Passkey %(number)s") % {"number": held + 1}

    def encrypt(self, text: str) -> str:
        """Secrets of apps and recovery codes, so that a copy of the database opens no account."""
        return SEALED + base64.urlsafe_b64encode(seal(text.encode(), associated=ASSOCIATED)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What was stored before secrets were sealed is read as it is."""
        if not encrypted_text.startswith(SEALED):
            return encrypted_text
        return unseal(base64.urlsafe_b64decode(encrypted_text.removeprefix(SEALED)), associated=ASSOCIATED).decode()
