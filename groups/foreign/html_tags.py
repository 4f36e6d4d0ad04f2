"""The few HTML tags that people write into Markdown, as Markdown. Any other sign < stays what it is."""

import re
from collections.abc import Callable

from groups.foreign.shapes import Changes

DETAILS = re.compile(r"<details[^<>]{0,200}>\s{0,200}<summary>([^<>\[\]\n\"]{0,300})</summary>", re.I)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,11})(\s[^<>]{0,2000})?/?>")
HREF = re.compile(r"""href\s{0,3}=\s{0,3}["']?([^"'\s<>]{1,2000})""", re.I)
ALT = re.compile(r"""alt\s{0,3}=\s{0,3}"([^"<>\[\]]{0,500})""", re.I)
SAME = {"b": "**", "strong": "**", "i": "*", "em": "*"}
BREAKS = {"br": "\n", "p": "\n\n", "div": "\n", "li": "\n- ", "hr": "\n\n---\n\n", "tr": "\n", "blockquote": "\n\n"}
SQUARE = {"details": "[{}details]", "summary": "[{}b]"}
KNOWN = {
    *SAME, *BREAKS, *SQUARE, "a", "img", "u", "s", "del", "ins", "small", "big", "kbd", "sub", "sup", "span", "font",
    "center", "mark", "ul", "ol", "table", "tbody", "thead", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "code",
    "pre", "abbr", "q", "cite", "section", "article", "video", "audio", "source", "iframe",
}  # fmt: skip


def between(text: str, opens: str, closes: str, act: Callable[[str], str]) -> str:
    """Every stretch from one sign to the next of the other, in any case of letters, replaced by what `act` says of its
    inside. What is not closed stays. Each letter is read once."""
    plain, pieces, done = text.lower(), [], 0
    if len(plain) != len(text):  # letters of which one becomes two
        plain = text
    while (start := plain.find(opens, done)) >= 0 and (end := plain.find(closes, start + len(opens))) >= 0:
        pieces += [text[done:start], act(text[start + len(opens) : end])]
        done = end + len(closes)
    return "".join([*pieces, text[done:]])


class Html:
    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self.links: list[str] = []

    def read(self, text: str) -> str:
        if "<" not in text:
            return text
        text = between(text, "<!--", "-->", self._comment)
        text = DETAILS.sub(lambda found: f'\n[details="{found[1].strip()}"]\n', text)
        return TAG.sub(self._tag, text) + self._open_links()

    def _comment(self, inside: str) -> str:
        self.changes.note("comments nobody could see")
        return ""

    def _tag(self, found: re.Match[str]) -> str:
        closes, name, said = found[1], found[2].lower(), found[3] or ""
        if name not in KNOWN:
            return found[0]
        self.changes.note("HTML tags")
        if name == "a":
            return self._link(closes, said)
        if name == "img":
            alt = ALT.search(said)
            return f"![{alt[1].strip() if alt else ''}](upload://)"
        if name in SQUARE:
            return SQUARE[name].format(closes)
        if name in BREAKS:
            return "\n" if closes else BREAKS[name]
        return SAME.get(name, " " if name in {"td", "th"} else "")

    def _link(self, closes: str, said: str) -> str:
        if not closes:
            address = HREF.search(said)
            self.links.append(address[1] if address else "")
            return "["
        return f"]({self.links.pop()})" if self.links else ""

    def _open_links(self) -> str:
        return "".join(f"]({address})" for address in reversed(self.links))
