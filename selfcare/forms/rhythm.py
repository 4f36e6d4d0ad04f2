"""When something is due, as questions. The same fields for a new thing of one's own and for changing one."""

import re
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.errors import RuleViolation
from portal.core.forms import ClockInput, DayInput, PickRadio
from portal.core.local_time import instant, zone_of
from selfcare.due.days import EVERY_DAY
from selfcare.forms.times import DatesField, DaysField, TimesField
from selfcare.models import Activity
from selfcare.rules import problem_of_day

WAYS = Activity.ScheduleKind
WAY_FIELDS: dict[str, tuple[str, ...]] = {
    WAYS.WALL: ("times",),
    WAYS.SPREAD: ("spread", "window_from", "window_to"),
    WAYS.ELAPSED: ("every", "unit", "window_from", "window_to", "first_time"),
    WAYS.AFTER: ("every", "unit", "window_from", "window_to", "first_time"),
}
DAY_FIELDS: dict[str, tuple[str, ...]] = {
    "week": ("weekdays",),
    "every": ("every_days",),
    "cycle": ("cycle_length", "cycle_days", "cycle_from"),
}
WHICH = [
    ("week", _("Days of the week")),
    ("every", _("Every so many days")),
    ("cycle", _("Days of my treatment cycle")),
]
UNITS = [("minutes", _("minutes")), ("hours", _("hours"))]
SEPARATOR = re.compile(r"[,;\s]+")
NUMBER = {"class": "input--s", "inputmode": "numeric"}


class CycleDaysField(forms.CharField):
    """Days of a cycle as people write them: 1-3, 8."""

    def clean(self, value: Any) -> list[int]:
        found: set[int] = set()
        for part in SEPARATOR.split(re.sub(r"\s*[-–]\s*", "-", super().clean(value))):
            first, _dash, last = part.partition("-")
            if part and not (first.isdecimal() and (last or first).isdecimal() and len(part) < 8):
                raise ValidationError(_("Write the days of the cycle, such as 1-3"), code="not_days")
            found |= set(range(int(first), min(int(last or first), 999) + 1)) if part else set()
        return sorted(found)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(str(day) for day in value) if isinstance(value, list) else value


