"""JSON with the place of everything in it, so that what is wrong can be told by its line."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from groups.foreign.shapes import BadFile

SPACE = " \t\n\r"
DECODER = json.JSONDecoder()


class Places:
    """A text of JSON, walked from value to value. Raises BadFile where it is none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [at for at, letter in enumerate(text) if letter == "\n"]

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at - 1) + 1

    def skip(self, at: int) -> int:
        text = self.text
        while at < len(text) and text[at] in SPACE:
            at += 1
        return at

    def sign(self, at: int) -> str:
        if at >= len(self.text):
            raise BadFile(_("The file breaks off here. Nothing of it was taken: use a whole copy."), line=self.line(at))
        return self.text[at]

    def need(self, at: int, wanted: str) -> int:
        """The place after a sign that must stand here."""
        at = self.skip(at)
        if self.sign(at) != wanted:
            raise self._broken(at)
        return self.skip(at + 1)

    def value(self, at: int) -> tuple[Any, int]:
        """What stands here, whole, and the place after it."""
        self.sign(at)
        try:
            found, end = DECODER.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            if not self.text[error.pos :].strip() or error.msg.startswith("Unterminated"):
                self.sign(len(self.text))
            raise self._broken(error.pos) from error
        except (RecursionError, ValueError) as error:  # nested too deep, or a number that nobody can hold
            raise self._broken(at) from error
        return found, self.skip(end)

    def members(self, at: int) -> Iterator[tuple[str, int, "End"]]:
        """The names of an object with the place of each value. The caller says in `End` where the value ended."""
        at = self.need(at, "{")
        if self.sign(at) == "}":
            return
        while True:
            name, at = self.value(at)
            if not isinstance(name, str):
                raise self._broken(at)
            at = self.need(at, ":")
            end = End()
            yield name, at, end
            at = self.skip(end.at)
            if self.sign(at) == "}":
                return
            at = self.need(at, ",")

    def items(self, at: int) -> Iterator[tuple[int, "End"]]:
        """The places of the values of a list, likewise."""
        at = self.need(at, "[")
        if self.sign(at) == "]":
            return
        while True:
            end = End()
            yield at, end
            at = self.skip(end.at)
            if self.sign(at) == "]":
                return
            at = self.need(at, ",")

    def _broken(self, at: int) -> BadFile:
        return BadFile(_("This is not JSON as it should be. Nothing of the file was taken."), line=self.line(at))


class End:
    at = 0
