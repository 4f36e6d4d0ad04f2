"""What people may choose about messages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.utils.formats import time_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.forms import SwitchInput
from portal.core.kinds import EMAIL, IN_APP, PUSH, SUMMARY, Kind, kinds
from portal.notifications.summaries import SUMMARY_KIND

CHANNEL_NAMES = {IN_APP: _("On this site"), EMAIL: _("Email")}
WITH_DEVICES = {**CHANNEL_NAMES, PUSH: _("On your devices")}
NEVER, GATHERED, AT_ONCE = "never", "summary", "now"
BY_MAIL = [(GATHERED, _("Once a day")), (AT_ONCE, _("At once")), (NEVER, _("No mail"))]
Chosen = dict[tuple[str, str], bool]
Names = Mapping[str, str | Promise]


@dataclass(frozen=True)
class Row:
    """One line of the table: a kind, and a field for each channel it knows (None where it has none)."""

    kind: Kind
    cells: list[tuple[str, forms.BoundField | None]]


def mail_of(kind: Kind, chosen: Chosen) -> str:
    """How a gathered kind comes by mail now."""
    if chosen.get((kind.key, EMAIL)):
        return AT_ONCE
    return GATHERED if chosen.get((kind.key, SUMMARY), (kind.key, EMAIL) not in chosen) else NEVER


def hours() -> list[tuple[str, str]]:
    return [(f"{hour:02}:00", time_format(time(hour))) for hour in range(24)]


class PreferencesForm(forms.Form):
    """A field for each kind that `person` may get, and each channel of `names`. `chosen` is what holds now, by (kind,
    channel)."""

    mark_optional = False

    def __init__(
        self, *args: Any, person: Any, chosen: Chosen, rests: bool, summary_at: time, names: Names, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = names
        known = [kind for kind in kinds if kind.optional and kind.for_whom(person)]
        self.optional = [kind for kind in known if kind.key != SUMMARY_KIND]
        for kind in self.optional:
            for channel in names:
                if channel in kind.channels:
                    self.fields[f"{kind.key}:{channel}"] = field_for(kind, channel, chosen)
        self.fields["summary"] = forms.BooleanField(
            label=_("Send me a daily summary by email"),
            help_text=_("One calm mail with what waits in your inbox. None comes on a day when nothing waits."),
            required=False,
            initial=chosen.get((SUMMARY_KIND, EMAIL), True),
            widget=SwitchInput(),
        )
        self.fields["summary_at"] = forms.ChoiceField(
            label=_("When should it come?"), choices=hours, initial=f"{summary_at.hour:02}:00", required=False
        )
        self.fields["rest_email"] = forms.BooleanField(
            label=_("Pause all email"),
            help_text=_("Mail about signing in and changes to your account still comes. Your choices above are kept."),
            required=False,
            initial=rests,
            widget=SwitchInput(),
        )

    def rows(self) -> Iterator[Row]:
        for kind in self.optional:
            names = {channel: f"{kind.key}:{channel}" for channel in self.names}
            yield Row(kind, [(c, self[name] if name in self.fields else None) for c, name in names.items()])

    def clean(self) -> dict[str, Any]:
        """The summary is made of the inbox: what does not come there cannot be in it."""
        cleaned = super().clean() or self.cleaned_data
        for kind in self.optional:
            mail, there = f"{kind.key}:{EMAIL}", f"{kind.key}:{IN_APP}"
            if kind.gathered and cleaned.get(mail) == GATHERED and not cleaned.get(there):
                self.add_error(
                    mail,
                    _(
                        "The summary is made of what waits on this site. "
                        "Tick “On this site” too, or choose another way."
                    ),
                )
        return cleaned

    def wanted(self) -> Chosen:
        found = {(SUMMARY_KIND, EMAIL): bool(self.cleaned_data["summary"])}
        for kind in self.optional:
            for channel in self.names:
                value = self.cleaned_data.get(f"{kind.key}:{channel}")
                if value is None:
                    continue
                if kind.gathered and channel == EMAIL:
                    found |= {(kind.key, EMAIL): value == AT_ONCE, (kind.key, SUMMARY): value == GATHERED}
                else:
                    found[kind.key, channel] = bool(value)
        return found

    def hour(self) -> time | None:
        said = self.cleaned_data["summary_at"]
        return time.fromisoformat(said) if said else None


def field_for(kind: Kind, channel: str, chosen: Chosen) -> forms.Field:
    if kind.gathered and channel == EMAIL:
        return forms.ChoiceField(
            label=WITH_DEVICES[channel], choices=BY_MAIL, initial=mail_of(kind, chosen), required=False
        )
    initial = chosen.get((kind.key, channel), channel in kind.default_on)
    return forms.BooleanField(label=WITH_DEVICES[channel], required=False, initial=initial)