class TravelField(forms.ChoiceField):
    """Left unsaid, times move with the person."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("When I travel"), choices=Activity.ZonePolicy.choices, widget=PickRadio, required=False, **kwargs
        )

    def clean(self, value: Any) -> str:
        return super().clean(value) or Activity.ZonePolicy.FOLLOW


class RhythmForm(forms.Form):
    """A choice for the times and one for the days; only the questions that belong to what was chosen are read."""

    template_name = "selfcare/forms/rhythm.html"
    mark_optional = False

    way = forms.ChoiceField(label=_("When in the day"), choices=WAYS.choices, widget=PickRadio)
    times = TimesField(label=_("What time"))
    spread = forms.IntegerField(label=_("How many times a day"), min_value=1, max_value=12,
                                widget=forms.NumberInput(attrs=NUMBER))  # fmt: skip
    every = forms.IntegerField(label=_("How long between"), min_value=1, max_value=10080,
                               widget=forms.NumberInput(attrs=NUMBER))  # fmt: skip
    unit = forms.ChoiceField(
        label=_("Minutes or hours"), choices=UNITS, widget=forms.Select(attrs={"class": "input--s"})
    )
    window_from = forms.TimeField(label=_("My day begins"), widget=ClockInput, required=False)
    window_to = forms.TimeField(label=_("My day ends"), widget=ClockInput, required=False)
    first_time = forms.TimeField(label=_("First time, if it goes on day and night"), widget=ClockInput, required=False)

    which = forms.ChoiceField(
        label=_("On which days"), widget=PickRadio,
        choices=WHICH,
    )  # fmt: skip
    weekdays = DaysField()
    every_days = forms.IntegerField(label=_("Every how many days"), min_value=1, max_value=90,
                                    widget=forms.NumberInput(attrs=NUMBER))  # fmt: skip
    cycle_length = forms.IntegerField(label=_("Days in one cycle"), min_value=2, max_value=90,
                                      widget=forms.NumberInput(attrs=NUMBER))  # fmt: skip
    cycle_days = CycleDaysField(
        label=_("Which days of the cycle"), max_length=100,
        help_text=_("Such as 1-3 for the treatment day and the two days after it."),
    )  # fmt: skip
    cycle_from = forms.DateField(label=_("First day of a cycle"), widget=DayInput)

    starts_on = forms.DateField(label=_("First day"), widget=DayInput)
    ends_on = forms.DateField(label=_("Last day (leave empty to go on)"), required=False, widget=DayInput)
    without = DatesField(
        label=_("Days off"), required=False,
        help_text=_("Days on which it does not ring. For more, save and come back. An emptied box is no day off."),
    )  # fmt: skip
    zone_policy = TravelField()

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if self.is_bound:
            self._ask_only(WAY_FIELDS, self["way"].value())
            self._ask_only(DAY_FIELDS, self["which"].value())

    def _ask_only(self, fields: dict[str, tuple[str, ...]], chosen: Any) -> None:
        """What belongs to the other choices is shown, kept as typed, and not read."""
        wanted = fields.get(str(chosen), ())
        for name in {name for names in fields.values() for name in names} - set(wanted):
            field = self.fields[name]
            field.required = False
            field.clean = lambda value: None  # type: ignore[method-assign]

    def another_time(self) -> None:
        self.fields["times"].widget.extra = 1

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ("starts_on", "ends_on", "cycle_from"):
            if problem := problem_of_day(name, said.get(name)):
                self.add_error(problem.field, problem.sentence)
        if said.get("starts_on") and said.get("ends_on") and said["ends_on"] < said["starts_on"]:
            self.add_error("ends_on", _("Choose a day that is not before the first one"))
        return said

    def refuse(self, no: RuleViolation) -> None:
        """A rule's sentence beside the question it is about."""
        named = {"every_minutes": "every", "schedule_kind": "way"}.get(no.field or "", no.field)
        self.add_error(named if named in self.fields else None, no.message)

    def rhythm(self, zone: str) -> dict[str, Any]:
        """The activity's columns. Staying with one place means the place where the person is now."""
        said = self.cleaned_data
        columns = {name: said[name] for name in ("spread", "window_from", "window_to", "every_days", "cycle_length",
                                                 "cycle_from", "starts_on", "ends_on", "zone_policy")}  # fmt: skip
        if said["first_time"] and {"first_time", "starts_on", "way"} & set(self.changed_data):
            columns["anchor_at"] = instant(said["starts_on"], said["first_time"], zone_of(zone))
        minutes = said["every"] and said["every"] * (60 if said["unit"] == "hours" else 1)
        return columns | {
            "schedule_kind": said["way"], "times": said["times"] or [], "every_minutes": minutes,
            "weekdays": said["weekdays"] or list(EVERY_DAY), "cycle_days": said["cycle_days"] or [],
            "without": said["without"] or [], "home_zone": zone,
        }  # fmt: skip


def initial_rhythm(activity: Activity, zone: ZoneInfo) -> dict[str, Any]:
    """What stands in the form for an activity there is."""
    minutes = activity.every_minutes or 0
    hours = minutes > 0 and minutes % 60 == 0
    names = ("times", "spread", "window_from", "window_to", "weekdays", "every_days", "cycle_length", "cycle_days",
             "cycle_from", "starts_on", "ends_on", "without", "zone_policy")  # fmt: skip
    return {name: getattr(activity, name) for name in names} | {
        "way": activity.schedule_kind,
        "which": "treatment"
        if activity.follow_days is not None
        else "cycle"
        if activity.cycle_length
        else "every"
        if (activity.every_days or 1) > 1
        else "week",
        "every": minutes // 60 if hours else minutes or None,
        "unit": "hours" if hours else "minutes",
        "first_time": None if activity.window else activity.anchor_at.astimezone(zone).time(),
    }
