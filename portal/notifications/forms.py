"""What people may choose about messages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import SwitchInput
from portal.core.kinds import EMAIL, IN_APP, Kind, kinds

CHANNEL_NAMES = {IN_APP: _("On this site"), EMAIL: _("Email")}


@dataclass(frozen=True)
class Row:
    """One line of the table: a kind, and a box for each channel it knows (None where it has none)."""

    kind: Kind
    cells: list[tuple[str, forms.BoundField | None]]


class PreferencesForm(forms.Form):
    """A box for each kind that `person` may get, and each channel. `chosen` is what holds now, by (kind, channel)."""

    def __init__(
        self, *args: Any, person: Any, chosen: dict[tuple[str, str], bool], rests: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.optional = [kind for kind in kinds if kind.optional and kind.for_whom(person)]
        for kind in self.optional:
            for channel in CHANNEL_NAMES:
                if channel in kind.channels:
                    initial = chosen.get((kind.key, channel), channel in kind.default_on)
                    field = forms.BooleanField(label=CHANNEL_NAMES[channel], required=False, initial=initial)
                    self.fields[f"{kind.key}:{channel}"] = field
        self.fields["rest_email"] = forms.BooleanField(
            label=_("Pause all email"),
            help_text=_("Mail about signing in and changes to your account still comes. Your choices above are kept."),
            required=False,
            initial=rests,
            widget=SwitchInput(),
        )

    def rows(self) -> Iterator[Row]:
        for kind in self.optional:
            names = {channel: f"{kind.key}:{channel}" for channel in CHANNEL_NAMES}
            yield Row(kind, [(c, self[name] if name in self.fields else None) for c, name in names.items()])

    def wanted(self) -> dict[tuple[str, str], bool]:
        found = {}
        for name, value in self.cleaned_data.items():
            if name != "rest_email":
                kind, _colon, channel = name.rpartition(":")
                found[(kind, channel)] = value
        return found
