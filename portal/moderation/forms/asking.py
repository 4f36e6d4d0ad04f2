"""The two questions of “Ask the team”: what it is about, and how to reach whoever asks."""

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ChipsRadio, PickRadio
from portal.moderation.enquiries import CHANNELS
from portal.moderation.models import Enquiry

LONGEST = 4000


class AboutForm(forms.Form):
    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=Enquiry.Topic.choices,
        widget=PickRadio(),
        error_messages={"required": _("Choose what fits best. “Something else” is fine.")},
    )
    words = forms.CharField(
        label=_("What would you like to ask or say?"),
        help_text=_("Write as you speak. Up to 4000 characters. Only the site’s own team reads it."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write something first, then go on.")},
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    guide = forms.SlugField(required=False, allow_unicode=True, max_length=120, widget=forms.HiddenInput)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave this empty: only robots fill it in."))
        return ""


class ReachForm(forms.Form):
    channel = forms.ChoiceField(
        label=_("How may we answer you?"),
        widget=ChipsRadio(),
        error_messages={"required": _("Choose how we may answer you.")},
    )
    address = forms.CharField(
        label=_("Your e-mail address or phone number"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write the address or the number where we can answer you.")},
    )
    when = forms.CharField(
        label=_("When is a good time?"),
        help_text=_("For example: mornings, not on Tuesdays."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, signed_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(key, label) for key, label in CHANNELS.items() if signed_in or key != "site"]
        self.fields["channel"].choices = offered  # type: ignore[attr-defined]
        self.fields["address"].required = not signed_in

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if "address" in self.errors:
            return fields
        channel, address = fields.get("channel"), fields.get("address", "").strip()
        if channel == "email":
            try:
                validate_email(address)
            except forms.ValidationError:
                self.add_error("address", _("Write your e-mail address, such as name@example.org."))
        if channel == "phone" and sum(sign.isdigit() for sign in address) < 5:
            self.add_error("address", _("Write your phone number, with the code of your country."))
        if channel == "site":
            fields["address"] = ""
        return fields
