"""What goes on the sheet for an appointment, and of which days."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.forms import DayInput, PickMany
from selfcare.paper.sheet import SECTIONS
from selfcare.reads.figures import LONGEST

AS_A_RULE = [key for key in SECTIONS if key != "notes"]


class AppointmentForm(forms.Form):
    """Notes stay private unless they are picked."""

    first = forms.DateField(
        label=gettext_lazy("From"), widget=DayInput,
        error_messages={"required": gettext_lazy("Choose a day"), "invalid": gettext_lazy("Choose a day")},
    )  # fmt: skip
    last = forms.DateField(
        label=gettext_lazy("To"), widget=DayInput,
        error_messages={"required": gettext_lazy("Choose a day"), "invalid": gettext_lazy("Choose a day")},
    )  # fmt: skip
    sections = forms.MultipleChoiceField(
        label=gettext_lazy("What to show"), choices=list(SECTIONS.items()), widget=PickMany,
        error_messages={"required": gettext_lazy("Choose at least one part")},
    )  # fmt: skip
    mark_optional = False

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"first": today - timedelta(days=27), "last": today, "sections": AS_A_RULE})
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if first and first > self.today:
            self.add_error("first", _("Choose a day that is not ahead"))
        elif first and last and last < first:
            self.add_error("last", _("Choose a day that is not before the first one"))
        elif first and last and (last - first).days >= LONGEST:
            self.add_error("first", _("Choose at most a year"))
        if last and last > self.today:
            said["last"] = max(self.today, first or self.today)
        return said
