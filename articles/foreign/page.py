"""A page saved as HTML, as an item like those of an export. Its file name is its lasting name."""

import re
from html import unescape

from articles.foreign.wxr import Item

TITLE = re.compile(r"<(title|h1)\b[^<>]{0,500}>([^<]{1,400})</\1\s*>", re.I)
HEAD_ENDS = re.compile(r"<body\b[^<>]{0,2000}>", re.I)


def item_of(name: str, raw: bytes) -> Item:
    """`name` is the path of the file inside what was given. Raises UnicodeDecodeError."""
    html = raw.decode("utf-8-sig")
    found = {tag.lower(): " ".join(unescape(words).split()) for tag, words in reversed(TITLE.findall(html[:50_000]))}
    body = HEAD_ENDS.search(html[:200_000])
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return Item(
        line=1,
        title=found.get("h1") or found.get("title") or stem,
        guid=f"html:{name}",
        slug=stem,
        kind="page",
        status="publish",
        content=html[body.end() :] if body else html,
    )
