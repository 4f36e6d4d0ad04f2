"""The renderer that makes every form accessible, and the controls people answer with.

`{{ form }}` is all a page writes: first what to put right, with links and focus, then each question as label, hint,
error and control. Django itself writes `aria-invalid` and points `aria-describedby` at the hint and the error.
A form says `mark_optional = False` when marking what may be left out would only be noise (filters, settings).
"""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import ChoiceWidget
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PortalBoundField(BoundField):
    """A field in a form of ours. Controls that one types into or picks from a list get the class `input`."""

    @property
    def template_name(self) -> str:
        """The field's own template, else the one its kind of control asks for, else the usual one."""
        chosen = getattr(self.field, "template_name", None) or getattr(self.field.widget, "field_template_name", None)
        if chosen:
            return chosen
        if self.field.widget.attrs.get("tabindex") == "-1":
            return "portal/forms/trap_field.html"
        if self.is_tick:
            return "portal/forms/tick_field.html"
        if isinstance(self.field.widget, forms.PasswordInput):
            return "portal/forms/password_field.html"
        return self.form.renderer.field_template_name

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        dressed = input_class(widget)
        if dressed:
            given = attrs.get("class") or widget.attrs.get("class") or ""
            attrs["class"] = f"{dressed} {given}".strip()
        return attrs

    @property
    def control(self) -> str:
        """The control without a placeholder, whose words vanish while one types, and without a style that our policy
        would refuse."""
        return self.as_widget(attrs={"placeholder": False, "style": False})

    @property
    def focus_id(self) -> str:
        """Where a link in the list of errors leads: the control, or the first of several."""
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def was_emptied(self) -> bool:
        """Whether a password was typed that is right for all we know, and gone because something else was wrong."""
        secret = isinstance(self.field.widget, forms.PasswordInput) and not self.field.widget.render_value
        return secret and self.form.is_bound and bool(self.form.errors) and not self.errors

    @property
    def aria_describedby(self) -> str | None:
        described = super().aria_describedby
        return f"{described or ''} {self.auto_id}_again".strip() if self.was_emptied else described

    @property
    def is_question(self) -> bool:
        """Whether its label is a question, which nobody needs to read twice in the list of errors."""
        return str(self.label).rstrip().endswith("?")

    @property
    def is_named(self) -> bool:
        """Whether its label stands before its error in the list: always, but for a sentence of its own. Where several
        questions have the same error, each is named, so that no two links read alike."""
        if not self.label or self.is_tick:
            return False
        alike = sum(self.errors == errors for errors in self.form.errors.values())
        return alike > 1 or not self.is_question

    @property
    def is_tick(self) -> bool:
        """Whether it is one box to tick, whose label is a whole sentence."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def may_be_left_out(self) -> bool:
        """Whether the label says so. A lone tick box never does: not ticking it is an answer."""
        return not self.field.required and not self.field.disabled and getattr(self.form, "mark_optional", True)


def input_class(widget: forms.Widget) -> str:
    """The class of a control that has a box of its own; empty for ticks, switches, files, hidden and several-in-one."""
    if isinstance(widget, (forms.CheckboxInput, forms.FileInput, forms.MultiWidget, forms.SelectDateWidget)):
        return ""
    if isinstance(widget, ChoiceWidget) and not isinstance(widget, forms.Select):
        return ""
    if widget.is_hidden:
        return ""
    return "input input--full" if isinstance(widget, forms.Textarea) else "input"


class PortalRenderer(TemplatesSetting):
    """Set once as FORM_RENDERER; allauth's pages are rendered by it too."""

    form_template_name = "portal/forms/form.html"
    field_template_name = "portal/forms/field.html"
    bound_field_class = PortalBoundField


class HintedChoices(ChoiceWidget):
    """Choices of which some carry a hint: `hints={value: sentence}`."""

    hints: dict[str, str | Promise]

    def __init__(self, *args: Any, hints: dict[str, str | Promise] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"hint": self.hints.get(str(value), "")}


class PickRadio(HintedChoices, forms.RadioSelect):
    """One of a few, each on a line of its own, with room for a hint."""

    template_name = "portal/forms/picks.html"


class PickMany(HintedChoices, forms.CheckboxSelectMultiple):
    """Any of a few, each on a line of its own, with room for a hint."""

    template_name = "portal/forms/picks.html"


class ChipsRadio(forms.RadioSelect):
    """One of up to about seven short words."""

    template_name = "portal/forms/chips.html"


class ChipsMany(forms.CheckboxSelectMultiple):
    """Any of up to about seven short words."""

    template_name = "portal/forms/chips.html"


class Scale(forms.RadioSelect):
    """0 to 10, for "how bad". `least` and `most` are the words under its ends."""

    template_name = "portal/forms/scale.html"

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        *,
        least: str | Promise = "",
        most: str | Promise = "",
    ) -> None:
        super().__init__(attrs, choices or [(number, str(number)) for number in range(11)])
        self.least = least or _("0 is none")
        self.most = most or _("10 is the worst you can imagine")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"least": self.least, "most": self.most}
        return context


class SwitchInput(forms.CheckboxInput):
    """A setting that is on or off. For forms with a Save button of their own."""

    field_template_name = "portal/forms/switch_field.html"

    def __init__(self, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__({"role": "switch"} | (attrs or {}), **kwargs)


class DayInput(forms.DateInput):
    """A date, with the device's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "input--m"} | (attrs or {}), format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time of day, with the device's own clock."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "input--s"} | (attrs or {}), format="%H:%M")
