"""Tags in square brackets, one inside the other: [quote], [details], [spoiler], [poll] and their like."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from groups.foreign.names import Names
from groups.foreign.shapes import Changes, Quoted

TAG = re.compile(r"\[(/?)([a-zA-Z]{1,12}(?:-range)?)((?:=|\s)[^\[\]\n]{0,500})?\](?!\()")
DEEPEST, MOST_QUOTES = 8, 5
MARKS = {"b": "**", "i": "*", "em": "*", "strong": "**"}
PLAIN = {
    "u",
    "s",
    "size",
    "color",
    "font",
    "center",
    "left",
    "right",
    "wrap",
    "small",
    "big",
    "list",
    "ul",
    "ol",
    "grid",
}
KNOWN = {*MARKS, *PLAIN, "quote", "details", "spoiler", "poll", "url", "img", "email"}
ALONE = {"date", "date-range"}
VALUE = re.compile(r"(\w{1,20})\s{0,2}[=:]\s{0,2}\"?([^\",\s\]]{1,60})")


@dataclass
class Frame:
    tag: str
    said: str
    typed: str
    pieces: list[str] = field(default_factory=list)


class Frames:
    """`quotes` fills with those at the head of the text, to become references."""

    def __init__(self, names: Names, changes: Changes, inline: Callable[[str], str]) -> None:
        self.names, self.changes, self.inline = names, changes, inline
        self.quotes: list[Quoted] = []
        self.stack = [Frame("", "", "")]

    def read(self, text: str) -> str:
        done = 0
        for found in TAG.finditer(text):
            closes, tag = bool(found[1]), found[2].lower()
            if tag not in KNOWN and tag not in ALONE:
                continue
            self.stack[-1].pieces.append(self.inline(text[done : found.start()]))
            done = found.end()
            self._tag(tag, found[3] or "", found[0], closes)
        self.stack[-1].pieces.append(self.inline(text[done:]))
        while len(self.stack) > 1:
            self._give_up()
        return "".join(self.stack[0].pieces)

    def _tag(self, tag: str, said: str, typed: str, closes: bool) -> None:
        if tag in ALONE and not closes:
            self.stack[-1].pieces.append(self._date(said))
        elif not closes and len(self.stack) <= DEEPEST:
            self.stack.append(Frame(tag, said, typed))
        elif closes and any(frame.tag == tag for frame in self.stack[1:]):
            while self.stack[-1].tag != tag:
                self._give_up()
            self._close(self.stack.pop())
        else:
            self.stack[-1].pieces.append(typed)

    def _give_up(self) -> None:
        """A tag that nothing closes is what somebody typed."""
        frame = self.stack.pop()
        self.stack[-1].pieces += [frame.typed, *frame.pieces]

    def _close(self, frame: Frame) -> None:
        inner = "".join(frame.pieces).strip()
        if frame.tag == "quote":
            self.changes.note("quotes")
            quoted = self._quoted(frame.said, inner)
            at_head = len(self.stack) == 1 and not "".join(self.stack[0].pieces).strip()
            if at_head and len(self.quotes) < MOST_QUOTES:
                self.quotes.append(quoted)
                return
            self.stack[-1].pieces.append(f"\n\n{as_blockquote(quoted)}\n\n")
            return
        self.changes.note(f"[{frame.tag}]")
        self.stack[-1].pieces.append(self._shown(frame, inner))

    def _shown(self, frame: Frame, inner: str) -> str:
        if frame.tag in MARKS:
            mark = MARKS[frame.tag]
            return f"{mark}{inner}{mark}" if inner and "\n" not in inner and mark not in inner else inner
        if frame.tag == "details":
            summary = self.inline(frame.said.strip(' ="')) or _("More")
            return f"\n\n**{summary}**\n\n{inner}\n\n"
        if frame.tag == "spoiler":
            return _("(was covered until opened:) %(words)s") % {"words": inner}
        if frame.tag == "poll":
            return f"\n\n{_('A poll in the other forum, which is over:')}\n\n{inner}\n\n"
        if frame.tag == "img":
            return _("(a picture that was not brought along)")
        if frame.tag in {"url", "email"}:
            address = self.inline(frame.said.strip(' ="'))
            return inner if not address or address == inner else f"{inner} ({address})"
        return inner

    def _quoted(self, said: str, words: str) -> Quoted:
        """`="name, post:3, topic:12, username:mary"`, in any order."""
        told = said.strip().lstrip("=").strip().strip('"')
        about = dict(VALUE.findall(told))
        name = about.get("username") or told.partition(",")[0]
        number = about.get("post", "")
        return Quoted(
            words=words, name=self.names.of(name) if name.strip() else "",
            number=int(number) if number.isdecimal() and number.isascii() else 0, topic=about.get("topic", ""),
        )  # fmt: skip

    def _date(self, said: str) -> str:
        self.changes.note("dates")
        about = dict(VALUE.findall(f"date{said}" if said.startswith("=") else said))
        parts = [about.get(name, "") for name in ("date", "from", "to", "time", "timezone")]
        return " ".join(filter(None, parts)) or said.strip()


def as_blockquote(quoted: Quoted) -> str:
    """Words of somebody else, set apart, when they cannot be pointed at."""
    words = [f"**{quoted.name}:**", *quoted.words.split("\n")] if quoted.name else quoted.words.split("\n")
    return "\n".join(f"> {line}".rstrip() for line in words)
