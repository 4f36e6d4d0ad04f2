"""Editors' words to the HTML that readers get: citations become numbers, article links become addresses."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from articles.blocks import tokens
from portal.core.text import clean_article_html, tame

CITE = re.compile(r" ?\[\^([a-z0-9][a-z0-9-]*)\]")
ARTICLE_LINK = re.compile(r"^article:([a-z0-9-]+)(#[a-z0-9-]+)?$")
OFF = [
    "image", "html_inline", "html_block", "code", "fence", "backticks", "hr", "lheading", "reference",
]  # fmt: skip
LONGEST = 40_000
JOINER = "\u2060"
"""Keeps the number of a source on the line of the word before it."""


def _no_link(slug: str) -> str:
    return ""


def _as_it_is(html: SafeString) -> SafeString:
    return html


@dataclass(frozen=True)
class Reading:
    """What rendering needs to know of the article around a block."""

    language: str = "en"
    numbers: Mapping[str, int] = field(default_factory=dict)
    link: Callable[[str], str] = _no_link
    anchor: str = ""
    explain: Callable[[SafeString], SafeString] = _as_it_is
    """Running text with the words of the article's glossary explained in place."""


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": False, "linkify": False, "maxNesting": 20}).disable(OFF)


PARSER = parser()
PARSER.validateLink = lambda url: not url.lower().lstrip().startswith(("javascript:", "data:", "vbscript:", "file:"))  # type: ignore[method-assign]


def markdown(text: str) -> str:
    """Blocks of Markdown as HTML that still has to pass the gate."""
    return str(PARSER.render(tame(text, LONGEST)))


def markdown_line(text: str) -> str:
    """One line of Markdown as HTML that still has to pass the gate."""
    return str(PARSER.renderInline(tame(text, LONGEST)))


class _Finish(HTMLParser):
    """Copies HTML, turning citations and article links into what readers get."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = reading
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = "".join(f' {name}="{escape(self._value(name, value or ""))}"' for name, value in attrs)
        self.out.append(f"<{tag}{kept}>")

    def _value(self, name: str, value: str) -> str:
        found = ARTICLE_LINK.match(value) if name == "href" else None
        return self.reading.link(found[1]) + (found[2] or "") if found else value

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(CITE.sub(self._cite, escape(data, quote=False)))

    def _cite(self, found: re.Match[str]) -> str:
        number = self.reading.numbers.get(found[1])
        if number is None:
            return ""
        label = f'<span class="sr">{escape(_("Source"))} </span>{number}'
        return f'{JOINER}<sup><a class="cite" href="#source-{found[1]}">{label}</a></sup>'


def finish(html: str, reading: Reading) -> SafeString:
    """HTML of an editor or of Markdown, finished for readers and through the gate."""
    walk = _Finish(reading)
    walk.feed(html)
    walk.close()
    return clean_article_html("".join(walk.out))


ITEM_ENDS, LIST_ENDS = "\ue000", "\ue001"


class _Words(HTMLParser):
    """The words of HTML alone."""

    GAPS = frozenset({"p", "br", "li", "ul", "ol", "blockquote", "h3", "h4"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.GAPS:
            self.out.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.GAPS:
            self.out.append({"li": ITEM_ENDS, "ul": LIST_ENDS, "ol": LIST_ENDS}.get(tag, " "))

    def handle_data(self, data: str) -> None:
        self.out.append(data)


def words_of(html: str) -> str:
    """Plain words, on one line, without citations; phone tokens are said in words. Items of a list are joined by
    semicolons, unless they are sentences."""
    walk = _Words()
    walk.feed(html)
    walk.close()
    text = tokens.in_words(CITE.sub("", unescape("".join(walk.out))))
    text = re.sub(rf"([.!?:;,…])[\s{ITEM_ENDS}{LIST_ENDS}]+", r"\1 ", text)
    text = re.sub(rf"[\s{ITEM_ENDS}]*{LIST_ENDS}[\s{ITEM_ENDS}{LIST_ENDS}]*(?=\S)", ". ", text)
    text = re.sub(rf"\s*{ITEM_ENDS}[\s{ITEM_ENDS}]*(?=[^\s{LIST_ENDS}])", "; ", text)
    return " ".join(re.sub(f"[{ITEM_ENDS}{LIST_ENDS}]", " ", text).split())


def joined(texts: Iterable[str]) -> str:
    """Pieces of plain words as one text: a semicolon after each that is not a sentence of its own."""
    said = ""
    for text in filter(None, texts):
        said += (" " if said.endswith((".", "!", "?", ":", ";", "”", ")")) else "; ") * bool(said) + text
    return said


def cites_in(text: str) -> Iterator[str]:
    return (found[1] for found in CITE.finditer(text))
