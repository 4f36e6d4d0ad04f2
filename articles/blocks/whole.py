"""All blocks of an article together: numbered sources, anchors, contents, HTML parts, and the sections search reads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.blocks import BLOCKS, Data, Reading
from articles.blocks.explained import ANCHOR, terms_of

HEADED = frozenset({"text", "faq", "glossary", "questions", "organisations", "sources"})
FIXED = {"key-points": "main-points", "sources": "sources"}
GET_HELP = "get-help"
WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article that an answer can point to."""

    block_id: str
    heading: str
    anchor: str
    words: str


@dataclass(frozen=True)
class Whole:
    """`parts` and `contents` are JSON, as a revision stores them."""

    parts: list[dict[str, Any]]
    contents: list[dict[str, str]]
    sections: list[Section]

    @property
    def minutes(self) -> int:
        words = sum(len(section.words.split()) for section in self.sections)
        return max(1, -(-words // WORDS_A_MINUTE))


def render(blocks: Sequence[Mapping[str, Any]], language: str, link: Callable[[str], str]) -> Whole:
    """`blocks` are {"id", "kind", "data"} in their order; `link` gives the address of an article by its slug."""
    numbers = _numbers(blocks)
    terms = terms_of(blocks, Reading(language=language, numbers=numbers, link=link))
    taken = {GET_HELP, *FIXED.values(), *(f"{ANCHOR}{place}" for place in range(1, terms.left + 1))}
    parts, sections, contents, under = [], [], [], ("", "")
    if any(block["kind"] == "care-card" for block in blocks):
        contents.append({"anchor": GET_HELP, "title": _("When to get help")})
    for block in blocks:
        kind, data, type_ = block["kind"], block["data"], BLOCKS[block["kind"]]
        heading = type_.heading(data)
        anchor = FIXED.get(kind) or _anchor(heading or kind, taken)
        reading = Reading(language=language, numbers=numbers, link=link, anchor=anchor, explain=terms.explain)
        if kind in HEADED and heading:
            contents.append({"anchor": anchor, "title": heading})
            under = (heading, anchor)
        parts.append(
            {"id": block["id"], "kind": kind, "anchor": anchor, **_part(kind, data, reading), **_for(kind, data)}
        )
        if kind != "sources":
            own = (heading, anchor) if heading else under
            sections.append(Section(block["id"], own[0], own[1] or anchor, type_.words(data)))
    return Whole(parts, contents, sections)


def _part(kind: str, data: Data, reading: Reading) -> dict[str, Any]:
    type_ = BLOCKS[kind]
    if not type_.live:
        return {"html": str(type_.html(data, reading))}
    names = list(type_.fields)
    return {"html": str(type_.fields[names[1]].show(data[names[1]], reading)), "ref": data[names[0]]}


def _for(kind: str, data: Data) -> dict[str, Any]:
    """In which situations the part is read, where not in all, and its name for the line that it folds to."""
    there = data.get("situations")
    return {"situations": there, "title": BLOCKS[kind].heading(data)} if there else {}


def _numbers(blocks: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    keys = [row["key"] for block in blocks if block["kind"] == "sources" for row in block["data"]["sources"]]
    return {key: number for number, key in enumerate(keys, start=1)}


def _anchor(words: str, taken: set[str]) -> str:
    base = slugify(words)[:60] or "part"
    base = f"part-{base}" if base[0].isdigit() else base
    anchor, number = base, 2
    while anchor in taken or anchor.startswith("source-"):
        anchor, number = f"{base}-{number}" if not base.startswith("source-") else f"about-{base}", number + 1
        base = anchor if base.startswith("source-") else base
    taken.add(anchor)
    return anchor
