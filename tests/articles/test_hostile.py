"""What hostile words become, by every door that prose comes in through."""

import re
from html.parser import HTMLParser

import pytest

from articles.blocks import BLOCKS
from articles.blocks.inline import Reading
from articles.blocks.prose import LONGEST, clean_prose, prose_from_markdown
from articles.foreign.dropped import Report
from articles.foreign.html import TooMuch, blocks_from_html
from portal.core.text import MOST, small_markdown, tame, tame_html

SAFE = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr", "h2", "h3", "h4", "sup"}
SAFE |= {"abbr", "span", "div", "section", "table", "caption", "thead", "tbody", "tr", "th", "td"}
PLAIN = {
    "href",
    "start",
    "class",
    "id",
    "rel",
    "title",
    "scope",
    "role",
    "tabindex",
    "aria-labelledby",
    "data-label",
    "dir",
}
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)
SAFE_SCHEMES = {"https:", "http:", "mailto:", "article:"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/xss>alert(1)</script>",
    "<script\n>alert(1)</script\n>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    '<img """><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<p><noembed><img title='</noembed><img src onerror=alert(1)>'></noembed></p>",
    "<xmp><p title='</xmp><img src onerror=alert(1)>'></xmp>",
    "<textarea><p title='</textarea><img src onerror=alert(1)>'></textarea>",
    "<select><template><style><!--</style><a rel='--></style></template></select><img src onerror=alert(1)>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6A;&#x61;vascript&colon;alert(1)'>x</a>",
    "<a href='java&Tab;script&NewLine;:alert(1)'>x</a>",
    "<a href=' \x01javascript:alert(1)'>x</a>",
    "<a href='\u2028javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='article:javascript:alert(1)'>x</a>",
    "<a href='https://ok.example' onclick=alert(1) style='x:expression(1)' target=_blank>x</a>",
    "<a href='https://ok.example\" onmouseover=\"alert(1)'>x</a>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x.swf>",
    "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<style>@import '//evil.example/x.css';</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>x",
    "<!--><script>alert(1)</script>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x](javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](javascript:alert(1))",
    "[x](https://ok.example 'a\" onmouseover=\"alert(1)')",
    "<javascript:alert(1)>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "`<script>alert(1)</script>`",
    "\x00<scr\x00ipt>alert(1)</script>",
]


def safe_address(value):
    """As browsers read an address: control signs around it and line ends inside it do not count."""
    found = SCHEME.match(re.sub(r"[\t\r\n]", "", value.strip("".join(map(chr, range(33))))))
    return not found or found[0].lower() in SAFE_SCHEMES


class _Look(HTMLParser):
    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        if tag not in SAFE:
            self.bad.append(tag)
        for name, value in attrs:
            if name not in PLAIN or (name == "href" and not safe_address(value or "")):
                self.bad.append((tag, name, value))

    def handle_comment(self, data):
        self.bad.append(("comment", data))

    def handle_pi(self, data):
        self.bad.append(("instruction", data))

    def handle_decl(self, data):
        self.bad.append(("declaration", data))


def bad_in(html):
    look = _Look()
    look.feed(html)
    look.close()
    return look.bad


def shown(kind, raw):
    data, problems = BLOCKS[kind].check(raw)
    return "" if problems else str(BLOCKS[kind].html(data, Reading(anchor="a")))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_inert_by_every_door(hostile):
    doors = {
        "the editor's field": clean_prose(hostile),
        "a Markdown file": prose_from_markdown(hostile),
        "a group": str(small_markdown(hostile)),
        "a text block": shown("text", {"heading": hostile[:150], "html": f"<p>ok</p>{hostile}"}),
        "a table": shown("table", {"caption": hostile[:150], "header": ["a", hostile], "rows": [["b", hostile]]}),
    }
    for kind, data in blocks_from_html(hostile, Report()):
        doors[f"an import, {kind}"] = str(BLOCKS[kind].html(data, Reading(anchor="a"))) if kind != "faq" else ""

    assert {door: bad for door, html in doors.items() if (bad := bad_in(html))} == {}


def test_the_look_at_the_output_sees_what_is_bad():
    assert bad_in("<script>x</script><a href='javascript:x'>y</a><p onclick=x>z</p>") == [
        "script", ("a", "href", "javascript:x"), ("p", "onclick", "x"),
    ]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_was_cleaned_stays_as_it_is_when_cleaned_again(hostile):
    once = clean_prose(hostile)

    assert clean_prose(once) == once


@pytest.mark.parametrize("sign", ["<!--", "<!", "<?", "<", "</", '<a href="', "<a '", "--><!--"])
def test_a_sign_that_opens_nothing_whole_is_left_to_no_parser(sign):
    tamed = tame_html(sign * 10_000)

    assert tamed.count("<") <= tamed.count(">") + tamed.count("-->")


@pytest.mark.parametrize(("sign", "most"), MOST.items())
def test_markdown_is_given_no_more_signs_than_people_write(sign, most):
    assert tame(f"{sign}a " * 500_000, 1_000_000).count(sign) <= most


@pytest.mark.parametrize("html", ["<div>" * 100_000, "<ul><li>" * 100_000, "[" * 1_000_000, "<b>" * 400_000])
def test_an_import_refuses_what_is_too_deep_or_too_long(html):
    with pytest.raises(TooMuch):
        blocks_from_html(html, Report())


@pytest.mark.parametrize("html", ["<p>" + "a" * 50_000, "[" * 1_000_000])
def test_a_block_refuses_what_is_too_long(html):
    assert BLOCKS["text"].check({"heading": "", "html": html})[1]


@pytest.mark.parametrize("html", ["<blockquote>" * 100_000, "<ul><li>" * 100_000, "<b>" * 100_000])
def test_deep_nesting_comes_out_shallow(html):
    out = clean_prose(html + "x")

    assert len(out) <= LONGEST
    assert out.count("<") <= 100
