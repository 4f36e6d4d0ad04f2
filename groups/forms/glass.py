"""What staff say when they ask to read a private group."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.forms.writing import RefusableForm
from groups.models import BreakGlass

Why = BreakGlass.Why
LENGTHS = [(30, _("Half an hour")), (60, _("One hour")), (240, _("Four hours")), (1440, _("One day"))]
CHOOSE = _("Choose one of these.")


class AskForm(RefusableForm):
    about = forms.CharField(
        label=_("Address of the group, of a thread or of a post"), max_length=300,
        help_text=_("As you were given it. With a thread or a post you read that one thread and nothing beside it."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Say where somebody has to read.")},
    )  # fmt: skip
    why = forms.ChoiceField(
        label=_("Why"), choices=Why.choices, widget=forms.RadioSelect, error_messages={"required": CHOOSE}
    )
    reason = forms.CharField(
        label=_("In a sentence"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The second person decides by this. It is kept, sealed. Name nobody."),
        error_messages={"required": _("Say in a sentence why somebody has to read there.")},
    )  # fmt: skip
    minutes = forms.TypedChoiceField(
        label=_("For how long"), choices=LENGTHS, coerce=int, initial=60, error_messages={"required": CHOOSE},
        help_text=_("It begins when somebody agrees."),
    )  # fmt: skip
    alone = forms.BooleanField(
        label=_("Nobody can be reached and somebody may be in danger: open it now, for half an hour"), required=False,
        help_text=_("The others are told at once, and somebody else looks at it afterwards."),
    )  # fmt: skip

    def __init__(self, *args: Any, lead: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not lead:
            del self.fields["alone"]
