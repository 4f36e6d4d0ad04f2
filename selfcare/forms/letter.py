"""What the weekly letter says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import PickRadio


class LetterForm(forms.Form):
    how = forms.ChoiceField(
        label=_("How pain went"), widget=PickRadio,
        choices=[
            ("words", _("In words: more, less or much like the week before")),
            ("numbers", _("In numbers: from lowest to highest, this week and the week before")),
        ],
        help_text=_("A mail passes through servers that are not ours, and lies open in your mailbox."),
    )  # fmt: skip
