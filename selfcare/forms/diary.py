"""The diary's forms and the water aim."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ChipsMany, ChipsRadio, PickMany, Scale
from selfcare.danger import HELPED, SIGNS, SITES
from selfcare.operations.diary import LONGEST_NOTE

NIGHTS = [("0", _("No")), ("1", _("Once")), ("2", _("More often"))]


class ScaleField(forms.TypedChoiceField):
    """A number from 0 to 10; nothing is not 0."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[(n, str(n)) for n in range(11)], coerce=int, empty_value=None, widget=Scale,
            error_messages={"required": _("Choose a number from 0 to 10")}, **kwargs,
        )  # fmt: skip


class PainForm(forms.Form):
    """One number, right now."""

    now = ScaleField(label=_("How bad is your pain, from 0 to 10?"))


class DiaryForm(forms.Form):
    worst = ScaleField(label=_("Worst pain today"))
    usual = ScaleField(label=_("Usual pain today"), required=False)
    sites = forms.MultipleChoiceField(label=_("Where"), choices=SITES, required=False, widget=ChipsMany)
    helped = forms.MultipleChoiceField(label=_("What helped"), choices=HELPED, required=False, widget=ChipsMany)
    woke = forms.TypedChoiceField(
        label=_("Did pain wake you last night?"), choices=NIGHTS, coerce=int, empty_value=None, required=False,
        widget=ChipsRadio,
    )  # fmt: skip
    danger = forms.MultipleChoiceField(
        label=_("Any of these today"), choices=[(key, words) for key, (_level, words) in SIGNS.items()],
        required=False, widget=PickMany, help_text=_("If you tick one, we show you who to call before anything else."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("A note to yourself"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )
    mark_optional = False

    def payload(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class AimForm(forms.Form):
    cups = forms.IntegerField(
        label=_("Cups a day"), min_value=1, max_value=20, help_text=_("A cup here is 250 ml (a large mug)."),
        widget=forms.NumberInput(attrs={"class": "input--s", "inputmode": "numeric"}),
        error_messages={"required": _("Enter a number of cups from 1 to 20")},
    )  # fmt: skip
    limited = forms.BooleanField(
        label=_("My team told me to limit how much I drink"), required=False,
        help_text=_("Then the number is the most you should drink, and we never ask you to drink more."),
    )  # fmt: skip
