"""A plan's times and names in words, for templates."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.crypto import get_random_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.core.local_time import is_known
from portal.core.moments import when
from selfcare.amounts import amount_words, cups_words
from selfcare.diary import entry_words
from selfcare.diary import words as said
from selfcare.diary.danger import ASKED, ASKED_WORDS, SIGNS
from selfcare.due import words
from selfcare.models import Activity, CarerLink, PlanTemplateText
from selfcare.reasons import SKIPS
from selfcare.steps import Step, steps_of

register = template.Library()

register.filter("is_known_zone", is_known)

LOOK_ICONS = {"done": "done", "skipped": "skip", "quiet": "minus", "next": "clock", "held": "lock", "resting": "moon"}
LOOK_WORDS = {
    "done": _("Done"),
    "skipped": _("Skipped"),
    "quiet": _("No record"),
    "next": _("To come"),
    "held": _("Waiting for your team"),
    "resting": _("Resting"),
}
LABELS: dict[str, Any] = {
    **said.SITES, **said.HELPED, **said.QUALITY, **said.KEPT_FROM, **said.TREATMENT, **said.EATING,
    **said.MOOD, **said.SLEEP,
    **{key: text for key, (_level, text) in SIGNS.items()},
    ASKED: ASKED_WORDS,
}  # fmt: skip


@register.filter
def amount(ml: int, cup_ml: int) -> str:
    """So many of their own cups, with ml beside it."""
    return amount_words(ml, cup_ml)


@register.filter
def cups(ml: int, cup_ml: int) -> str:
    return cups_words(ml, cup_ml)


@register.simple_tag
def form_key() -> SafeString:
    """A form's own key: sent twice, it counts once."""
    return format_html('<input type="hidden" name="form_key" value="{}">', get_random_string(24))


@register.filter
def schedule_words(activity: Activity) -> str:
    return words.schedule_words(activity)


@register.filter
def value_of(found: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping has for a key, or nothing."""
    return found.get(key)


@register.filter
def kind_icon(kind: str) -> str:
    return words.ICONS.get(kind, "clock")


@register.filter
def look_icon(look: str) -> str:
    return LOOK_ICONS.get(look, "clock")


@register.filter
def look_words(look: str) -> str:
    return str(LOOK_WORDS.get(look, ""))


@register.filter
def named(keys: Any) -> str:
    """Keys of places, of what helped or of signs, as one line of words."""
    chosen = [keys] if isinstance(keys, str) else keys or []
    return ", ".join(str(LABELS[key]) for key in chosen if key in LABELS)


@register.filter
def day_and_time(at: datetime) -> str:
    """Today, the day by name, or the date; then the time."""
    return when(at)


@register.filter
def long_day(day: date) -> str:
    return words.long_day(day)


@register.filter
def minutes_words(minutes: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


@register.filter
def places(payload: dict[str, Any]) -> str:
    return entry_words.places_words(payload)


@register.filter
def body_words(payload: dict[str, Any], units: str) -> str:
    return entry_words.body_words(payload, units)


@register.filter
def steps_by_activity(text: PlanTemplateText) -> list[tuple[str, list[Step]]]:
    """Title and steps of each activity that has some, in the template's order."""
    said = [text.activity_words.get(spec["key"], {}) for spec in text.template.activities]
    return [(one.get("title", text.title), steps_of(one)) for one in said if one.get("steps")]


@register.simple_tag
def figure(name: str, alt: str) -> SafeString:
    """One of our drawings. It says something, so it has a name for whoever cannot see it."""
    return format_html(
        '<svg class="figure" viewBox="0 0 160 120" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
        alt,
        static("selfcare/figures.svg"),
        name,
    )


@register.simple_tag
def skip_reasons() -> list[tuple[str, str]]:
    return [(key, str(said)) for key, said in SKIPS.items()]


@register.filter
def reason_words(key: str) -> str:
    return str(SKIPS.get(key, ""))


@register.filter
def scopes(keys: Any) -> str:
    """What is shared, in short words."""
    short = {"plan": _("Plan"), "diary": _("Diary"), "summary": _("Summary")}
    chosen = [keys] if isinstance(keys, str) else keys
    return ", ".join(str(short[key]) for key in CarerLink.Scope.values if key in chosen)
