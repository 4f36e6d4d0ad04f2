"""What people note about posts they keep."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.operations.kept import LONGEST_NOTE


class KeepForm(forms.Form):
    note = forms.CharField(
        label=_("A note to yourself"),
        help_text=_("Nobody else ever reads it."),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
