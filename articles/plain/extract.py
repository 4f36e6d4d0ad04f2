"""What of a file or a block is prose, and what is a heading, a list or a table. Code, addresses, citation marks and
phone tokens are no words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

PARTS = {"li": "lists", "dt": "lists", "dd": "lists", "td": "tables", "th": "tables", "caption": "tables"}
PARTS |= {f"h{level}": "headings" for level in range(1, 7)}
BREAKS = {*PARTS, "p", "div", "section", "article", "blockquote", "ul", "ol", "table", "tr", "br", "main", "body"}
SILENT = {"script", "style", "code", "pre", "head", "nav", "svg", "template"}
TITLES = {"heading", "title", "caption", "question", "term", "timescale"}
NO_WORDS = {"id", "source", "sources", "level", "grade", "art", "alt", "url", "key", "row_headers", "who"}
BULLET = re.compile(r"^\s*(?:[-*+•·]|\d{1,3}[.)])\s+")


@dataclass
class Told:
    prose: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)

    def add(self, part: str, text: str) -> None:
        clean = spoken(text)
        if clean:
            getattr(self, part).append(clean)

    def __iadd__(self, other: "Told") -> "Told":
        for part in ("prose", "headings", "lists", "tables"):
            getattr(self, part).extend(getattr(other, part))
        return self


def spoken(text: str) -> str:
    text = re.sub(r"```.*?```|`[^`]*`", " ", text, flags=re.S)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r"\[\^[^\]]*\]|\[@[^\]]*\]|\[\d+(?:\s*[,–-]\s*\d+)*\]", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\{[a-z]+:[^}]*\}", " ", text)
    text = re.sub(r"https?://[^\s)>\]]*[^\s)>\].,;:!?]|\bwww\.[^\s)>\]]*[^\s)>\].,;:!?]|\S+@\S+\.\w+", " ", text)
    text = re.sub(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)", "", text).replace("\\", "")
    return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"[ \t]+", " ", text)).strip()


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.told, self.inside, self.silent, self.text = Told(), [], 0, ""  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in SILENT:
            self.silent += 1
        if tag in BREAKS:
            self.flush()
        if tag in PARTS:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT and self.silent:
            self.silent -= 1
        if tag in BREAKS:
            self.flush()
        if tag in self.inside:
            while self.inside and self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text += data

    def flush(self) -> None:
        part = PARTS[self.inside[-1]] if self.inside else "prose"
        self.told.add(part, " ".join(self.text.split()))
        self.text = ""


def of_html(text: str) -> Told:
    reader = _Html()
    reader.feed(re.sub(r"<sup\b[^>]*>.*?</sup>", "", text, flags=re.S | re.I))
    reader.close()
    reader.flush()
    return reader.told


def of_markdown(text: str) -> Told:
    told, prose, fenced = Told(), [], False  # type: ignore[var-annotated]

    def flush() -> None:
        told.add("prose", " ".join(prose))
        prose.clear()

    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    part = "prose"
    for line in text.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif fenced or not line.strip() or re.fullmatch(r"\s*([-*_=]\s*){3,}", line):
            flush()
            part = "prose"
        elif line.lstrip().startswith("#"):
            flush()
            told.add("headings", line.strip().strip("# "))
        elif line.lstrip().startswith("|"):
            flush()
            for cell in line.strip().strip("|").split("|"):
                if re.search(r"\w", cell):
                    told.add("tables", cell)
        elif BULLET.match(line):
            flush()
            told.add("lists", BULLET.sub("", line))
            part = "lists"
        elif part == "lists" and line[:1] == " " and told.lists:
            told.lists[-1] = spoken(f"{told.lists[-1]} {line.strip()}")
        else:
            prose.append(line.strip().removeprefix("> "))
    flush()
    return told


def of_text(text: str) -> Told:
    """A short line alone without a stop is a heading; a line with a bullet is an item."""
    told = Told()
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        if any(BULLET.match(line) for line in lines):
            told += of_markdown(paragraph)
        elif len(lines) == 1 and len(lines[0].split()) <= 10 and not re.search(r"[.!?…:;,][\"'”’)]*$", lines[0]):
            told.add("headings", lines[0])
        else:
            told.add("prose", " ".join(lines))
    if not told.prose and not told.lists:
        told.prose, told.headings = told.headings, []
    return told


def of_block(kind: str, data: dict[str, Any]) -> Told:
    """The words of one block of an article. Sources and offers say nothing of their own."""
    told = Told()
    if kind in ("sources", "plan-offer", "group-offer", "organisations"):
        return told
    for name, value in data.items():
        _value(told, kind, name, value, "prose")
    return told


def _value(told: Told, kind: str, name: str, value: Any, part: str) -> None:
    if name in NO_WORDS or isinstance(value, bool) or value is None:
        return
    if isinstance(value, str):
        if name == "html":
            told += of_html(value)
        elif kind == "table" and name != "caption":
            told.add("tables", value)
        elif name == "answer" or (name not in TITLES and part == "prose"):
            told += of_markdown(value)
        else:
            told.add("headings" if name in TITLES else part, value)
    elif isinstance(value, list):
        for one in value:
            _value(told, kind, "" if not isinstance(one, dict) else name, one, "lists")
    elif isinstance(value, dict):
        for inner, one in value.items():
            _value(told, kind, inner, one, part)


def explained(blocks: list[tuple[str, dict[str, Any]]]) -> set[str]:
    """The words that the article's own glossary explains, in lower case."""
    rows = [row for kind, data in blocks if kind == "glossary" for row in data.get("terms") or []]
    terms = {str(row.get("term", "")).strip().lower() for row in rows}
    return {one for term in terms for one in (term, re.sub(r"\s*\(.*?\)", "", term)) if one}
