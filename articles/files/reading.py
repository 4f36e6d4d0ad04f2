"""Reading an article file: what it says about itself, its blocks, and everything that is wrong with it, by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from articles.blocks import BLOCKS, Data, Problems
from articles.blocks.fields import Choice, Field, Key, Line, Switch
from articles.blocks.figure import DRAWINGS
from articles.blocks.inline import LONGEST
from articles.blocks.prose import prose_from_markdown
from articles.files.yaml_lines import BadYaml, Path, Value, read_yaml

BIGGEST = 1_000_000
FENCE = re.compile(r"^:::\s+([a-z-]+)\s*$")
FOR = re.compile(r"^\{for: ([a-z, -]+)\}$")
"""The line above prose that says in which situations it is read."""
END = re.compile(r"^:::\s*$")
HEADING = re.compile(r"^##\s+(.*?)\s*#*\s*$")
WRONG_HEADING = re.compile(r"^(#|#{5,6})\s")
STATES: Mapping[str, str | Promise] = {"draft": _lazy("Draft"), "published": _lazy("Published")}
LANGUAGE = re.compile(r"^[a-z]{2,3}(-[a-z0-9]{1,8})*$")

FRONT: dict[str, Field] = {
    "slug": Key(label="slug"),
    "language": Key(label="language"),
    "title": Line(label="title", plain=True, longest=200),
    "lead": Line(label="lead", longest=600),
    "status": Choice(label="status", choices=STATES),
    "sample": Switch(label="sample", start=True),
    "art": Choice(label="art", choices=DRAWINGS, required=False),
}


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """Something wrong at a line of the file."""

    line: int
    reason: str


class BadFile(Exception):
    """The file cannot be loaded. Nothing of it was."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__(f"{len(flaws)} flaws")
        self.flaws = sorted(set(flaws))


@dataclass(frozen=True)
class FileBlock:
    kind: str
    data: Data
    line: int
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line_of(self, path: Path) -> int:
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.line)


@dataclass(frozen=True)
class File:
    front: Mapping[str, Any]
    blocks: list[FileBlock]
    topics_line: int = 2


def read(raw: bytes) -> File:
    """Raises BadFile with every flaw found."""
    if len(raw) > BIGGEST:
        raise BadFile([Flaw(1, _("The file is larger than %(limit)s bytes.") % {"limit": BIGGEST})])
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise BadFile([Flaw(line, _("This is not UTF-8 text."))]) from error
    flaws: list[Flaw] = []
    lines = text.split("\n")
    if lines[0].rstrip() != "---" or "---" not in [line.rstrip() for line in lines[1:]]:
        raise BadFile([Flaw(1, _("The file should begin with front matter between two lines of ---."))])
    end = next(at for at, line in enumerate(lines) if at and line.rstrip() == "---")
    front = _front("\n".join(lines[1:end]), flaws)
    topics_line = next((at for at, line in enumerate(lines[:end], start=1) if line.startswith("topics")), 2)
    blocks = list(_blocks(lines, end + 1, flaws))
    if flaws:
        raise BadFile(flaws)
    return File(front, blocks, topics_line)


def _front(text: str, flaws: list[Flaw]) -> dict[str, Any]:
    try:
        found = read_yaml(text)
    except BadYaml as error:
        flaws.append(Flaw(error.line + 1, error.message))
        return {}
    raw = found.value if isinstance(found.value, dict) else {}
    problems = Problems()
    front = {name: one.check(raw.get(name), (name,), problems) for name, one in FRONT.items()}
    front["topics"] = _topics(raw.get("topics"), problems)
    front["minutes"] = _number(raw.get("minutes"), ("minutes",), problems)
    front["order"] = _number(raw.get("order"), ("order",), problems) or 100
    if front["language"] and not LANGUAGE.match(front["language"]):
        problems.add(("language",), _("This is not a language code such as en."))
    for name in raw:
        if name not in front:
            problems.add((name,), _("“%(name)s” does not belong in the front matter.") % {"name": name[:60]})
    flaws += [Flaw(found.line_of(problem.path) + 1, problem.message) for problem in problems]
    return front


