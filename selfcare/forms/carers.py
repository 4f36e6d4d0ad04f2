"""Sharing with a carer."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import PickMany, PickRadio
from selfcare.models import Activity, CarerLink
from selfcare.operations.carers import DELAYS, LONGEST_NAME

AFTER = {60: _("After an hour"), 120: _("After two hours"), 240: _("After four hours"), 480: _("After eight hours")}


def scopes() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What they may see"), choices=CarerLink.Scope.choices, widget=PickMany,
        error_messages={"required": _("Choose at least one part")},
    )  # fmt: skip


class InviteForm(forms.Form):
    name = forms.CharField(
        label=_("Who is it?"), max_length=LONGEST_NAME, help_text=_("For you alone, such as “my daughter”."),
        error_messages={"required": _("Say who this is, such as “my daughter”")},
    )  # fmt: skip
    scopes = scopes()


class MailForm(forms.Form):
    email = forms.EmailField(
        label=_("Their email address"),
        help_text=_(
            "The mail has your name here and this link. It says nothing about health. We forget the address again."
        ),
        error_messages={"required": _("Enter an email address."), "invalid": _("Check the email address.")},
    )  # fmt: skip


def shared_now(link: CarerLink) -> dict[str, Any]:
    """What the form starts with."""
    about = [str(one) for one in link.tell_about]
    return {"scopes": link.scopes, "tell_after": link.tell_after or "", "tell_about": about}


class ShareForm(forms.Form):
    """What is shared, and when to let them know."""

    scopes = scopes()
    tell_after = forms.TypedChoiceField(
        label=_("Let them know if I miss something"), required=False, coerce=int, empty_value=None, widget=PickRadio,
        choices=[("", _("Never")), *((minutes, AFTER[minutes]) for minutes in DELAYS)],
        help_text=_("They are told that something waits, not what it is."),
    )  # fmt: skip
    mark_optional = False

    def __init__(self, *args: Any, activities: Sequence[Activity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not activities:
            del self.fields["tell_after"]
            return
        self.fields["tell_about"] = forms.MultipleChoiceField(
            label=_("Which of these"), required=False, widget=PickMany,
            choices=[(str(one.pk), one.title) for one in activities],
        )  # fmt: skip
