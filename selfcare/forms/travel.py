"""Where the person is."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.countries import zone_choices, zone_names


class ZoneForm(forms.Form):
    mark_optional = False

    zone = forms.ChoiceField(
        label=_("Where are you now?"), choices=zone_choices,
        error_messages={
            "required": _("Choose a time zone."),
            "invalid_choice": _("Choose a time zone from the list, such as London."),
        },
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = str(self["zone"].value() or "")
        if named in available_timezones() and named not in zone_names():  # devices still use some older names
            zones = self.fields["zone"]
            zones.choices = [(named, named), *zones.choices]  # type: ignore[attr-defined]
