"""Fields that hold editors' words."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.blocks import inline, tokens
from articles.blocks.fields.base import Field
from articles.blocks.inline import Reading
from articles.blocks.problems import Path, Problems
from articles.blocks.prose import clean_prose


def check_tokens(text: str, path: Path, problems: Problems) -> None:
    for found in tokens.TOKEN.finditer(text):
        if not tokens.known(found[1]):
            choices = ", ".join(tokens.WORDS)
            problems.add(
                path,
                _("{help:%(name)s} is not known. Use one of: %(choices)s.") % {"name": found[1], "choices": choices},
            )


@dataclass(frozen=True, kw_only=True)
class Line(Field):
    """One line. `plain` lines are shown as they are; others may hold bold, links, citations and phone tokens."""

    longest: int = 400
    plain: bool = False
    many_lines: bool = False

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date | None):
            problems.add(path, _("This should be words."))
            return ""
        text = "" if value is None else str(value).replace("\r\n", "\n").replace("\x00", "")
        text = text.strip() if self.many_lines else " ".join(text.split())
        if not text:
            return str(self.missing(path, problems))
        if len(text) > self.longest:
            problems.add(path, _("This is longer than %(limit)s characters.") % {"limit": self.longest})
            return text[: self.longest]
        check_tokens(text, path, problems)
        if re.search(r"\]\(\s*tel:", text):
            problems.add(path, _("Phone numbers are written as {help:emergency} or another token, never as a link."))
        return text

    def show(self, value: Any, reading: Reading) -> Any:
        if self.plain:
            return value
        html = inline.markdown(value) if self.many_lines else inline.markdown_line(value)
        return inline.finish(html, reading)

    def texts(self, value: Any) -> Iterator[str]:
        yield str(value)


@dataclass(frozen=True, kw_only=True)
class Html(Field):
    """Prose of the rich-text editor, in canonical form."""

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if not isinstance(value, str):
            if value is not None:
                problems.add(path, _("This should be words."))
                return ""
            return str(self.missing(path, problems))
        if len(value) > inline.LONGEST:
            problems.add(
                path, _("This text is longer than %(limit)s characters. Split it.") % {"limit": inline.LONGEST}
            )
            return ""
        html = clean_prose(value)
        if not html:
            return str(self.missing(path, problems))
        check_tokens(html, path, problems)
        return html

    def show(self, value: Any, reading: Reading) -> Any:
        return reading.explain(inline.finish(value, reading))

    def texts(self, value: Any) -> Iterator[str]:
        yield value

    def words(self, value: Any) -> Iterator[str]:
        yield inline.words_of(value)
