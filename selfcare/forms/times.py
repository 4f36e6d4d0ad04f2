"""Times and days, as people write them."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ChipsMany, DayInput
from selfcare.rules import MOST_DAYS_OFF, MOST_TIMES_A_DAY

WRITTEN = re.compile(r"^(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?\s*([ap])?\.?\s*(?:m\.?)?$", re.IGNORECASE)


def read_time(written: str) -> time:
    """10:30, 10.30, 1030, 9 pm. Raises ValidationError with what to write instead."""
    found = WRITTEN.match(written.strip())
    if not found:
        raise ValidationError(_("Enter a time, such as 10:30"), code="not_a_time")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise ValidationError(_("Enter a time, such as 10:30"), code="not_a_time")
    return time(hour, minute)


class TimesInput(forms.Widget):
    """Several times under one question, with a box to spare. `extra` more boxes when somebody asks for one."""

    template_name = "selfcare/forms/times.html"
    use_fieldset = True
    extra = 0

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = [one.strftime("%H:%M") if isinstance(one, time) else str(one) for one in value or []]
        shown = [one for one in shown if one]
        room = max(min(len(shown) + self.extra, MOST_TIMES_A_DAY) - len(shown), 0)
        context["widget"]["boxes"] = shown + [""] * (room if shown else max(room, 1))
        return context


class TimesField(forms.Field):
    widget = TimesInput

    def clean(self, value: Sequence[str]) -> list[time]:
        written = [one for one in value or [] if str(one).strip()]
        if not written:
            raise ValidationError(_("Enter a time, such as 10:30"), code="required")
        times = sorted({one if isinstance(one, time) else read_time(one) for one in written})
        if len(times) > MOST_TIMES_A_DAY:
            raise ValidationError(_("Choose at most 12 times a day"), code="too_many")
        return times

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


class DatesInput(DayInput):
    """Several days under one question, each with the device's own calendar, and some boxes to spare."""

    template_name = "selfcare/forms/dates.html"
    use_fieldset = True
    spare = 3

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""

    def format_value(self, value: Any) -> Any:
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = [one.isoformat() if isinstance(one, date) else str(one) for one in value or []]
        context["widget"]["boxes"] = [one for one in shown if one.strip()] + [""] * self.spare
        return context


class DatesField(forms.Field):
    """Days, each in a box of its own; where there is no calendar, dates as this language writes them."""

    widget = DatesInput

    def clean(self, value: Any) -> list[date]:
        written = [str(one).strip() for one in value or [] if str(one).strip()]
        if len(written) > MOST_DAYS_OFF:
            raise ValidationError(_("Choose at most 60 days off"), code="too_many")
        try:
            return sorted({forms.DateField().clean(one) for one in written})
        except ValidationError as error:
            raise ValidationError(_("Enter a date, such as 24 December 2026"), code="not_dates") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


class DaysField(forms.TypedMultipleChoiceField):
    """A set of weekdays, 0 being Monday."""

    widget = ChipsMany

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Which days"))
        kwargs.setdefault("error_messages", {"required": _("Choose at least one day")})
        super().__init__(coerce=int, choices=[(n, WEEKDAYS_ABBR[n]) for n in range(7)], **kwargs)
