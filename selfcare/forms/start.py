"""Starting a plan: the safety questions first, then when, then how to be reminded."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.errors import RuleViolation
from portal.core.forms import ChipsRadio, DayInput
from selfcare.drafts import USUAL_CYCLE, Choice, next_treatment
from selfcare.forms.activity import ChannelsField
from selfcare.forms.rhythm import NUMBER, TravelField
from selfcare.forms.times import DaysField, TimesField
from selfcare.forms.treatment import NAMES as TREATMENT
from selfcare.forms.treatment import follows, treatment_fields
from selfcare.forms.ways import BESIDE, NAMES, had_way, own_way, rhythm_of, unasked, way_fields
from selfcare.models import Activity, PlanTemplateText

ANSWERS = [("no", _("No")), ("yes", _("Yes")), ("unsure", _("Not sure"))]


class StartForm(forms.Form):
    """Fields by the template: `gate_<question>`, `<activity>-use`, `<activity>-weekdays`, and for the times of the day
    `<activity>-way` with what belongs to it. A form sent without a way means the template's own."""

    template_name = "selfcare/forms/start.html"
    mark_optional = False

    def __init__(
        self, *args: Any, text: PlanTemplateText, again: Mapping[str, Choice] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        for question in text.template.gate:
            self._add_question(question)
        self.specs = text.template.activities
        for spec in self.specs:
            self._add_activity(spec)
        if follows(self.specs):
            self.fields |= treatment_fields()
        self.fields["channels"] = ChannelsField(initial=["in_app", "email"])
        self.fields["discreet"] = forms.BooleanField(
            label=_("Keep it private"), required=False,
            help_text=_("The message says “Time for your plan”, and not what it is for. Its subject never does."),
        )  # fmt: skip
        self.fields["travel"] = TravelField(initial=Activity.ZonePolicy.FOLLOW)

        self.again = again or {}
        for key, had in self.again.items():
            self._begin_with(key, had)
        if self.is_bound:
            self._ask_only_what_was_chosen()

    def _begin_with(self, key: str, had: Choice) -> None:
        """What was chosen the last time stands in the form; the safety questions do not."""
        said = {name: getattr(had, name) for name in ("weekdays", "cycle_length", "cycle_from")}
        if any(spec["key"] == key and "follows" in spec for spec in self.specs):
            self.fields["treatment"].initial = had.treatment
            self.fields["treatment_every"].initial = had.cycle_length or USUAL_CYCLE
            if had.followed or had.treatment == "cycle":
                self.fields["treatment_from"].initial = next_treatment(had, timezone.localdate())
        said |= had_way(had.rhythm) if had.rhythm else {}
        found = {f"{key}-{name}": value for name, value in said.items()} | {
            "channels": list(had.channels),
            "discreet": had.discreet,
            "travel": had.travel,
        }
        for name, value in found.items():
            if name in self.fields and value:
                self.fields[name].initial = value

    def _add_question(self, question: dict[str, Any]) -> None:
        said = self.text.gate_words.get(question["key"], {})
        self.fields[f"gate_{question['key']}"] = forms.ChoiceField(
            label=said.get("question", question["key"]), help_text=said.get("hint", ""), choices=ANSWERS,
            widget=ChipsRadio, error_messages={"required": _("Please answer this question")},
        )  # fmt: skip

    def _add_activity(self, spec: dict[str, Any]) -> None:
        key = spec["key"]
        if len(self.specs) > 1:
            self.fields[f"{key}-use"] = forms.BooleanField(label=_("Put this in my plan"), required=False, initial=True)
        if "cycle" in spec:
            self.fields[f"{key}-cycle_length"] = forms.IntegerField(
                label=_("Days in one cycle"), min_value=max(2, *spec["cycle"]["days"]), max_value=90,
                initial=spec["cycle"]["length"], widget=forms.NumberInput(attrs=NUMBER),
            )  # fmt: skip
            self.fields[f"{key}-cycle_from"] = forms.DateField(label=_("First day of a cycle"), widget=DayInput)
        elif "every_days" not in spec and "follows" not in spec:
            self.fields[f"{key}-weekdays"] = DaysField(initial=spec.get("weekdays", list(range(7))))
        if own_way(spec):
            self.fields |= {f"{key}-{name}": field for name, field in way_fields(spec).items()}

    def _ask_only_what_was_chosen(self) -> None:
        """What belongs to another way of saying when is kept as typed, and not read."""
        for spec in self.specs:
            for name in unasked(self._way(spec)) if own_way(spec) else ():
                field = self.fields[f"{spec['key']}-{name}"]
                field.required = False
                field.clean = lambda value: None  # type: ignore[method-assign]

    def _way(self, spec: dict[str, Any]) -> str:
        return str(self[f"{spec['key']}-way"].value() or own_way(spec))

    def get_context(self) -> dict[str, Any]:
        context = super().get_context()
        questions = [self[name] for name in self.fields if name.startswith("gate_")]
        sections = [
            {
                "words": self.text.activity_words.get(spec["key"], {}),
                "spec": spec,
                "fields": [
                    self[name]
                    for name in self.fields
                    if name.startswith(f"{spec['key']}-") and name.removeprefix(f"{spec['key']}-") not in NAMES
                ],
                "when": {name: self[f"{spec['key']}-{name}"] for name in NAMES} if own_way(spec) else None,
            }
            for spec in self.specs
        ]
        treatment = {name: self[name] for name in TREATMENT} if "treatment" in self.fields else None
        alerts = [self[name] for name in ("channels", "discreet", "travel")]
        return {**context, "questions": questions, "sections": sections, "treatment": treatment, "alerts": alerts}

    def leave_gate_open(self) -> None:
        """Who only looks is not told yet which safety questions are open."""
        for name in [name for name in self.errors if name.startswith("gate_")]:
            del self.errors[name]

    def another_time(self, name: str) -> None:
        """One more empty box for this list of times."""
        field = self.fields.get(name)
        if isinstance(field, TimesField):
            field.widget.extra = 1

    def uses(self, key: str, values: dict[str, Any]) -> bool:
        return bool(values.get(f"{key}-use", len(self.specs) == 1))

    def clean(self) -> dict[str, Any]:
        """Times and days of what is not put in the plan do not matter."""
        values = super().clean() or self.cleaned_data
        chosen = [spec["key"] for spec in self.specs if self.uses(spec["key"], values)]
        for spec in self.specs:
            if spec["key"] not in chosen:
                for part in ("weekdays", "cycle_length", "cycle_from", *NAMES):
                    self.errors.pop(f"{spec['key']}-{part}", None)
        if not chosen:
            self.add_error(f"{self.specs[0]['key']}-use", _("Choose at least one activity"))
        return values

    @property
    def answered(self) -> dict[str, str]:
        """What is answered so far, whether or not the rest of the form is right."""
        keys = [question["key"] for question in self.text.template.gate]
        return {key: said for key in keys if (said := self.data.get(f"gate_{key}", ""))}

    @property
    def answers(self) -> dict[str, str]:
        gate = self.text.template.gate
        return {question["key"]: self.cleaned_data[f"gate_{question['key']}"] for question in gate}

    def choices(self) -> dict[str, Choice]:
        """By activity, for those in the plan. Falls back to the template's own where something is still wrong."""
        values = self.cleaned_data if self.is_bound else {name: self[name].initial for name in self.fields}
        had = {spec["key"]: self.again.get(spec["key"], Choice()) for spec in self.specs}
        return {
            spec["key"]: Choice(
                rhythm=self._rhythm(spec, values),
                weekdays=values.get(f"{spec['key']}-weekdays"),
                treatment=values.get("treatment") or "diary",
                treatment_from=values.get("treatment_from"),
                followed=had[spec["key"]].followed,
                days=had[spec["key"]].days,
                without=had[spec["key"]].without,
                cycle_length=values.get("treatment_every" if "follows" in spec else f"{spec['key']}-cycle_length"),
                cycle_from=values.get(f"{spec['key']}-cycle_from") or had[spec["key"]].cycle_from,
                travel=values.get("travel") or Activity.ZonePolicy.FOLLOW,
                discreet=bool(values.get("discreet")),
                channels=tuple(values.get("channels") or ()),
            )
            for spec in self.specs
            if self.uses(spec["key"], values)
        }

    def _rhythm(self, spec: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any] | None:
        if not own_way(spec):
            return None
        said = {name: values.get(f"{spec['key']}-{name}") for name in NAMES}
        return rhythm_of(said["way"] or own_way(spec), said)

    def refuse(self, no: RuleViolation) -> None:
        """A rule's sentence beside the question it is about."""
        key, _dash, part = (no.field or "").rpartition("-")
        named = f"{key}-{BESIDE.get(part, part)}" if key else no.field
        self.add_error(named if named in self.fields else None, no.message)
