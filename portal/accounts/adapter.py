"""How allauth makes a person, with a pseudonym, a country and a time zone from the first row on; and what it says."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.reads import outdated_purposes

REFUSALS = {
    "account_inactive": _("This account is closed for now. Write to us from the contact page."),
    "cannot_remove_primary_email": _("This is your main address. Make another one your main address first."),
    "duplicate_email": _("This address is already on your account."),
    "email_password_mismatch": _("The email address or the password is not right."),
    "email_taken": _("Somebody already uses this address here."),
    "enter_current_password": _("That did not match the password you have now."),
    "incorrect_code": _("That code did not match. Look at the newest mail and type it again."),
    "incorrect_password": _("That password did not match."),
    "invalid_login": _("That did not match."),
    "invalid_or_expired_key": _("This link has been used, or it is too old."),
    "invalid_password_reset": _("This link has been used, or it is too old."),
    "max_email_addresses": _("You can have %d addresses. Remove one first."),
    "rate_limited": _("This was tried many times. Please wait five minutes, then try again."),
    "same_as_current": _("This is what it already is."),
    "select_only_one": _("Choose one of them."),
    "too_many_login_attempts": _("This was tried many times. Please wait five minutes, then try again."),
    "unverified_primary_email": _("Confirm this address first, with the link we sent to it."),
}

OTHER_WAYS = {
    "reauthenticate": _("Use my password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use my passkey"),
}


class PeopleAdapter(DefaultAccountAdapter):
    """allauth's adapter for who people are; how they are written to is added in the notifications room."""

    error_messages = DefaultAccountAdapter.error_messages | REFUSALS

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Fill in what the sign-up form asked before the first save: the database refuses a person without a name."""
        answers = form.cleaned_data
        user.rename(answers["display_name"])
        user.country = answers["country"]
        user.time_zone = answers["time_zone"]
        user.is_carer = answers["is_carer"]
        return super().save_user(request, user, form, commit=commit)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": OTHER_WAYS.get(method["id"], method["description"])} for method in methods]

    def post_login(self, request: HttpRequest, user: User, **about: Any) -> HttpResponse:
        """Who agreed to an older text is told at sign-in, which comes at least every 30 days, and may go on."""
        response = super().post_login(request, user, **about)
        if outdated_purposes(user):
            words = format_html(
                '{} <a href="{}">{}</a>',
                gettext("What you agreed to has a newer version."),
                reverse("home:agreements"),
                gettext("Read it and agree again"),
            )
            self.add_message(request, messages.INFO, message=words)
        return response
