"""Words as Discourse keeps them, in our small Markdown: nothing that was said is lost, and what changed is counted.

Everything here reads its text a fixed number of times, whatever stands in it. What comes out goes through the same
renderer as any post, so this needs to be faithful, not safe.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from groups.foreign import frames
from groups.foreign.emoji import NAMED
from groups.foreign.fields import CONTROL
from groups.foreign.html_tags import Html, between
from groups.foreign.names import Names
from groups.foreign.shapes import Changes, Quoted

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n`]{0,200}$", re.M)
CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,2000})\1(?!`)")
PICTURE = re.compile(r"!\[([^\[\]\n]{0,500})\]\(([^()\s]{0,2000})(?:\s{1,9}\"[^\"\n]{0,500}\")?\)")
FILE = re.compile(r"\[([^\[\]\n|]{1,300})\|attachment\]\([^()\s]{0,2000}\)")
LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(([^()\s]{1,2000})(?:\s{1,9}\"[^\"\n]{0,500}\")?\)")
ADDRESS = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,2000}>|(?<![\w/=\"'])https?://[^\s<>\"\[\]\x02\x03]{1,2000}")
OPEN_END = ".,;:!?'*_)"
EMOJI = re.compile(r":([a-z0-9_+\-]{1,40}):(?:t[2-6]:)?")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]{1,9}([^\n]{1,1000})$", re.M)
OUTWARD = ("http://", "https://", "mailto:", "tel:")
HELD = re.compile("\x02(\\d{1,6})\x03")


@dataclass
class Converted:
    """`quotes` stand at the head and may become references; `body` is the rest."""

    body: str
    quotes: list[Quoted] = field(default_factory=list)


def convert(text: str, names: Names, changes: Changes) -> Converted:
    """Never raises. `changes` counts what became something else."""
    return _Text(names, changes).read(text)


class _Text:
    """One text on its way. What must not be read again is held back and put in at the end."""

    def __init__(self, names: Names, changes: Changes) -> None:
        self.names, self.changes = names, changes
        self.held: list[str] = []

    def read(self, text: str) -> Converted:
        text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        text = self._without_code(text)
        text = Html(self.changes).read(text)
        tree = frames.Frames(self.names, self.changes, self._inline)
        body = tree.read(text)
        quotes = [
            Quoted(self._whole(one.words), one.name, one.post, one.number, one.topic) for one in tree.quotes
        ]  # fmt: skip
        return Converted(self._whole(body), [one for one in quotes if one.words])

    def _hold(self, text: str) -> str:
        self.held.append(text)
        return f"\x02{len(self.held) - 1}\x03"

    def _whole(self, text: str) -> str:
        """With what was held back; a link inside a link is two deep."""
        for _deep in range(3):
            if "\x02" not in text:
                break
            text = HELD.sub(lambda found: self.held[int(found[1])], text)
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def _without_code(self, text: str) -> str:
        """Code says what it says: nothing in it is a tag, a name or an emoji."""
        pieces, done, opened = [], 0, None
        for fence in FENCE.finditer(text):
            if opened is None:
                opened = fence
            elif fence[1].startswith(opened[1]):
                pieces += [text[done : opened.start()], self._hold(text[opened.start() : fence.end()])]
                done, opened = fence.end(), None
        text = "".join([*pieces, text[done:]])
        text = between(text, "[code]", "[/code]", lambda inside: self._hold(f"\n```\n{inside.strip()}\n```\n"))
        return CODE.sub(lambda found: self._hold(found[0]), text)

    def _inline(self, text: str) -> str:
        """One stretch of words between tags."""
        steps: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
            (PICTURE, self._picture), (FILE, self._file), (LINK, self._link), (ADDRESS, self._address),
            (HEADING, self._heading), (EMOJI, self._emoji),
        ]  # fmt: skip
        for pattern, act in steps:
            text = pattern.sub(act, text)
        return self.names.put(text, self.changes)

    def _picture(self, found: re.Match[str]) -> str:
        alt = found[1].partition("|")[0].strip()
        self.changes.note("pictures")
        return (
            _("(a picture that was not brought along: %(what)s)") % {"what": alt}
            if alt
            else _("(a picture that was not brought along)")
        )

    def _file(self, found: re.Match[str]) -> str:
        self.changes.note("files")
        return _("(a file that was not brought along: %(what)s)") % {"what": found[1].strip()}

    def _link(self, found: re.Match[str]) -> str:
        if found[2].lower().startswith(OUTWARD):
            return self._hold("[") + found[1] + self._hold(f"](<{found[2]}>)")
        self.changes.note("links that led inside the other forum")
        return found[1]

    def _address(self, found: re.Match[str]) -> str:
        address = found[0]
        if address.startswith("<"):
            return self._hold(address)
        rest = address.rstrip(OPEN_END)
        if "(" in rest and address[len(rest) :].startswith(")"):
            rest += ")"
        self.changes.note("bare links")
        return self._hold(f"<{rest}>") + address[len(rest) :]

    def _heading(self, found: re.Match[str]) -> str:
        words = found[1].strip().rstrip("#").strip()
        self.changes.note("headings")
        return f"**{words}**" if words and "**" not in words else words

    def _emoji(self, found: re.Match[str]) -> str:
        sign = NAMED.get(found[1])
        if sign is None:
            return found[0]
        self.changes.note("emoji")
        return sign
