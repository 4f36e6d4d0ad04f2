"""People's text becomes safe HTML, whatever they type."""

import html.parser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import article_markdown, clean_article_html, marked_excerpt, small_markdown

ALLOWED = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr"}


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def tags_of(text):
    parser = Tags()
    parser.feed(text)
    return parser.seen


BITS = [
    "<script>", "</p>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "**", "_", "`", "> ", "- ", "\n",
    "1. ", "![a](http://x)", "<b onclick=1>", "&lt;", "[a]: javascript:x", "<!--", "words", "[", "](", ")",
    "http://a.b", "\x00",
]  # fmt: skip
nasty = st.lists(st.sampled_from(BITS), max_size=40).map("".join)


@given(nasty | st.text(max_size=300))
def test_only_the_small_set_of_tags_comes_out_and_no_script_address(text):
    for tag, attributes in tags_of(small_markdown(text)):
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "title", "rel", "start"}
        assert not (attributes.get("href") or "").casefold().strip().startswith(("javascript", "data", "vbscript"))


def test_links_carry_no_weight_for_search_engines():
    assert 'rel="nofollow ugc noopener noreferrer"' in small_markdown("[a](https://example.org)")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("# not a heading", "<p># not a heading</p>"),
        ("<b>tag</b>", "<p>&lt;b&gt;tag&lt;/b&gt;</p>"),
    ],
)
def test_what_people_type_looks_as_they_expect(typed, shown):
    assert small_markdown(typed).strip() == shown


def test_a_wall_of_brackets_is_cut_short():
    assert len(small_markdown("[" * 20_000)) < 200


def test_editors_may_use_small_headings_but_no_script():
    assert "<h3>Signs</h3>" in article_markdown("### Signs")
    assert clean_article_html('<p onclick="x">a<script>b</script></p>') == "<p>a</p>"


def test_an_excerpt_marks_the_words_and_escapes_the_rest():
    assert marked_excerpt("<i>\x02pain\x03</i>") == "&lt;i&gt;<mark>pain</mark>&lt;/i&gt;"
