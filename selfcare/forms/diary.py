"""The diary's forms and the water aim."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.core.forms import ChipsMany, ChipsRadio, ClockInput, PickMany, Scale
from selfcare.diary.danger import SIGNS
from selfcare.diary.said import LONGEST_NOTE
from selfcare.diary.units import as_typed
from selfcare.diary.words import BOWEL, EATING, HELPED, KEPT_FROM, MOOD, PEG, QUALITY, SITES, SLEEP, TREATMENT
from selfcare.forms.measures import MeasureField, MeasuringForm
from selfcare.forms.places import PlacesField

NIGHTS = [("0", _("No")), ("1", _("Once")), ("2", _("More often"))]


class ScaleField(forms.TypedChoiceField):
    """A number from 0 to 10; nothing is not 0."""

    def __init__(self, *, least: Any = "", most: Any = "", **kwargs: Any) -> None:
        super().__init__(
            choices=[(n, str(n)) for n in range(11)], coerce=int, empty_value=None,
            widget=Scale(least=least, most=most),
            error_messages={"required": _("Choose a number from 0 to 10")}, **kwargs,
        )  # fmt: skip


def some_of(label: Any, choices: Mapping[str, Any]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=list(choices.items()), required=False, widget=ChipsMany)


def one_of(label: Any, choices: Mapping[str, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices.items()), required=False, widget=ChipsRadio)


def said(field: Any) -> bool:
    """Whether something is in it; 0 is something."""
    return field.value() not in (None, "", [], {})


class PainForm(forms.Form):
    """One number, right now."""

    now = ScaleField(label=_("How bad is your pain, from 0 to 10?"))


class DiaryForm(MeasuringForm):
    """One number is enough. What goes further is folded away, and open where something is said in it."""

    template_name = "selfcare/forms/diary.html"
    mark_optional = False
    FOLDS = (
        (_("More about the pain"), ("pain", "quality", "kept_from")),
        (_("How you are today"), ("mood", "sleep", "fatigue", "temperature", "bowel", "weight")),
        (_("Eating today"), ("eating",)),
        (_("Treatment today"), ("treatment",)),
    )

    worst = ScaleField(label=_("Worst pain today"), required=False)
    usual = ScaleField(label=_("Usual pain today"), required=False)
    sites = some_of(_("Where"), SITES)
    helped = some_of(_("What helped"), HELPED)
    woke = forms.TypedChoiceField(
        label=_("Did pain wake you last night?"), choices=NIGHTS, coerce=int, empty_value=None, required=False,
        widget=ChipsRadio,
    )  # fmt: skip
    pain = PlacesField(label=_("A number for each place"))
    quality = some_of(_("What it feels like"), QUALITY)
    kept_from = some_of(_("What it kept you from"), KEPT_FROM)
    mood = one_of(_("Your mood"), MOOD)
    sleep = one_of(_("How you slept"), SLEEP)
    fatigue = ScaleField(
        label=_("How tired you are"), required=False, least=_("0 is not at all"), most=_("10 is worn out")
    )
    temperature = MeasureField("temperature", label=_("Temperature, %(unit)s"))
    bowel = one_of(_("Bowel movement"), BOWEL)
    weight = MeasureField("weight", label=_("Weight, %(unit)s"))
    eating = some_of(_("What makes eating hard"), EATING)
    treatment = some_of(_("What happened today"), TREATMENT)
    danger = forms.MultipleChoiceField(
        label=_("Any of these today"), choices=[(key, words) for key, (_level, words) in SIGNS.items()],
        required=False, widget=PickMany, help_text=_("If you tick one, we show you who to call before anything else."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("A note to yourself"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measure_in_units()
        self.fields["temperature"].help_text = _(
            "%(limit)s or more during cancer treatment: call your team’s 24-hour line now."
        ) % {"limit": as_typed("temperature", settings.FEVER_CELSIUS, self.units)}

        self.fields["weight"].help_text = _(
            "Once a week is enough. If it goes down by about one twentieth (5 %) in one to six months, ask your team "
            "or a dietitian about it. It says nothing about how hard you try."
        )

    def get_context(self) -> dict[str, Any]:
        folded = {name for _title, names in self.FOLDS for name in names}
        folds = [
            {"title": title, "fields": fields, "open": any(field.errors or said(field) for field in fields)}
            for title, names in self.FOLDS
            if (fields := [self[name] for name in names])
        ]
        shown = [self[name] for name in self.fields if name not in folded]
        return {**super().get_context(), "first": shown[:-2], "folds": folds, "last": shown[-2:]}

    def payload(self) -> dict[str, Any]:
        """Everything this form asks, said or not. A number from Today becomes the worst one here."""
        return {**self.cleaned_data, "now": None}


class WeekForm(MeasuringForm):
    """Three questions, once a week, and the weight."""

    mark_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, (label, least, most) in PEG.items():
            self.fields[f"peg_{key}"] = ScaleField(label=label, least=least, most=most)
        self.fields["weight"] = MeasureField("weight", label=_("Weight, %(unit)s (you can leave this out)"))
        self.measure_in_units()

    def payload(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"peg": {key: said[f"peg_{key}"] for key in PEG}, "weight": said["weight"]}


class CheckedForm(forms.Form):
    """Who checked the person after a danger sign."""

    checked_with = forms.CharField(
        label=_("Who checked you?"), max_length=200, help_text=_("For example “the emergency doctor” or “my nurse”."),
        error_messages={"required": _("Say who checked you, such as “the emergency doctor”")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Named apart: it also stands on pages that have a form of their own."""
        super().__init__(*args, **({"auto_id": "exercise_%s"} | kwargs))


class AimForm(forms.Form):
    cups = forms.IntegerField(
        label=_("Cups a day"), min_value=1, max_value=20,
        widget=forms.NumberInput(attrs={"class": "input--s", "inputmode": "numeric"}),
        error_messages={"required": _("Enter a number of cups from 1 to 20")},
    )  # fmt: skip
    cup_ml = forms.IntegerField(
        label=_("How much fits into your cup, in ml"), min_value=50, max_value=1000, initial=250, required=False,
        help_text=_("A large mug is 250, a small glass 150, a bottle 500."),
        widget=forms.NumberInput(attrs={"class": "input--s", "inputmode": "numeric"}),
    )  # fmt: skip
    bed_at = forms.TimeField(
        label=_("When you go to bed"), widget=ClockInput, initial=time(22), required=False,
        help_text=_("The last prompt comes two hours before, so that you sleep through."),
    )  # fmt: skip
    treatment_cups = forms.IntegerField(
        label=_("Cups a day on treatment days, if your team set a number"), min_value=1, max_value=20, required=False,
        widget=forms.NumberInput(attrs={"class": "input--s", "inputmode": "numeric"}),
        help_text=_("For the days that a plan for drinking in treatment week follows. A limit always comes first."),
    )  # fmt: skip
    limited = forms.BooleanField(
        label=_("My team told me to limit how much I drink"), required=False,
        help_text=_("Then the number is the most you should drink, and we never ask you to drink more."),
    )  # fmt: skip
