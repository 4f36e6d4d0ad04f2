"""What moderators type about their saved messages."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.moderation.bands import TOLD


class ReplyForm(forms.Form):
    """`parts` are those this person may write messages for, by the key that stands in an address."""

    mark_optional = False
    label = forms.CharField(
        label=_("Name on the desk"),
        help_text=_("A few words by which you and others find it."),
        max_length=80,
        error_messages={"required": _("Give it a name.")},
    )
    part = forms.ChoiceField(
        label=_("For which part of the site"),
        help_text=_("A message of a group is offered in cases of that group only, and only its moderators see it."),
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")},
    )
    reason = forms.ChoiceField(
        label=_("For which reason"), help_text=_("It then stands first in cases of that kind."), choices=TOLD.items()
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    body = forms.CharField(
        label=_("Message"),
        help_text=_(
            "It is read and changed before it is sent. {name} stands for whom you write to, {group} for where they "
            "wrote, {case} for the number of the case."
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": _("Write the message first.")},
    )

    def __init__(self, *args: Any, parts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = list(parts.items())  # type: ignore[attr-defined]
