"""Words of the glossary explained where they first stand in the text."""

import time
from html.parser import HTMLParser

import pytest

from articles.blocks.whole import render
from tests.articles.test_hostile import HOSTILE, bad_in
from tests.factories.articles import block, care_card, text


def page(*blocks):
    """The HTML of each block, in order."""
    numbered = [{"id": str(place), "kind": kind, "data": data} for place, (kind, data) in enumerate(blocks)]
    return [part["html"] for part in render(numbered, "en", lambda slug: f"/{slug}").parts]


def glossary(**terms):
    rows = [{"term": term.replace("_", " "), "meaning": meaning} for term, meaning in terms.items()]
    return block("glossary", rows)


def explained(html):
    """The words of the text that open a meaning."""
    look = _Buttons()
    look.feed(html)
    return look.said


class _Buttons(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.said = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag == "button":
            self.said.append("")

    def handle_endtag(self, tag):
        self.open.remove(tag)

    def handle_data(self, data):
        if "button" in self.open:
            self.said[-1] += data


def test_the_first_time_a_word_stands_in_the_text_its_meaning_opens_there():
    first, second, _words = page(
        text("A", "<p>The Cauda Equina is a bundle. The cauda equina again.</p>"),
        text("B", "<p>The cauda equina once more.</p>"),
        glossary(cauda_equina="Nerves **below** the cord."),
    )

    assert explained(first) == ["Cauda Equina"]
    assert explained(second) == []
    assert 'popovertarget="explained-1"' in first
    assert "<dfn>cauda equina</dfn>: Nerves <strong>below</strong> the cord." in first
    assert first.count('id="explained-1"') == 1


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("metastasis", ["metastasis"]),
        ("METASTASIS.", ["METASTASIS"]),
        ("(metastasis)", ["metastasis"]),
        ("<strong>metastasis</strong>", ["metastasis"]),
        ("metastasises", []),
        ("micrometastasis", []),
        ("non-metastasis", []),
        ("metastasis-free", []),
        ("bone\u00a0metastases", ["bone\u00a0metastases"]),
        ("bone-metastases", []),
        ("bone <em>metastases</em>", []),
    ],
)
def test_only_whole_words_count_in_any_case(said, found):
    html, _words = page(text("", f"<p>See {said} here</p>"), glossary(metastasis="Spread.", bone_metastases="In bone."))

    assert explained(html) == found


def test_the_longest_term_is_explained_and_hides_the_shorter_one_inside_it():
    html, _words = page(
        text("", "<p>Spinal cord compression. Spinal cord compression. The cord is soft.</p>"),
        glossary(cord="Nerves in the spine.", spinal_cord="The same.", spinal_cord_compression="Pressure on it."),
    )

    assert explained(html) == ["Spinal cord compression", "cord"]


def test_headings_links_sources_and_phone_lines_are_left_alone():
    html, card, _words, _sources = page(
        text(
            "MRI",
            "<h3>MRI</h3><h4>MRI</h4><p><a href='https://example.org'>MRI</a> Call {help:team}.[^nice]</p>",
        ),
        care_card("emergency", title="MRI", intro="MRI team", who="Call {help:team}, MRI."),
        glossary(MRI="A scan.", team="People.", help="Aid.", source="Where it is from."),
        block("sources", [{"key": "nice", "title": "T", "publisher": "P", "url": "https://example.org"}]),
    )

    assert explained(html + card) == []
    assert "{help:team}" in html


def test_a_term_never_holds_a_phone_line():
    html, _words = page(
        text("", "<p>Call {help:team} now</p>"), block("glossary", [{"term": "{help:team}", "meaning": "x"}])
    )

    assert explained(html) == []


def test_a_heading_does_not_take_the_place_of_a_meaning():
    numbered = [
        {"id": str(place), "kind": kind, "data": data}
        for place, (kind, data) in enumerate([text("Explained 1", "<p>An MRI.</p>"), glossary(MRI="A scan.")])
    ]

    assert render(numbered, "en", str).parts[0]["anchor"] == "explained-1-2"


def test_a_text_without_its_terms_is_the_same_to_the_letter():
    link = "<a href='https://example.org/?a=1&amp;b=2'>link</a>"
    words = f"<p>5 &lt; 6 &amp; a {link}<br>next</p><ol start='3'><li>x</li></ol>"

    assert page(text("", words), glossary(MRI="A scan."))[0] == page(text("", words))[0]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_inert_beside_explained_ones(hostile):
    entry = {"term": f"x {hostile}"[:80], "meaning": hostile[:600]}
    html, *_rest = page(
        text("", f"<p>x {hostile} scan x</p>"), block("glossary", [entry, {"term": "scan", "meaning": hostile}])
    )

    ours = {"button", ("button", "type", "button"), "dfn"}
    bad = [one for one in bad_in(html) if one not in ours and one[1:2] not in {("popovertarget",), ("popover",)}]
    assert bad == []


@pytest.mark.parametrize(
    ("sign", "term"),
    [("a ", "a " * 39 + "b"), ("a-", "a-" * 39 + "b"), ("<b>a</b> ", "a a"), ("’", "’’"), ("{help:", "x")],
)
def test_many_words_that_are_nearly_terms_cost_little(sign, term):
    many = [{"term": f"{term[: 80 - 4]} {number}", "meaning": "x"} for number in range(80)]
    body = (sign * 40_000)[: 39_000 - len(sign)]
    began = time.process_time()

    page(text("", f"<p>{body.rsplit('<', 1)[0] if '<' in body else body}</p>"), block("glossary", many))

    assert time.process_time() - began < 5  # a guard against what grows with the square, not a measure
