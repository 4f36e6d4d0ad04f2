"""Where the person is."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.countries import RENAMED, zone_choices


class ZoneForm(forms.Form):
    mark_optional = False

    zone = forms.ChoiceField(
        label=_("Where are you now?"), choices=zone_choices,
        error_messages={
            "required": _("Choose a time zone."),
            "invalid_choice": _("Choose a time zone from the list, such as London."),
        },
    )  # fmt: skip

    def __init__(self, data: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        if data is not None:
            named = data.get("zone", "")
            data = {**data, "zone": RENAMED.get(named, named)}
        super().__init__(data, **kwargs)
