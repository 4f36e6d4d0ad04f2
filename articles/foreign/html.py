"""Foreign HTML, of WordPress or anybody, as blocks of ours. Readers' safety does not rest on this: every block is
checked again, and its prose goes through the gate that all prose goes through."""

import re
from collections.abc import Callable, Iterator
from html import escape

from articles.blocks import BLOCKS, Data
from articles.blocks.prose import clean_prose
from articles.blocks.prose_markdown import prose_to_markdown
from articles.foreign.dropped import Report
from articles.foreign.tables import table_of
from articles.foreign.tree import Element, TooMuch, tree_of

__all__ = ["TooMuch", "blocks_from_html"]
Blocks = list[tuple[str, Data]]
Bring = Callable[[str, str], str | None]
KEEP = frozenset(["p", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6", "strong", "em", "b", "i", "a", "br"])
FLOW = frozenset(
    [
        "root",
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "header",
        "footer",
        "aside",
        "center",
        "figure",
        "figcaption",
        "address",
        "dl",
        "dt",
        "dd",
        "pre",
        "fieldset",
        "details",
        "summary",
        "table",
        "hgroup",
        "tbody",
        "thead",
        "tr",
        "td",
        "th",
    ]
)
ALONE = FLOW | frozenset(
    ["p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "details", "table"]
)
HEADINGS = frozenset({"h1", "h2"})
LONGEST_HEADING = 160
PIECE = 18_000


def bring_none(address: str, alt: str) -> str | None:
    return None


class _Walk:
    def __init__(self, report: Report, title: str, autop: bool, bring: Bring) -> None:
        self.report, self.title, self.autop, self.bring = report, title, autop, bring
        self.pictures: list[Data] = []
        self.caption = ""
        self.heading = ""
        self.prose: list[str] = []
        self.loose: list[str] = []
        self.faq: list[dict[str, str]] = []
        self.out: Blocks = []

    def flow(self, parent: Element) -> None:
        for child in parent.children:
            if isinstance(child, str) or child.tag not in ALONE:
                self.loose.append(self._inline(child))
            else:
                self._end_paragraph()
                self._block(child)
                self._show_pictures()
        self._end_paragraph()

    def _block(self, node: Element) -> None:
        if node.tag == "details" and (pair := self._question(node)):
            self._end_text()
            self.faq.append(pair)
        elif node.tag in HEADINGS:
            self._end_text()
            self._headline(node)
        elif node.tag == "table":
            self._table(node, "")
        elif node.tag == "figure":
            self._figure(node)
        elif node.tag == "img":
            self._image(node)
        elif node.tag == "hr":
            pass
        elif node.tag in FLOW:
            self.flow(node)
        else:
            self._add(self._inline(node))

    def _headline(self, node: Element) -> None:
        words = node.words()
        self._images_in(node)
        if len(words) > LONGEST_HEADING:
            self.report.note("heading too long, kept as text", words)
            self._add(f"<h3>{escape(words)}</h3>")
        else:
            self.heading = words

    def _question(self, node: Element) -> dict[str, str] | None:
        summary = next((c for c in node.children if isinstance(c, Element) and c.tag == "summary"), None)
        if summary is None or not summary.words():
            return None
        rest = Element("div", {}, [child for child in node.children if child is not summary])
        answer = prose_to_markdown(clean_prose(self._inline(rest))) or rest.words()
        question = summary.words()
        if not answer or len(answer) > 4000 or len(question) > 300:
            return None
        return {"question": question, "answer": answer}

    def _figure(self, node: Element) -> None:
        tables = [c for c in node.children if isinstance(c, Element) and c.tag == "table"]
        caption = next((c.words() for c in node.children if isinstance(c, Element) and c.tag == "figcaption"), "")
        if len(tables) == 1:
            self._table(tables[0], caption)
        else:
            self.caption = caption if any(_images(node)) else ""
            self.flow(node)
            self.caption = ""

    def _table(self, node: Element, caption: str) -> None:
        raw = table_of(node, caption or self.heading or self.title, bool(caption), self.report)
        data, problems = BLOCKS["table"].check(raw) if raw else ({}, None)
        if problems:
            self.report.note("table that does not fit, kept as text", node.words())
        if raw is None or problems:
            self.flow(node)
        else:
            self._end_text()
            self._made("table", data)

    def _image(self, node: Element) -> None:
        alt, address = " ".join(node.attrs.get("alt", "").split()), node.attrs.get("src", "")
        key = self.bring(address, alt) if alt else None
        data, problems = BLOCKS["figure"].check({"picture": key, "alt": alt[:300], "caption": self.caption[:200]})
        if key and not problems:
            self.pictures.append(data)
        else:
            self.report.drop("image" if alt else "image without a description", alt or address)

    def _show_pictures(self) -> None:
        """After the paragraph that they stand in."""
        if self.pictures:
            self._end_faq()
            self._end_text()
            for data in self.pictures:
                self._made("figure", data)
            self.pictures = []

    def _images_in(self, node: Element) -> None:
        for child in node.children:
            if isinstance(child, Element):
                if child.tag == "img":
                    self._image(child)
                self._images_in(child)

    def _inline(self, node: Element | str) -> str:
        """The node as HTML of tags that prose may have. Anything else leaves its words."""
        if isinstance(node, str):
            return self._spaced(node)
        if node.tag == "img":
            self._image(node)
            return ""
        if node.tag == "hr":
            return ""
        inner = "".join(self._inline(child) for child in node.children)
        tag = {"b": "strong", "i": "em"}.get(node.tag, node.tag)
        if node.tag in HEADINGS:
            return f"<h3>{inner}</h3>"
        if node.tag in {"div", "dt", "dd", "tr", "pre", "figcaption", "section"}:
            return inner if re.search(r"<(p|ul|ol|h3)\b", inner) else f"<p>{inner}</p>"
        if tag not in KEEP:
            return inner + (" " if node.tag in {"td", "th"} else "")
        if tag == "br":
            return "<br>"
        href = f' href="{escape(node.attrs.get("href", ""))}"' if tag == "a" else ""
        start = node.attrs.get("start", "")
        start = f' start="{start}"' if tag == "ol" and re.fullmatch(r"\d{1,8}", start) else ""
        return f"<{tag}{href}{start}>{inner}</{tag}>"

    def _spaced(self, text: str) -> str:
        """Words; in the classic editor an empty line is a new paragraph and a line end is a line break."""
        words = escape(text, quote=False).replace("{help:", "{ help:")
        if not self.autop:
            return words
        parts = re.split(r"\n[ \t\r]*\n\s*", words.replace("\r\n", "\n"))
        return "</p><p>".join(part.replace("\n", "<br>") for part in parts)

    def _end_paragraph(self) -> None:
        html, self.loose = "".join(self.loose), []
        if html.strip():
            self._add(f"<p>{html}</p>")
        self._show_pictures()

    def _add(self, html: str) -> None:
        if re.sub(r"<[^>]{0,2000}>|\s", "", html):
            self._end_faq()
            self.prose.append(html)

    def _end_faq(self) -> None:
        if self.faq:
            if self.heading:
                self._made("text", BLOCKS["text"].check({"heading": self.heading, "html": ""})[0])
                self.heading = ""
            data, problems = BLOCKS["faq"].check({"items": self.faq[:80]})
            if problems:
                self.report.drop("questions that do not fit", self.faq[0]["question"])
            else:
                self._made("faq", data)
            self.faq = []

    def _end_text(self) -> None:
        pieces = list(_pieces(self.prose))
        self.prose = []
        for html in pieces or ([""] if self.heading and not self.faq else []):
            data, problems = BLOCKS["text"].check({"heading": self.heading, "html": html})
            if not problems:
                self._made("text", data)
            elif data["heading"] or html:
                self.report.drop("text that does not fit", re.sub(r"<[^>]{0,2000}>", " ", html) or self.heading)
            self.heading = ""

    def _made(self, kind: str, data: Data) -> None:
        self.out.append((kind, data))
        self.report.made[kind] += 1

    def finish(self, root: Element) -> Blocks:
        self.flow(root)
        self._end_faq()
        self._end_text()
        return self.out


def _pieces(parts: list[str]) -> Iterator[str]:
    """Prose in pieces that one text block can hold."""
    held: list[str] = []
    size = 0
    for part in parts:
        if held and size + len(part) > PIECE:
            yield "".join(held)
            held, size = [], 0
        held.append(part)
        size += len(part)
    if held:
        yield "".join(held)


def _images(node: Element) -> Iterator[Element]:
    """Pictures directly in a figure, or in a link or paragraph there."""
    for child in node.children:
        if isinstance(child, Element):
            if child.tag == "img":
                yield child
            elif child.tag in {"a", "p", "div", "picture"}:
                yield from (one for one in child.children if isinstance(one, Element) and one.tag == "img")


def blocks_from_html(html: str, report: Report, *, title: str = "", bring: Bring = bring_none) -> Blocks:
    """`bring` is given the address and the description of a picture and answers with its key, where it is at hand.

    Raises TooMuch for HTML that is too long, too deep or too crowded.
    """
    autop = "<!-- wp:" not in html and not re.search(r"<p[\s>]", html[:200_000], re.I)
    return _Walk(report, title or "Table", autop, bring).finish(tree_of(html, report))