def _topics(value: Any, problems: Problems) -> list[str]:
    if not isinstance(value, list) or not value or len(value) > 20:
        problems.add(("topics",), _("Name at least one health topic, the main one first."))
        return []
    one = Key(label="topic")
    return list(dict.fromkeys(one.check(topic, ("topics", place), problems) for place, topic in enumerate(value)))


def _number(value: Any, path: Path, problems: Problems) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10_000:
        problems.add(path, _("This should be a whole number."))
        return None
    return value


def _blocks(lines: list[str], at: int, flaws: list[Flaw]) -> Iterator[FileBlock]:
    """Fences and the prose between them, in the order of the file."""
    prose = _Prose(at)
    while at < len(lines):
        fence = FENCE.match(lines[at])
        heading = HEADING.match(lines[at])
        if fence:
            yield from prose.done(flaws)
            end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith(":::")), len(lines))
            if end == len(lines) or not END.match(lines[end]):
                flaws.append(Flaw(at + 1, _("This block has no closing line of three colons.")))
            yield from _fence(fence[1], "\n".join(lines[at + 1 : end]), at + 1, flaws)
            at = end if end < len(lines) and FENCE.match(lines[end]) else end + 1
            prose = _Prose(at)
            continue
        if heading:
            yield from prose.done(flaws)
            prose = _Prose(at, heading[1])
        elif lines[at].startswith(":::") or WRONG_HEADING.match(lines[at]):
            flaws.append(Flaw(at + 1, _("A block begins with ::: and its name; a heading with ##, ### or ####.")))
        else:
            prose.lines.append(lines[at])
        at += 1
    yield from prose.done(flaws)


@dataclass
class _Prose:
    at: int
    heading: str = ""
    lines: list[str] = field(default_factory=list)

    def done(self, flaws: list[Flaw]) -> Iterator[FileBlock]:
        text = "\n".join(self.lines).strip("\n")
        if not self.heading and not text.strip():
            return
        blank = 0 if self.heading else next(at for at, line in enumerate(self.lines) if line.strip())
        line = self.at + 1 + blank
        if len(text) > LONGEST:
            flaws.append(Flaw(line, _("This text is longer than %(limit)s characters.") % {"limit": LONGEST}))
            return
        if re.search(r"\]\(\s*tel:", text):
            flaws.append(Flaw(line, _("Phone numbers are written as {help:emergency} or another token.")))
        situations = FOR.match(text.split("\n", 1)[0])
        if situations:
            text = text.partition("\n")[2]
        raw = {"heading": self.heading.replace("\\", ""), "html": prose_from_markdown(text)}
        raw |= {"situations": situations[1]} if situations else {}
        data, problems = BLOCKS["text"].check(raw)
        flaws += [Flaw(line, problem.message) for problem in problems]
        yield FileBlock("text", data, line)


def _fence(kind: str, body: str, line: int, flaws: list[Flaw]) -> Iterator[FileBlock]:
    """`line` is the fence's own line, counted from 1; the body begins on the next."""
    if kind not in BLOCKS:
        known = ", ".join(BLOCKS)
        flaws.append(Flaw(line, _("There is no block “%(kind)s”. Known: %(known)s.") % {"kind": kind, "known": known}))
        return
    try:
        found = read_yaml(body)
    except BadYaml as error:
        flaws.append(Flaw(line + error.line, error.message))
        return
    data, problems = BLOCKS[kind].check(found.value)
    lines = _moved(found, line, BLOCKS[kind].list_of)
    block = FileBlock(kind, data, line, lines)
    flaws += [Flaw(block.line_of(problem.path), problem.message) for problem in problems]
    if not problems:
        yield block


def _moved(found: Value, line: int, list_of: str) -> dict[Path, int]:
    """Lines counted in the file. In a fence that is a bare list, paths begin with the name of the field it fills."""
    bare: Path = (list_of,) if isinstance(found.value, list) and list_of else ()
    return {(*bare, *path): line + at for path, at in found.lines.items() if path}
