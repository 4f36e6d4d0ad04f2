"""Words of the glossary inside running text: the first time one stands there, its meaning opens in its place.

It is a button with a popover beside it, so it opens without JavaScript, by keyboard and by touch, and moves nothing.
Reads each text once; a word of the text starts at most one look, which is no longer than the longest term.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any

from django.utils.safestring import SafeString

from articles.blocks.inline import Reading, finish, markdown_line
from portal.core.text import stored_html

SIGNS = r"!-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3001-\u303f"
WORD = rf"[^\s{SIGNS}]+"
UNIT = re.compile(rf"\{{help:[a-z-]+\}}|{WORD}(?:[-’'\u2010\u2011]{WORD})*|[{SIGNS}]")
"""A phone token, a word with its hyphens, or a sign. Phone tokens are never part of a term."""
NEVER_IN = frozenset({"a", "h2", "h3", "h4", "sup", "abbr", "code", "pre"})
WITHOUT_END = frozenset({"br", "hr"})
ANCHOR = "explained-"


@dataclass
class Term:
    """`shown` is the term as the glossary writes it, `meaning` its finished HTML."""

    place: int
    shown: str
    meaning: SafeString
    told: bool = False


@dataclass
class Terms:
    """The terms of one article, as a tree of their words. What was told once is not told again."""

    tree: dict[str, Any] = field(default_factory=dict)
    left: int = 0

    def add(self, term: str, meaning: SafeString) -> None:
        node, units = self.tree, _units(term)
        if any(unit.word.startswith("{help:") for unit in units):
            return
        for unit in units:
            node = node.setdefault(unit.key, {})
        if node is not self.tree and "" not in node:
            self.left += 1
            node[""] = Term(self.left, term, meaning)

    def explain(self, html: SafeString) -> SafeString:
        """The same HTML with buttons. `html` has passed the gate."""
        if not self.left:
            return html
        walk = _Walk(self)
        walk.feed(html)
        walk.close()
        return stored_html("".join(walk.out))

    def found(self, units: Sequence["Unit"]) -> Iterator[tuple[int, int, Term]]:
        """Terms in a run of words, the longest at each place. A longer one that was told hides what is inside it."""
        at = 0
        while at < len(units) and self.left:
            end, term = self._longest(units, at)
            if term and not term.told:
                term.told, self.left = True, self.left - 1
                yield units[at].start, units[end - 1].end, term
            at = end

    def _longest(self, units: Sequence["Unit"], at: int) -> tuple[int, Term | None]:
        node, end, term = self.tree, at + 1, None
        for place in range(at, len(units)):
            key = units[place].key if place > at else units[place].word
            if key not in node:
                break
            node = node[key]
            if "" in node:
                end, term = place + 1, node[""]
        return end, term


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign of a text. A space before it counts, except at the beginning."""

    start: int
    end: int
    word: str
    key: str


def _units(text: str) -> list[Unit]:
    units: list[Unit] = []
    for found in UNIT.finditer(text):
        word = found[0].casefold()
        gap = " " if units and units[-1].end < found.start() else ""
        units.append(Unit(found.start(), found.end(), word, gap + word))
    return units


class _Walk(HTMLParser):
    """Copies HTML that passed the gate, and writes buttons into its running text."""

    def __init__(self, terms: Terms) -> None:
        super().__init__(convert_charrefs=True)
        self.terms = terms
        self.out: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag in NEVER_IN
        self.out.append("".join([f"<{tag}", *(f' {name}="{escape(value or "")}"' for name, value in attrs), ">"]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHOUT_END:
            self.inside -= tag in NEVER_IN
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        at = 0
        for start, end, term in [] if self.inside else self.terms.found(_units(data)):
            self.out += [escape(data[at:start], quote=False), _button(data[start:end], term)]
            at = end
        self.out.append(escape(data[at:], quote=False))


def _button(said: str, term: Term) -> str:
    place = f"{ANCHOR}{term.place}"
    return (
        f'<button type="button" class="term" popovertarget="{place}">{escape(said, quote=False)}</button>'
        f'<span class="meaning" id="{place}" popover>'
        f"<dfn>{escape(term.shown, quote=False)}</dfn>: {term.meaning}</span>"
    )


def terms_of(blocks: Sequence[Mapping[str, Any]], reading: Reading) -> Terms:
    """The words that the glossary blocks of an article explain."""
    terms = Terms()
    for block in blocks:
        for entry in block["data"].get("terms", []) if block["kind"] == "glossary" else []:
            terms.add(entry["term"], finish(markdown_line(entry["meaning"]), reading))
    return terms
