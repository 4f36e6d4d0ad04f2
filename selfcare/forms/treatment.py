"""Which treatment days a plan follows, asked once for all of its activities that do."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.forms import DayInput, PickRadio
from selfcare.drafts import LOOKED_BACK, USUAL_CYCLE
from selfcare.forms.rhythm import NUMBER

BY = [
    ("diary", _("This treatment, and each time I mark chemotherapy in my diary")),
    ("cycle", _("By my treatment cycle")),
    ("once", _("This treatment only")),
]
NAMES = ("treatment", "treatment_from", "treatment_every")
FARTHEST = timedelta(days=365)


class TreatmentDayField(forms.DateField):
    widget = DayInput

    def clean(self, value: Any) -> Any:
        day, today = super().clean(value), timezone.localdate()
        if day and not today - LOOKED_BACK < day <= today + FARTHEST:
            raise ValidationError(_("Choose a day in the next year, or of the last two weeks"), code="far")
        return day


def follows(specs: Sequence[Mapping[str, Any]]) -> bool:
    return any("follows" in spec for spec in specs)


def treatment_fields() -> dict[str, forms.Field]:
    return {
        "treatment": forms.ChoiceField(
            label=_("Which treatment days"), choices=BY, widget=PickRadio, initial="diary", required=False
        ),
        "treatment_from": TreatmentDayField(
            label=_("Day of your next treatment, or of the one just now"), initial=timezone.localdate, required=False
        ),
        "treatment_every": forms.IntegerField(
            label=_("Days in one cycle"), min_value=2, max_value=90, initial=USUAL_CYCLE, required=False,
            widget=forms.NumberInput(attrs=NUMBER),
        ),
    }  # fmt: skip


class TreatmentDayForm(forms.Form):
    """One more treatment day for a plan that runs."""

    mark_optional = False

    day = TreatmentDayField(label=_("Day of treatment"), error_messages={"required": _("Choose a day")})
