"""Phone tokens. Text never holds a phone number: `{help:emergency}` becomes one when a reader's country is known."""

import re
from typing import TypeGuard

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TOKEN = re.compile(r"\{help:([a-z-]+)\}")
WORDS: dict[str, Promise] = {
    "emergency": _("your emergency number"),
    "urgent": _("your urgent advice line"),
    "crisis": _("a crisis line"),
    "team": _("your cancer team"),
}


def known(name: str) -> TypeGuard[str]:
    return name in WORDS


def in_words(text: str) -> str:
    """The text with every token said in words, for search and wherever no country is known."""
    return TOKEN.sub(lambda found: str(WORDS.get(found[1], "")), text)
