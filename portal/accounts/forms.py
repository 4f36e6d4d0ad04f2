"""What people may type about themselves."""

from django import forms


class SignupForm(forms.Form):
    """Extra fields of sign-up."""

    def signup(self, request, user):  # type: ignore[no-untyped-def]
        """allauth asks for this method."""
