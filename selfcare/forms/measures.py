"""Fields for what was measured, in the units of whoever types."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.forms import PickRadio
from selfcare.diary.units import METRIC, POUNDS, STONE, as_typed, read, unit_of
from selfcare.models import Comfort

WRONG: dict[tuple[str, str], str | Promise] = {
    ("temperature", METRIC): gettext_lazy("Enter a temperature in °C, such as 36.8"),
    ("temperature", POUNDS): gettext_lazy("Enter a temperature in °F, such as 98.2"),
    ("temperature", STONE): gettext_lazy("Enter a temperature in °C, such as 36.8"),
    ("weight", METRIC): gettext_lazy("Enter a weight in kg, such as 64.5"),
    ("weight", POUNDS): gettext_lazy("Enter a weight in pounds, such as 142"),
    ("weight", STONE): gettext_lazy("Enter a weight in stone and pounds, such as 10 st 2"),
}


class MeasureField(forms.Field):
    """A measured number; a comma is as good as a point. What is shown and comes back as it was is not changed, however
    it was rounded to be shown."""

    units = METRIC

    def __init__(self, part: str, **kwargs: Any) -> None:
        self.part = part
        widget = forms.TextInput(attrs={"class": "input--s", "inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return as_typed(self.part, value, self.units) if isinstance(value, int | float) else value

    def to_python(self, value: Any) -> float | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return read(self.part, text, self.units)
        except ValueError:
            raise ValidationError(str(WRONG[self.part, self.units]), code="invalid") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


class MeasuringForm(forms.Form):
    """A form with measures in it."""

    def __init__(self, *args: Any, units: str = METRIC, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units

    def measure_in_units(self) -> None:
        """Once the fields are there."""
        for name, field in self.measures.items():
            field.units = self.units
            if name == "weight" and self.units == STONE:  # a telephone's keys for numbers have no letters
                field.widget.attrs["inputmode"] = "text"
            unit = _("st and lb") if name == "weight" and self.units == STONE else unit_of(name, self.units)
            field.label = str(field.label) % {"unit": unit}

    @property
    def measures(self) -> dict[str, MeasureField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, MeasureField)}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        as_before = {name for name in self.measures if name in said and name not in self.changed_data}
        return said | {name: self.initial.get(name) for name in as_before}


class UnitsForm(forms.Form):
    units = forms.ChoiceField(
        label=gettext_lazy("What you measure in"), widget=PickRadio, choices=Comfort.Units.choices,
        help_text=gettext_lazy("It changes how numbers are shown and typed, and not what you wrote."),
    )  # fmt: skip
