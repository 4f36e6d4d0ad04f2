"""Foreign HTML as a tree of limited size. What cannot be shown to readers is left out here, and counted."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from articles.foreign.dropped import Report
from portal.core.text import tame_html

LONGEST = 400_000
DEEPEST = 100
MOST = 60_000
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
LEFT_OUT = {
    "script": "script", "style": "style", "iframe": "iframe", "form": "form", "svg": "drawing (svg)",
    "math": "formula (math)", "object": "embedded object", "embed": "embedded object", "video": "video",
    "audio": "sound", "canvas": "canvas", "template": "template", "noscript": "noscript", "nav": "navigation",
    "select": "form", "button": "form", "textarea": "form", "input": "form", "dialog": "banner", "link": "style",
    "meta": "page data", "title": "page data", "base": "page data", "frameset": "iframe", "applet": "embedded object",
}  # fmt: skip
BANNER = re.compile(
    r"(^|[\s_-])(banner|cookie|popup|pop-up|newsletter|advert\w*|ads?|promo|sharedaddy|share-buttons|cta)([\s_-]|$)",
    re.I,
)
KNOWN = frozenset(
    [
        "paragraph",
        "heading",
        "list",
        "list-item",
        "table",
        "quote",
        "image",
        "group",
        "columns",
        "column",
        "html",
        "details",
        "freeform",
        "separator",
        "spacer",
        "shortcode",
        "preformatted",
        "verse",
        "pullquote",
        "buttons",
        "button",
        "cover",
        "media-text",
        "more",
        "nextpage",
        "core/paragraph",
        "code",
        "file",
        "yoast/faq-block",
        "yoast/how-to-block",
    ]
)
BLOCK = re.compile(r"^\s*(/?)wp:([a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)?)\s*")
SHORTCODE = re.compile(r"\[(/?)([A-Za-z][\w-]{0,40})((?:\s[^\[\]]{0,600})?)\]")
SHORTCODES = frozenset(
    [
        "gallery",
        "caption",
        "wp_caption",
        "audio",
        "video",
        "playlist",
        "embed",
        "contact-form",
        "contact-form-7",
        "contact-field",
        "gravityform",
        "wpforms",
        "ninja_form",
        "archives",
        "youtube",
        "vimeo",
        "googlemaps",
        "twitter",
        "polldaddy",
        "soundcloud",
        "slideshow",
        "toc",
        "ad",
        "adsense",
    ]
)


class TooMuch(ValueError):
    """The HTML is too long, too deep or too crowded to be somebody's article."""


@dataclass
class Element:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def words(self) -> str:
        return " ".join(" ".join(self._words()).split())

    def _words(self) -> list[str]:
        out: list[str] = []
        for child in self.children:
            out += [child] if isinstance(child, str) else child._words()
        return out


class _Reader(HTMLParser):
    def __init__(self, html: str, report: Report) -> None:
        super().__init__(convert_charrefs=True)
        self.report, self.root, self.count = report, Element("root"), 0
        self.open = [self.root]
        self.hidden: list[str] = []
        self.what = ""
        self.said: list[str] = []
        self.closers = set(re.findall(r"<!--\s*/wp:([a-z][a-z0-9/-]*)", html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > MOST:
            raise TooMuch(_("It has more than %s elements.") % MOST)
        if self.hidden:
            if tag not in VOID and len(self.hidden) <= DEEPEST:
                self.hidden.append(tag)
            return
        named = {name: value or "" for name, value in attrs}
        what = LEFT_OUT.get(tag, "")
        if BANNER.search(f"{named.get('class', '')[:500]} {named.get('id', '')[:100]}"):
            what = what or "banner"
        if what:
            self.what, self.said = what, [named.get("src") or named.get("href") or ""]
            if tag in VOID:
                self._done()
            else:
                self.hidden.append(tag)
            return
        self._open(tag, named)

    def _open(self, tag: str, named: dict[str, str]) -> None:
        if tag in {"p", "li", "tr", "td", "th"} and self.open[-1].tag == tag:
            self.open.pop()
        element = Element(tag, named)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)
            if len(self.open) > DEEPEST:
                raise TooMuch(_("Its elements are nested more than %s deep.") % DEEPEST)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:
                while self.hidden.pop() != tag:
                    pass
                if not self.hidden:
                    self._done()
            return
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_comment(self, data: str) -> None:
        found = BLOCK.match(data)
        if not found:
            return
        closing, name = bool(found[1]), found[2]
        if self.hidden:
            if closing and self.hidden[-1] == f"wp:{name}":
                self.hidden.pop()
                if not self.hidden:
                    self._done()
            elif not closing and not data.rstrip().endswith("/") and name in self.closers:
                self.hidden.append(f"wp:{name}")
            return
        if closing or name in KNOWN:
            return
        self.what, self.said = f"block {name}", [data[found.end() :].strip(" /")]
        if data.rstrip().endswith("/") or name not in self.closers:
            self._done()
        else:
            self.said = []
            self.hidden.append(f"wp:{name}")

    def handle_data(self, data: str) -> None:
        if self.hidden:
            if sum(map(len, self.said[:40])) < 200:
                self.said.append(data)
        elif text := _without_shortcodes(data, self.report):
            self.open[-1].children.append(text)

    def _done(self) -> None:
        self.report.drop(self.what, " ".join(self.said))
        self.what, self.said = "", []

    def finish(self) -> Element:
        if self.hidden:
            self._done()
        return self.root


def _without_shortcodes(text: str, report: Report) -> str:
    if "[" not in text:
        return text
    closed = {found[2].lower() for found in SHORTCODE.finditer(text) if found[1]}

    def left_out(found: "re.Match[str]") -> str:
        name = found[2].lower()
        if name not in SHORTCODES and name not in closed and "=" not in found[3]:
            return found[0]
        if not found[1]:
            report.drop(f"shortcode [{name}]", found[0])
        return ""

    return SHORTCODE.sub(left_out, text)


def tree_of(html: str, report: Report) -> Element:
    """Raises TooMuch."""
    if len(html) > LONGEST:
        raise TooMuch(_("It is longer than %s characters.") % LONGEST)
    html = tame_html(html)
    reader = _Reader(html, report)
    reader.feed(html)
    reader.close()
    return reader.finish()
