"""What the command and the newsroom say about a text: its grade, with headings, lists and tables apart."""

from collections.abc import Collection, Iterable
from typing import Any

from articles.plain.extract import Told, explained, of_block
from articles.plain.grade import Reading, grade

Blocks = list[tuple[str, dict[str, Any]]]


def report(told: Told, known: Collection[str] = ()) -> dict[str, Any]:
    """Where there is no prose at all the figures of prose are null, not those of a list."""
    apart = {part: grade(getattr(told, part), known).as_json() for part in ("headings", "lists", "tables")}
    return {**grade(told.prose, known).as_json(), **{part: said for part, said in apart.items() if said["words"]}}


def report_blocks(blocks: Blocks, known: Collection[str] = ()) -> dict[str, Any]:
    words = {*known, *explained(blocks)}
    whole, single = Told(), []
    for place, (kind, data) in enumerate(blocks, start=1):
        told = of_block(kind, data)
        whole += told
        heading = next((data[name] for name in ("heading", "title", "caption") if data.get(name)), "")
        single.append({"block": place, "kind": kind, "heading": heading, **report(told, words)})
    return {**report(whole, words), "blocks": [one for one in single if one["words"] or len(one) > 11]}


def grade_of(blocks: Iterable[tuple[str, dict[str, Any]]], known: Collection[str] = ()) -> Reading:
    """Of an article's prose as one text."""
    listed = list(blocks)
    told = Told()
    for kind, data in listed:
        told += of_block(kind, data)
    return grade(told.prose, {*known, *explained(listed)})
