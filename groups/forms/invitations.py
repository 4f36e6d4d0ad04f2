"""What moderators may type to invite people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.forms.writing import RefusableForm
from portal.core.forms import ChipsRadio


class LinkForm(RefusableForm):
    days = forms.TypedChoiceField(
        label=_("Good for"), choices=[(1, _("1 day")), (7, _("1 week")), (30, _("30 days"))], coerce=int, initial=7,
        widget=ChipsRadio,
    )  # fmt: skip
    most = forms.IntegerField(
        label=_("How many people may come in by it"), min_value=1, max_value=100, initial=1,
        error_messages={"required": _("Say how many people it is for.")},
    )  # fmt: skip


class MailForm(RefusableForm):
    email = forms.EmailField(
        label=_("Their email address"),
        help_text=_("The mail names no group and says nothing about anybody’s health. We forget the address again."),
        error_messages={"required": _("Enter an email address."), "invalid": _("Check the email address.")},
    )
