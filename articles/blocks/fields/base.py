"""What every field of a block can do: check a value, show it, say its words, write it to a file.

Values come from a file, a form or stored JSON; what `check` returns is JSON and is the same when checked again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.blocks import inline
from articles.blocks.inline import Reading
from articles.blocks.problems import Path, Problems

Label = str | Promise


@dataclass(frozen=True, kw_only=True)
class Field:
    label: Label
    help: Label = ""
    required: bool = True
    late: bool = False
    """It came later: rows and blocks that leave it empty are stored without it, the same as before it came."""

    def empty(self) -> Any:
        return ""

    def check(self, value: Any, path: Path, problems: Problems) -> Any:
        raise NotImplementedError

    def missing(self, path: Path, problems: Problems) -> Any:
        if self.required:
            name = next((step for step in reversed(path) if isinstance(step, str)), "")
            problems.add(path, _("“%(field)s” is missing.") % {"field": name}, missing=True)
        return self.empty()

    def show(self, value: Any, reading: Reading) -> Any:
        """The value for a template."""
        return value

    def texts(self, value: Any) -> Iterator[str]:
        """Editors' words in this value as they were typed: for search, citations and links."""
        return iter(())

    def words(self, value: Any) -> Iterator[str]:
        """The same as plain words."""
        return (inline.words_of(inline.markdown(text)) for text in self.texts(value) if text)

    def cites(self, value: Any) -> Iterator[str]:
        for text in self.texts(value):
            yield from inline.cites_in(text)

    def to_file(self, value: Any) -> Any:
        return value
