"""What is typed into safeguarding files."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.moderation.models import SafeguardingEntry

NOTHING = {
    "required": _("Write down what you know, or what you did."),
    "max_length": _("That is very long. Keep it under 4,000 letters, please."),
}


class HandOnForm(forms.Form):
    """What makes somebody on the team worry."""

    words = forms.CharField(
        label=_("What makes you worry?"),
        help_text=_("Only the Safeguarding leads read this. You will not see it again."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=NOTHING,
    )


class EntryForm(forms.Form):
    step = forms.ChoiceField(label=_("Which step is this about?"), required=False)
    words = forms.CharField(
        label=_("What did you do or learn?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages=NOTHING,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [("", _("None of them")), *SafeguardingEntry.Step.choices]  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    contact = forms.CharField(
        label=_("Whom to call for this person"),
        help_text=_("Name, number, and who it is to them. Kept here and nowhere else."),
        required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class StillNeededForm(forms.Form):
    words = forms.CharField(
        label=_("Why is it still needed?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=NOTHING,
    )  # fmt: skip
