"""What an act asks a moderator for, besides the reason: fields that stand under the acts they belong to."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.core.reportables import Act, FullAct
from portal.safety.care_check import care_check
from portal.safety.screening import screen

LONGEST_WORDS = 8_000
TEMPLATE = "moderation/_asked_field.html"


def _words(options: Any) -> dict[str, forms.Field]:
    return {
        "words": forms.CharField(
            label=_("What it says from now on"),
            help_text=_("Take out as little as you can. The author sees what it said before; nobody else does."),
            max_length=LONGEST_WORDS, required=False, widget=forms.Textarea(attrs={"rows": 8}),
        )
    }  # fmt: skip


def _thread(options: Any) -> dict[str, forms.Field]:
    choices = [("", _("Choose a thread")), *options]
    return {"thread": forms.ChoiceField(label=_("To which thread"), choices=choices, required=False)}


def _guide(options: Any) -> dict[str, forms.Field]:
    choices = [("", _("Choose a guide")), *options]
    return {"guide": forms.ChoiceField(label=_("Which guide"), choices=choices, required=False)}


def _split(options: Any) -> dict[str, forms.Field]:
    return {
        "numbers": forms.CharField(
            label=_("Which posts go"), help_text=_("Their numbers, for example 4-7, 9."), max_length=200, required=False
        ),
        "title": forms.CharField(label=_("Title of the new thread"), max_length=140, required=False),
    }


MADE = {"words": _words, "thread": _thread, "guide": _guide, "split": _split}
NAMES = ("words", "thread", "guide", "numbers", "title")


def asked_fields(acts: Iterable[Act], actor: Any, thing: Any) -> dict[str, forms.Field]:
    """The fields of these acts, each once."""
    found: dict[str, forms.Field] = {}
    for act in acts:
        if not act.asks:
            continue
        options = act.options(actor, thing) if isinstance(act, FullAct) and act.options else ()
        for name, field in MADE[act.asks](options).items():
            vars(field).update(template_name=TEMPLATE, asked_by=act.asks)
            found.setdefault(name, field)
    return found


def without_details(words: str) -> str:
    """The words with personal details taken out, to look at before it is decided."""
    check = care_check(words, screen(words, get_language() or "en"), read_by_everyone=True)
    return check.redacted if check and check.redacted else words
