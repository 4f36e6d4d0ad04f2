"""Numbers enter texts only as tokens."""

import re
from pathlib import Path

import pytest

from portal.core.text import stored_html
from portal.safety.reads import resolve_tokens

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("country", "text", "words"),
    [
        ("GB", "Call {help:emergency}.", "Call 999."),
        ("US", "Call {help:emergency}.", "Call 911."),
        ("GB", "call {help:urgent}", "call NHS 111"),
        ("GB", "Call {help:crisis} to talk.", "Call Samaritans on 116 123 to talk."),
        ("US", "call {help:urgent}", "call the urgent care line where you live"),
        ("TR", "call {help:crisis}", "call a crisis line near you"),
        ("ZZ", "Call {help:emergency}.", "Call your local emergency number."),
        ("GB", "ask {help:team}", "ask your care team"),
        ("GB", "{help:nobody} {other} {", "{help:nobody} {other} {"),
    ],
)
def test_plain_text_gets_words(country, text, words):
    assert resolve_tokens(text, country) == words


def test_safe_html_gets_links_to_tap_and_stays_safe():
    html = resolve_tokens(stored_html("<p>Call {help:emergency} or {help:crisis}</p>"), "GB")

    assert html == '<p>Call <a href="tel:999">999</a> or <a href="tel:116123">Samaritans on 116 123</a></p>'
    assert hasattr(html, "__html__")


def test_what_has_no_number_leads_to_the_urgent_help_page():
    html = resolve_tokens(stored_html("{help:team} {help:crisis} {help:emergency}"), "ZZ")

    assert html == (
        '<a href="/urgent-help/?country=ZZ#team">your care team</a> '
        '<a href="/urgent-help/?country=ZZ#crisis">a crisis line near you</a> '
        '<a href="/urgent-help/?country=ZZ#emergency">your local emergency number</a>'
    )


def test_plain_text_that_looks_like_html_is_not_made_safe():
    assert not hasattr(resolve_tokens("<b>{help:team}</b>", "GB"), "__html__")


def test_no_template_holds_a_number_to_call():
    number = re.compile(r"(?<![\w#&.:/-])(?:999|911|988|116 ?123|112)(?![\w%-])")
    wrong = [
        str(path.relative_to(ROOT))
        for house in ["portal", "articles", "groups", "selfcare"]
        for path in (ROOT / house).rglob("templates/**/*.html")
        if number.search(path.read_text())
    ]
    assert wrong == []
