"""Changing one activity."""

import copy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import DayInput, PickMany, PickRadio
from portal.core.local_time import is_known, zone_of
from selfcare.due.words import which_days_words
from selfcare.forms.rhythm import RhythmForm, initial_rhythm
from selfcare.models import Activity, Kind, Pause

CHANNELS = [("in_app", _("In Handrail")), ("email", _("By email"))]
WORDS = ("title", "kind", "text", "minutes", "discreet", "essential")
LENGTHS = [("", _("No set time"))] + [(n, _("%(n)s minutes") % {"n": n}) for n in (2, 5, 10, 15, 20, 30, 45, 60)]


class ChannelsField(forms.MultipleChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=CHANNELS, required=False, label=_("How to remind me"),
            widget=PickMany(hints={"in_app": _("In your inbox here.")}), **kwargs,
        )  # fmt: skip


class ActivityForm(RhythmForm):
    """What, when and how to be reminded: for a thing of one's own, and for changing what is in the plan."""

    title = forms.CharField(
        label=_("What"),
        max_length=80,
        error_messages={"required": _("Write what it is, such as “Stretch my shoulders”")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of thing"), choices=Kind.choices, widget=forms.Select(attrs={"class": "input--m"})
    )
    text = forms.CharField(
        label=_("A word to yourself (you can leave this out)"), max_length=400, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    minutes = forms.TypedChoiceField(
        label=_("How long"), choices=LENGTHS, coerce=int, empty_value=None, required=False,
        widget=forms.Select(attrs={"class": "input--m"}),
    )  # fmt: skip
    essential = forms.BooleanField(
        label=_("Keep this on hard days too"), required=False,
        help_text=_("On a hard day only what is marked like this is shown and rings."),
    )  # fmt: skip
    channels = ChannelsField()
    discreet = forms.BooleanField(
        label=_("Keep it private"), required=False,
        help_text=_("The message says “Time for your plan”, and not what it is for. Its subject never does."),
    )  # fmt: skip
    groups = {
        "first": ("title", "kind", "text", "minutes"),
        "last": ("zone_policy", "channels", "discreet", "essential"),
    }

    def __init__(self, data: Any = None, *, activity: Activity, zone: str) -> None:
        self.activity, self.zone = activity, zone_of(zone)
        own = {name: getattr(activity, name) for name in (*WORDS, "channels")}
        super().__init__(data, initial=own | initial_rhythm(activity, self.zone))
        length = activity.minutes
        if length and length not in [value for value, _label in LENGTHS]:
            field = self.fields["minutes"]
            field.choices = [*LENGTHS, (length, _("%(n)s minutes") % {"n": length})]  # type: ignore[attr-defined]
        if activity.follow_days is not None:
            self.fields["which"].choices = [("treatment", which_days_words(activity))]  # type: ignore[attr-defined]
        if activity.plan_id:
            del self.fields["kind"], self.fields["text"]

    def changes(self) -> dict[str, Any]:
        """What the operations take. A thing that stays with one place keeps the place it has, while that is known."""
        said = self.cleaned_data
        found = {name: said[name] for name in (*WORDS, "channels") if name in said} | self.rhythm(self.zone.key)
        if found["zone_policy"] == self.activity.zone_policy and is_known(self.activity.home_zone):
            found["home_zone"] = self.activity.home_zone
        return found

    def as_drafted(self) -> Activity:
        """The activity as it would be, for looking before saving. Where something is still wrong, as it was."""
        drafted = copy.copy(self.activity)
        if self.is_bound and self.is_valid():
            for name, value in self.changes().items():
                setattr(drafted, name, value)
        return drafted


class RestForm(forms.Form):
    """Until when to rest; empty means until the person takes it up again."""

    until = forms.DateField(
        label=_("Rest until"), required=False, widget=DayInput,
        help_text=_("It comes back on that day. Leave it empty to rest until you say so."),
    )  # fmt: skip
    mark_optional = False


class PauseForm(forms.Form):
    """A rest of the plan: from, to, of what, and a word about why."""

    mark_optional = False

    variant = forms.ChoiceField(label=_("How"), choices=Pause.Variant.choices, widget=PickRadio, initial="rest")
    kind = forms.ChoiceField(
        label=_("What"), choices=[("", _("Everything")), *Kind.choices], required=False,
        widget=forms.Select(attrs={"class": "input--m"}),
    )  # fmt: skip
    begins_on = forms.DateField(label=_("First day"), widget=DayInput)
    ends_on = forms.DateField(
        label=_("Last day"), required=False, widget=DayInput, help_text=_("Leave it empty to rest until you say so.")
    )
    why = forms.CharField(
        label=_("Why (only you read this; you can leave it out)"), max_length=400, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class ClearForm(forms.Form):
    """I checked with … on …"""

    mark_optional = False

    checked_with = forms.CharField(
        label=_("Who did you check with?"), max_length=200, help_text=_("Such as “my physiotherapist”."),
        error_messages={"required": _("Say who you checked with, such as “my nurse”")},
    )  # fmt: skip
    checked_on = forms.DateField(label=_("On which day?"), widget=DayInput)
