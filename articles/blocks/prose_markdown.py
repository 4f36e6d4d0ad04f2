"""Canonical prose written as Markdown, for the files that articles are exported to."""

import re

from articles.blocks.inline import CITE
from articles.blocks.prose import Node, blocks_of, prose_from_markdown, tree

SPECIAL = re.compile(r"[\\*_\[\]<>`]|&(?=[#\w])")
LINE_START = re.compile(r"^(#{1,6}(?= |$)|>|[-+](?= |$)|:::|~~~)|^(\d{1,9})([.)])(?= |$)")


def prose_to_markdown(html: str) -> str | None:
    """Markdown that gives this canonical HTML again, or None where Markdown cannot say it."""
    text = "\n\n".join(_md(node) for node in blocks_of(tree(html)))
    return text if prose_from_markdown(text) == html else None


def _md(block: Node) -> str:
    if block.tag in {"ul", "ol"}:
        return _md_list(block)
    if block.tag == "blockquote":
        inner = "\n\n".join(_md(child) for child in block.children if isinstance(child, Node))
        return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    lead = {"h3": "### ", "h4": "#### "}.get(block.tag, "")
    return lead + _line(block.children)


def _md_list(block: Node) -> str:
    first = int(block.attrs.get("start", "1"))
    lines = []
    for number, item in enumerate((child for child in block.children if isinstance(child, Node)), start=first):
        sign = "- " if block.tag == "ul" else f"{number}. "
        loose = bool(item.children) and isinstance(item.children[0], Node) and not item.children[0].inline
        split = (
            0
            if loose
            else next(
                (i for i, child in enumerate(item.children) if isinstance(child, Node) and not child.inline),
                len(item.children),
            )
        )
        parts = [] if loose else [_line(item.children[:split])]
        parts += [_md(child) for child in item.children[split:] if isinstance(child, Node)]
        body = ("\n\n" if loose else "\n").join(parts)
        indent = " " * len(sign)
        lines.append(sign + "\n".join(indent + line if line else "" for line in body.split("\n")).removeprefix(indent))
    return "\n".join(lines)


def _line(children: list[Node | str]) -> str:
    text = "".join(_md_inline(child) for child in children)
    return LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _md_inline(node: Node | str) -> str:
    if isinstance(node, str):
        return _escaped(node)
    inner = "".join(_md_inline(child) for child in node.children)
    match node.tag:
        case "br":
            return "\\\n"
        case "strong":
            return f"**{inner}**"
        case "em":
            return f"*{inner}*"
        case _:
            return f"[{inner}]({node.attrs.get('href', '')})"


def _escaped(text: str) -> str:
    """Signs that Markdown would read are escaped; citations stay as they are."""
    out, at = [], 0
    for cite in CITE.finditer(text):
        out += [SPECIAL.sub(r"\\\g<0>", text[at : cite.start()]), cite[0]]
        at = cite.end()
    return "".join([*out, SPECIAL.sub(r"\\\g<0>", text[at:])])
