"""What a form says when an answer does not fit and its field has no better sentence: what to do, in plain words.

Django's own words speak of fields and values. A field takes its words when it is made, so these are set before any
form is.
"""

from typing import Any

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

CLOCK = _("Enter a time, such as 10:30")
CHOICE = _("Choose one of these")

FIELDS: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Please answer this")},
    forms.CharField: {"required": _("Write something here")},
    forms.BooleanField: {"required": _("Tick this to go on")},
    forms.ChoiceField: {"required": CHOICE, "invalid_choice": CHOICE},
    forms.MultipleChoiceField: {"required": _("Choose at least one"), "invalid_choice": _("Choose from these")},
    forms.ModelChoiceField: {"invalid_choice": CHOICE},
    forms.ModelMultipleChoiceField: {"invalid_choice": _("Choose from these")},
    forms.DateField: {"required": _("Choose a day"), "invalid": _("Enter a date, such as 24 December 2026")},
    forms.TimeField: {"required": CLOCK, "invalid": CLOCK},
    forms.IntegerField: {"required": _("Enter a number"), "invalid": _("Enter a whole number, such as 4")},
    forms.FloatField: {"invalid": _("Enter a number, such as 4 or 4.5")},
    forms.EmailField: {"required": _("Enter an email address"), "invalid": _("Check the email address")},
}
LIMITS: dict[type[validators.BaseValidator], Any] = {
    validators.MinValueValidator: _("Enter %(limit_value)s or more"),
    validators.MaxValueValidator: _("Enter %(limit_value)s or less"),
    validators.MaxLengthValidator: ngettext_lazy(
        "Use at most %(limit_value)d character. These are %(show_value)d.",
        "Use at most %(limit_value)d characters. These are %(show_value)d.",
        "limit_value",
    ),
}


def speak_plainly() -> None:
    for field, words in FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **words}
    for limit, sentence in LIMITS.items():
        limit.message = sentence
