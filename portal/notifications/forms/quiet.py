"""Quiet hours for each channel, and the day on which a pause ends."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ClockInput, DayInput
from portal.core.kinds import EMAIL, IN_APP, PUSH

Span = tuple[time, time]
NAMES = {
    EMAIL: (_("Email: quiet from"), _("Email: until")),
    IN_APP: (_("On this site: quiet from"), _("On this site: until")),
}
WITH_DEVICES = {**NAMES, PUSH: (_("On your devices: quiet from"), _("On your devices: until"))}


class QuietForm(forms.Form):
    """Two times for each channel; both empty means no quiet hours there."""

    mark_optional = False

    def __init__(self, *args: Any, hours: dict[str, Span], devices: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = WITH_DEVICES if devices else NAMES
        for channel, labels in self.names.items():
            for end, label, value in zip(("starts", "ends"), labels, hours.get(channel, (None, None)), strict=True):
                self.fields[f"{channel}_{end}"] = forms.TimeField(
                    label=label,
                    required=False,
                    initial=value,
                    widget=ClockInput(),
                    error_messages={"invalid": _("Enter a time such as 22:00.")},
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for channel in self.names:
            start, end = f"{channel}_starts", f"{channel}_ends"
            if {start, end} & set(self.errors):
                continue
            if cleaned.get(start) is None and cleaned.get(end) is not None:
                self.add_error(start, _("Say when the quiet hours begin, or leave both empty."))
            if cleaned.get(end) is None and cleaned.get(start) is not None:
                self.add_error(end, _("Say when the quiet hours end, or leave both empty."))
        return cleaned

    def hours(self) -> dict[str, Span | None]:
        given = self.cleaned_data
        return {
            channel: (given[f"{channel}_starts"], given[f"{channel}_ends"]) if given[f"{channel}_starts"] else None
            for channel in self.names
        }


class PauseForm(forms.Form):
    day = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Messages come again from the morning of this day on."),
        widget=DayInput(),
        error_messages={"required": _("Choose a day."), "invalid": _("Enter a day such as 2027-03-28.")},
    )
