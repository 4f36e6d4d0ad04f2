"""People's text to safe HTML. The only place in the project that marks a string as safe.

Small Markdown (CommonMark without HTML and images, with tables where a house allows them), then nh3 as a second
gate. `RENDERER_VERSION` is stored beside stored HTML, so that a better renderer can find what to render again.
"""

import re
from functools import lru_cache
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

RENDERER_VERSION = 1
LONGEST = 20_000
MOST = {"[": 1000, "*": 1500, "_": 1500, "`": 1500, "<": 4000}
STRAY = re.compile(r"""<(?!!--|/?[a-zA-Z](?:[^<>"']++|"[^"]{0,20000}+"|'[^']{0,20000}+')*+>)""")
OUTWARD = "nofollow ugc noopener noreferrer"

SMALL = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr"}
ARTICLE = SMALL | {"h3", "h4", "sup", "abbr", "span", "mark"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
ARTICLE_ATTRIBUTES = ATTRIBUTES | {
    "a": {"href", "title", "id", "class"},
    "sup": {"class"},
    "abbr": {"title"},
    "span": {"class"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


@lru_cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": False, "maxNesting": 12})
    return parser.disable(["image", "html_inline", "html_block", "heading", "lheading", "reference"])


@lru_cache
def _article_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": False, "linkify": False, "maxNesting": 20})
    return parser.disable(["image", "html_inline", "html_block"])


def tame(text: str, limit: int = LONGEST) -> str:
    """Cut what would make a parser slow: length, and long runs of opening brackets that nothing closes."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")[:limit]
    for sign in "[*_`<>":
        run = sign * 12
        while run in text:
            text = text.replace(run, sign * 3)
    for sign in MOST:
        text = _at_most(text, sign)
    return text


def _at_most(text: str, sign: str) -> str:
    """Nobody writes so many links or marks into one text. Signs beyond them are left out, which costs nothing."""
    if text.count(sign) <= MOST[sign]:
        return text
    parts = text.split(sign)
    kept = MOST[sign] + 1
    return sign.join(parts[:kept]) + "".join(parts[kept:])


def tame_html(html: str) -> str:
    """HTML in which every < opens a whole tag or comment. Any other stands for itself, as a browser would read it; a
    parser then never looks for an end that is not there."""
    last = html.rfind("-->")
    if "<!--" in html[max(last, 0) :]:
        html = html[: max(last, 0)] + html[max(last, 0) :].replace("<!--", "&lt;!--")
    return STRAY.sub("&lt;", html)


def small_markdown(text: str) -> SafeString:
    """Paragraphs, emphasis, lists, quotes and links: what people may write in a group. Links carry rel=nofollow ugc."""
    html = _parser().render(tame(text))
    return mark_safe(nh3.clean(html, tags=SMALL, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=OUTWARD))  # noqa: S308


def article_markdown(text: str) -> SafeString:
    """The same with small headings, for editors' prose."""
    return clean_article_html(_article_parser().render(tame(text, 40_000)))


def clean_article_html(html: str) -> SafeString:
    """Editors' HTML through the gate: known tags and attributes only, safe link schemes only."""
    return mark_safe(  # noqa: S308
        nh3.clean(
            html, tags=ARTICLE, attributes=ARTICLE_ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer"
        )
    )


def stored_html(html: str) -> SafeString:
    """HTML that one of the functions above made and a house stored with its renderer version."""
    return mark_safe(html)  # noqa: S308


def marked_excerpt(text: str, start: str = "\x02", end: str = "\x03") -> SafeString:
    """A search excerpt: everything escaped, the two marker characters turned into <mark>."""
    html = escape(text).replace(start, "<mark>").replace(end, "</mark>")
    return mark_safe(html)  # noqa: S308
