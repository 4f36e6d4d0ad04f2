"""What people may type on the roof's own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """Words to look for, up to a long paragraph, and optionally one kind of answer."""

    q = forms.CharField(
        label=_("Search Handrail"),
        max_length=2000,
        error_messages={
            "required": _("Enter what you are looking for, such as night pain."),
            "max_length": _("That is very long. Try the most important sentence."),
        },
    )
    kind = forms.CharField(required=False, max_length=40)
    exact = forms.BooleanField(required=False)
