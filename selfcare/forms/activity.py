"""Changing one activity."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ClockInput, DayInput, PickMany
from selfcare.forms.times import DaysField, TimesField
from selfcare.models import Activity

CHANNELS = [("in_app", _("In Handrail")), ("email", _("By email"))]
LENGTHS = [("", _("No set time"))] + [(n, _("%(n)s minutes") % {"n": n}) for n in (2, 5, 10, 15, 20, 30, 45, 60)]


class ChannelsField(forms.MultipleChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=CHANNELS, required=False, label=_("How to remind me"),
            widget=PickMany(hints={"in_app": _("In your inbox here.")}), **kwargs,
        )  # fmt: skip


class ActivityForm(forms.Form):
    """When and how. An activity that keeps spacing is asked for its spacing, the others for their times."""

    mark_optional = False

    title = forms.CharField(label=_("What"), max_length=80)
    weekdays = DaysField()
    times = TimesField(label=_("What time"))
    every_minutes = forms.IntegerField(label=_("Every how many minutes"), min_value=15, max_value=1440)
    window_from = forms.TimeField(label=_("From"), widget=ClockInput)
    window_to = forms.TimeField(label=_("Until"), widget=ClockInput)
    minutes = forms.TypedChoiceField(
        label=_("How long"), choices=LENGTHS, coerce=int, empty_value=None, required=False,
        widget=forms.Select(attrs={"class": "input--m"}),
    )  # fmt: skip
    ends_on = forms.DateField(label=_("Last day (leave empty to go on)"), required=False, widget=DayInput)
    follow = forms.BooleanField(label=_("Change with me when I travel"), required=False)
    channels = ChannelsField()
    discreet = forms.BooleanField(
        label=_("Keep it private"), required=False,
        help_text=_("The alert says “Time for your plan” and nothing about your health."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        self.activity = activity
        initial = {name: getattr(activity, name) for name in self.base_fields if name != "follow"}
        initial["follow"] = activity.zone_policy == Activity.ZonePolicy.FOLLOW
        super().__init__(data, initial=initial)
        length = activity.minutes
        if length and length not in [value for value, _label in LENGTHS]:
            field = self.fields["minutes"]
            field.choices = [*LENGTHS, (length, _("%(n)s minutes") % {"n": length})]  # type: ignore[attr-defined]
        wall = activity.schedule_kind == Activity.ScheduleKind.WALL
        for name in ("every_minutes", "window_from", "window_to") if wall else ("times",):
            del self.fields[name]

    def clean_ends_on(self) -> Any:
        ends_on = self.cleaned_data["ends_on"]
        if ends_on and ends_on < self.activity.starts_on:
            raise forms.ValidationError(_("Choose a day that is not before the first one"))
        return ends_on

    def changes(self, home_zone: str) -> dict[str, Any]:
        """What the operation takes. Keeping to one place means keeping to where the person is now."""
        changes = dict(self.cleaned_data)
        follow = changes.pop("follow")
        was_following = self.activity.zone_policy == Activity.ZonePolicy.FOLLOW
        changes["zone_policy"] = Activity.ZonePolicy.FOLLOW if follow else Activity.ZonePolicy.HOME
        if not follow and was_following:
            changes["home_zone"] = home_zone
        return changes


class RestForm(forms.Form):
    """Until when to rest; empty means until the person takes it up again."""

    until = forms.DateField(
        label=_("Rest until"), required=False, widget=DayInput,
        help_text=_("It comes back on that day. Leave it empty to rest until you say so."),
    )  # fmt: skip
    mark_optional = False


class ClearForm(forms.Form):
    checked_with = forms.CharField(
        label=_("Who did you check with?"), max_length=200, help_text=_("Such as “my physiotherapist, on Tuesday”.")
    )
