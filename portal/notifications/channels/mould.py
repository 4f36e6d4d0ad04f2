"""A letter's two forms, rendered once for each language and outline and then filled with the words of each message.

The templates are rendered with a mark in each place where words of a message go, and cut at the marks. What comes of it
is what rendering would give, letter by letter, in a tenth of the time.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.defaultfilters import urlize
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from portal.core.kinds import Action, Message

TEXT, HTML = "notifications/email/message.txt", "notifications/email/message.html"
CUT = re.compile("\ue000([0-9]+)\ue001")
LISTS = ("lines", "card", "notes", "footer")


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a form depends on, apart from the words that go into it."""

    language: str | None
    site: tuple[str, str]
    kind_label: str
    counts: tuple[int, ...]
    actions: tuple[bool, ...]
    less: bool
    fixed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mould:
    """`pieces` lie around the words whose numbers are in `places`."""

    pieces: tuple[str, ...]
    places: tuple[int, ...]

    def filled(self, words: Sequence[str]) -> str:
        parts = [self.pieces[0]]
        for place, piece in zip(self.places, self.pieces[1:], strict=True):
            parts += (words[place], piece)
        return "".join(parts)


def both_forms(context: Mapping[str, Any]) -> tuple[str, str]:
    """The text and the HTML of a letter, in the language that is active."""
    message, less = context["message"], context["less"]
    outline = Outline(
        language=get_language(),
        site=(settings.SITE_NAME, settings.BASE_URL),
        kind_label=str(context["kind_label"]),
        counts=tuple(len(getattr(message, name)) for name in LISTS),
        actions=tuple(bool(one.main) for one in context["actions"]),
        less=bool(less),
        fixed=tuple((name, context[name]) for name in ("urgent_url", "language", "direction", "has_account")),
    )
    plain = str(message.subject), str(message.title)
    lists = [[str(one) for one in getattr(message, name)] for name in LISTS]
    links = [text for one in context["actions"] for text in (str(one.label), one.url)]
    ends = [less["stop"], less["rest"], less["settings"]] if less else []
    words = [*plain, *links, *ends, *lists[0], *lists[1], *lists[3], *lists[2]]
    safe = [conditional_escape(one) for one in words[: len(words) - len(lists[2])]] + [
        with_links(one) for one in lists[2]
    ]
    return mould(TEXT, outline).filled(words), mould(HTML, outline).filled(safe)


@lru_cache(maxsize=64)
def with_links(note: str) -> str:
    return str(urlize(note, autoescape=True))


@lru_cache(maxsize=512)
def mould(template: str, outline: Outline) -> Mould:
    """Numbers the words in the order in which `both_forms` lists them."""
    number = iter(range(10_000))

    def mark(*_: Any) -> str:
        return f"\ue000{next(number)}\ue001"

    subject, title = mark(), mark()
    actions = [Action(mark(), mark(), main) for main in outline.actions]
    less = {"stop": mark(), "rest": mark(), "settings": mark()} if outline.less else {}
    lines, card, notes, footer = outline.counts
    lists = {name: [mark() for _ in range(count)] for name, count in
             (("lines", lines), ("card", card), ("footer", footer), ("notes", notes))}  # fmt: skip
    context = {
        "message": Message(
            subject, title, lines=lists["lines"], card=lists["card"], notes=lists["notes"], footer=lists["footer"]
        ),
        "actions": actions,
        "kind_label": outline.kind_label,
        "less": less,
        "site_name": outline.site[0],
        "site_url": outline.site[1],
        **dict(outline.fixed),
    }
    parts = CUT.split(render_to_string(template, context))
    return Mould(tuple(parts[::2]), tuple(int(place) for place in parts[1::2]))
