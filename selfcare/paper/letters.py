"""People's words as a sheet of paper can show them: in its one font, and short enough to be read there. Nothing is left
out in silence."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from selfcare.paper.sheet import Section

LONGEST = 400
LEFT_OUT = "(…)"
Has = Callable[[str], bool]


def on_paper(parts: Sequence[Section], has: Has) -> tuple[list[Section], list[str]]:
    """The parts with what can be printed of their words, and what to say of the rest. `has` knows a font's letters."""
    shown = [_each(part, lambda text: printable(text, has)) for part in parts]
    short = [_each(part, lambda text: Truncator(text).chars(LONGEST)) for part in shown]
    said = []
    if any(
        LEFT_OUT in text and LEFT_OUT not in before for text, before in zip(_texts(shown), _texts(parts), strict=True)
    ):
        said.append(
            _("“(…)” stands for letters that this paper does not have. The page shows them, and can be printed.")
        )
    if short != shown:
        said.append(_("Long texts are shortened here. The page shows all of them, and can be printed."))
    return short, said


def printable(text: str, has: Has) -> str:
    """A sign that the font lacks, such as a face, is told by its name; other letters that it lacks are left out."""
    told = ""
    for letter in unicodedata.normalize("NFC", text):
        plain = unicodedata.normalize("NFKC", letter)
        if letter.isspace() or has(letter):
            told += letter
        elif all(map(has, plain)):
            told += plain
        elif unicodedata.category(letter) in {"Cf", "Mn", "Me", "Sk", "Cc"}:  # joins, accents and shades of others
            continue
        elif unicodedata.category(letter) in {"So", "Sm"}:
            told += f"({unicodedata.name(letter, '…').lower()})"
        elif not told.rstrip().endswith(LEFT_OUT):
            told += LEFT_OUT
    return told


def _each(part: Section, change: Callable[[str], str]) -> Section:
    return replace(
        part,
        rows=[(change(name), change(said)) for name, said in part.rows],
        lines=[change(line) for line in part.lines],
    )


def _texts(parts: Sequence[Section]) -> list[str]:
    return [text for part in parts for text in (*(said for _name, said in part.rows), *part.lines)]
