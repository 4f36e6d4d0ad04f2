"""What somebody says who has a group packed."""

from django import forms
from django.utils.translation import gettext_lazy as _


class HandoverForm(forms.Form):
    reason = forms.CharField(
        label=_("Who gets the group, and why?"),
        help_text=_("It is kept in the audit. Name no member."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a sentence who gets the group, and why.")},
    )
