"""How allauth makes a person: with a pseudonym, a country and a time zone from the first row on."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from portal.accounts.models import User


class PeopleAdapter(DefaultAccountAdapter):
    """allauth's adapter for who people are; how they are written to is added in the notifications room."""

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Fill in what the sign-up form asked before the first save: the database refuses a person without a name."""
        answers = form.cleaned_data
        user.rename(answers["display_name"])
        user.country = answers["country"]
        user.time_zone = answers["time_zone"]
        user.is_carer = answers["is_carer"]
        return super().save_user(request, user, form, commit=commit)
