"""Prose of a text block: one canonical HTML, whether it comes from the editor in the admin or from Markdown.

The canonical form is what makes a file and a form agree: known tags only, no space between blocks, and lists whose
items hold one paragraph written tight.
"""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

import nh3

from articles.blocks.inline import markdown
from portal.core.text import tame_html

BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote", "h3", "h4"})
MARKS = frozenset({"strong", "em", "a"})
TAGS = BLOCKS | MARKS | {"br"}
ATTRIBUTES = {("a", "href"), ("ol", "start")}
SCHEMES = {"http", "https", "mailto", "article"}
RENAMED = {"b": "strong", "i": "em", "div": "p", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
SILENT = frozenset({"script", "style", "template", "noscript", "title", "textarea", "iframe", "svg", "math"})
LONGEST = 80_000
DEEPEST = 20


@dataclass
class Node:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def inline(self) -> bool:
        return self.tag not in BLOCKS


class _Tree(HTMLParser):
    """Known tags as a tree of limited depth. Unknown tags are left out, their words stay; scripts leave nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = RENAMED.get(tag, tag)
        if tag in SILENT:
            self.silent = self.silent or tag
        if self.silent or tag not in TAGS or len(self.open) > DEEPEST:
            return
        node = Node(tag, {name: value or "" for name, value in attrs if (tag, name) in ATTRIBUTES})
        self.open[-1].children.append(node)
        if tag != "br":
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        tag = RENAMED.get(tag, tag)
        if tag == self.silent:
            self.silent = ""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.open[-1].children.append(re.sub(r"[ \t\r\n\f]+", " ", data))


def clean_prose(html: str) -> str:
    """Canonical HTML of any HTML: safe, and the same again when cleaned again.

    Our own reading comes first, since it cuts nesting that would make the gate slow; the gate has the last word on
    what is safe.
    """
    shallow = "".join(_write(child) for child in tree(tame_html(html[:LONGEST])).children)
    safe = nh3.clean(
        shallow, tags=set(TAGS), attributes={"a": {"href"}, "ol": {"start"}}, url_schemes=SCHEMES, link_rel=None
    )
    return "".join(_write(node) for node in blocks_of(tree(safe)))


def prose_from_markdown(text: str) -> str:
    return clean_prose(markdown(text))


def tree(html: str) -> Node:
    walk = _Tree()
    walk.feed(html)
    walk.close()
    return walk.root


def blocks_of(parent: Node) -> list[Node]:
    """Children as blocks: loose words gathered into paragraphs, empty blocks dropped."""
    blocks: list[Node] = []
    loose: list[Node | str] = []
    for child in [*parent.children, Node("p")]:
        if isinstance(child, str) or child.inline:
            loose.append(child)
            continue
        if loose:
            blocks.append(Node("p", {}, loose))
            loose = []
        blocks.append(child)
    return [block for block in (_settled(block) for block in blocks) if block is not None]


def _settled(block: Node) -> Node | None:
    if block.tag in {"p", "h3", "h4"}:
        block.children = _trim(_marks(block.children))
        return block if block.children else None
    if block.tag in {"ul", "ol"}:
        items = [_item(child) for child in block.children if isinstance(child, Node) and child.tag == "li"]
        block.children = [item for item in items if item.children]
        block.attrs = {k: v for k, v in block.attrs.items() if k == "start" and v.isdigit() and v != "1" and len(v) < 9}
        return block if block.children else None
    if block.tag == "blockquote":
        block.children = list(blocks_of(block))
        return block if block.children else None
    found = blocks_of(block)  # an item outside a list
    return Node("ul", {}, [Node("li", {}, list(found))]) if found else None


def _item(item: Node) -> Node:
    blocks = blocks_of(item)
    tight = bool(blocks) and blocks[0].tag == "p" and all(other.tag in {"ul", "ol"} for other in blocks[1:])
    return Node("li", {}, [*blocks[0].children, *blocks[1:]] if tight else list(blocks))


def _marks(children: list[Node | str], inside: frozenset[str] = frozenset()) -> list[Node | str]:
    """Marks never nest in themselves, never stand empty, and join when they stand side by side."""
    out: list[Node | str] = []
    for child in children:
        if isinstance(child, str):
            _join(out, child)
        elif child.tag == "br":
            out.append(child)
        elif child.tag in inside or child.tag not in MARKS or (child.tag == "a" and not child.attrs.get("href")):
            for grand in _marks(child.children, inside):
                _join(out, grand)
        else:
            child.children = _marks(child.children, inside | {child.tag})
            if child.children:
                _join(out, child)
    return out


def _join(out: list[Node | str], child: Node | str) -> None:
    last = out[-1] if out else None
    if isinstance(child, str) and isinstance(last, str):
        out[-1] = re.sub(r" {2,}", " ", last + child)
    elif (
        isinstance(child, Node)
        and isinstance(last, Node)
        and (last.tag, last.attrs) == (child.tag, child.attrs)
        and child.tag != "br"
    ):
        for grand in child.children:
            _join(last.children, grand)
    elif child != "":
        out.append(child)


def _trim(children: list[Node | str]) -> list[Node | str]:
    """No space and no line break at either end of a block."""
    return _trim_end(_trim_end(children, 0), -1)


def _trim_end(children: list[Node | str], end: int) -> list[Node | str]:
    while children:
        edge = children[end]
        if isinstance(edge, str):
            children[end] = edge.lstrip(" ") if end == 0 else edge.rstrip(" ")
            if children[end]:
                break
        elif edge.tag != "br":
            edge.children = _trim_end(edge.children, end)
            if edge.children:
                break
        children.pop(end)
    return children


def _write(node: Node | str) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if node.tag == "br":
        return "<br>"
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in sorted(node.attrs.items()))
    return f"<{node.tag}{attrs}>{''.join(_write(child) for child in node.children)}</{node.tag}>"
