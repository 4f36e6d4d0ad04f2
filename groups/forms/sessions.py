"""What people may type about sessions and cohorts."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.forms.writing import RefusableForm
from groups.models import Cohort, Session, SupportGroup
from portal.accounts.countries import zone_choices
from portal.core.forms import ChipsRadio
from portal.core.local_time import zone_of


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def time_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class SessionForm(RefusableForm):
    """A day, and two times on it, in one zone: how people write it on a poster."""

    title = forms.CharField(
        label=_("Title"), max_length=120, error_messages={"required": _("Give the session a title.")}
    )
    kind = forms.ChoiceField(label=_("What kind"), choices=Session.Kind.choices, widget=ChipsRadio, initial="meeting")
    day = forms.DateField(
        label=_("Day"), widget=day_input(), error_messages={"required": _("Choose a day.")}
    )  # fmt: skip
    starts = forms.TimeField(
        label=_("Starts"), widget=time_input(), error_messages={"required": _("Say when it starts.")}
    )
    ends = forms.TimeField(label=_("Ends"), widget=time_input(), error_messages={"required": _("Say when it ends.")})
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=zone_choices, help_text=_("Everybody sees the time where they are.")
    )
    facilitator = forms.CharField(
        label=_("Who leads it"), max_length=80, required=False, help_text=_("A name and a role, as members know them.")
    )
    place = forms.CharField(
        label=_("Where, or how to come in"),
        max_length=300,
        required=False,
        help_text=_("An address, a link or a phone number. Only members of the group see it."),
    )
    places = forms.IntegerField(
        label=_("How many people at most"), min_value=1, max_value=10_000, required=False,
        help_text=_("When all places are taken, others wait in line and move up by themselves."),
    )  # fmt: skip
    about = forms.CharField(
        label=_("What it is about"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, session: Session | None = None, zone: str = "UTC", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = session.time_zone if session else zone
        known = {key for group in self.fields["time_zone"].choices for key in options(group)}  # type: ignore[attr-defined]
        if kept not in known:
            self.fields["time_zone"].choices = [(kept, kept), *zone_choices()]  # type: ignore[attr-defined]
        self.fields["time_zone"].initial = kept
        if session is not None:
            self.initial.update(shown(session))

    def clean(self) -> dict[str, Any]:
        """Puts `starts_at` and `ends_at` beside what was typed. A time that the clocks skip or repeat is read as
        Python reads it (PEP 495): by the offset before the change."""
        cleaned: dict[str, Any] = super().clean() or {}
        if {"day", "starts", "ends", "time_zone"} <= set(cleaned):
            zone = ZoneInfo(cleaned["time_zone"])
            for name in ("starts", "ends"):
                cleaned[f"{name}_at"] = datetime.combine(cleaned["day"], cleaned[name], zone)
        return cleaned

    @property
    def answers(self) -> dict[str, Any]:
        """What the operation takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"day", "starts", "ends"}}

    def refuse(self, refusal: Exception) -> None:
        """The operation speaks of moments, the form of a day and times."""
        field = getattr(refusal, "field", None)
        if field in {"starts_at", "ends_at"}:
            refusal.field = {"starts_at": "day", "ends_at": "ends"}[field]  # type: ignore[attr-defined]
        super().refuse(refusal)


def options(group: tuple[Any, Any]) -> list[str]:
    """The values of one entry of a select, which may be a group of entries."""
    key, label = group
    return [key] if isinstance(label, str) else [value for value, _label in label]


def shown(session: Session) -> dict[str, Any]:
    zone = zone_of(session.time_zone)
    starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    names = ("title", "kind", "time_zone", "facilitator", "place", "places", "about")
    return {name: getattr(session, name) for name in names} | {
        "day": starts.date(), "starts": starts.time(), "ends": ends.time()
    }  # fmt: skip


class SummaryForm(RefusableForm):
    summary = forms.CharField(
        label=_("What was said, in short"),
        help_text=_("For those who could not come. No names, and nothing that somebody said in confidence."),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class CohortForm(RefusableForm):
    capacity = forms.IntegerField(
        label=_("Places"), min_value=1, max_value=1000, error_messages={"required": _("Say how many places there are.")}
    )
    starts_on = forms.DateField(label=_("First day"), widget=day_input())
    ends_on = forms.DateField(
        label=_("Last day"), widget=day_input(), help_text=_("The day after, the group is closed to writing.")
    )
    goes_on_in = forms.ModelChoiceField(
        label=_("Where people can go on"), queryset=SupportGroup.objects.none(), required=False,
        to_field_name="slug", empty_label=_("Nowhere in particular"),
        help_text=_("An open group that members are told of when this one ends."),
    )  # fmt: skip

    def __init__(self, *args: Any, groups: Any, cohort: Cohort | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goes_on_in"].queryset = groups  # type: ignore[attr-defined]
        if cohort is not None:
            names = ("capacity", "starts_on", "ends_on")
            self.initial.update({name: getattr(cohort, name) for name in names})
            self.initial["goes_on_in"] = cohort.goes_on_in.slug if cohort.goes_on_in else None
        else:
            self.initial.setdefault("starts_on", timezone.localdate())
