"""The questions of sign-up beside address and password."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.accounts.countries import RENAMED
from portal.accounts.forms.about_me import PlaceMixin, PseudonymMixin
from portal.accounts.models import User
from portal.accounts.operations import give_consent
from portal.accounts.reads import current_texts


class SignupForm(PlaceMixin, PseudonymMixin):
    """allauth puts address and password before these questions, and saves the person itself."""

    adult = forms.BooleanField(
        label=_("I am an adult"), error_messages={"required": _("You need to be an adult to join.")}
    )
    terms = forms.BooleanField(error_messages={"required": _("Please read and agree to the house rules to join.")})
    health = forms.BooleanField(
        error_messages={"required": _("We cannot keep a plan or a post for you without this agreement.")}
    )
    is_carer = forms.BooleanField(label=_("I care for someone (you can leave this out)"), required=False)

    field_order = ["email", "password1", "display_name", "keep_name", "country", "time_zone", "is_carer", "adult"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adult"].label = _("I am %(age)s or older") % {"age": settings.MINIMUM_AGE}
        self.fields["time_zone"].initial = self.fields["time_zone"].initial or "Europe/London"
        self.fields["time_zone"].widget.attrs["data-detect-time-zone"] = json.dumps(RENAMED)
        self.fields["country"].initial = settings.SITE_COUNTRY
        texts = current_texts()
        for purpose in ("terms", "health"):
            if purpose in texts:
                self.fields[purpose].label = texts[purpose].summary
                self.fields[purpose].help_text = format_html(
                    '<a href="/consent/{}/">{}</a>', purpose, _("Read the whole text")
                )

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth calls this once the person is saved."""
        give_consent(actor=user, purposes=["terms", "health"])
