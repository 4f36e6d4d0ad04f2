"""How allauth names Handrail when it offers a second step of sign-in."""

from allauth.mfa.adapter import DefaultMFAAdapter


class MFAAdapter(DefaultMFAAdapter):
    """The default, with a passkey's user entity that shows the pseudonym, never the address book name."""

    def get_public_key_credential_user_entity(self, user):
        return super().get_public_key_credential_user_entity(user) | {"display_name": user.display_name}
