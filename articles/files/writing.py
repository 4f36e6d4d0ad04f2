"""Writing an article as a file that reads back as the same article."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from articles.blocks import BLOCKS, Data
from articles.blocks.prose_markdown import prose_to_markdown
from articles.files.reading import FOR

ORDER = ["slug", "language", "title", "lead", "topics", "status", "sample", "minutes", "art", "order"]


def write(front: Mapping[str, Any], blocks: Iterable[tuple[str, Data]]) -> str:
    head = {name: front[name] for name in ORDER if front.get(name) not in (None, "")}
    parts = [f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=1_000_000)}---\n"]
    after_text = False
    for kind, data in blocks:
        prose = _prose(data, after_text) if kind == "text" else None
        parts.append(prose or BLOCKS[kind].to_file(data))
        after_text = prose is not None
    return "\n".join(parts)


def _prose(data: Data, after_text: bool) -> str | None:
    """Plain Markdown where that reads back the same; else None, and the block is written as a fence."""
    if not data["heading"] and after_text:
        return None
    text = prose_to_markdown(data["html"])
    if text is None or FOR.match(text.split("\n", 1)[0]):
        return None
    if data.get("situations"):
        text = f"{{for: {', '.join(data['situations'])}}}\n\n{text}".rstrip("\n")
    if not data["heading"]:
        return f"{text}\n"
    return (
        f"## {data['heading']}\n\n{text}".rstrip("\n") + "\n"
        if data["heading"].strip("# ") == data["heading"] and "\\" not in data["heading"]
        else None
    )
