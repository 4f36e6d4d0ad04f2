"""Personal details: exactly the right stretch, and nothing else."""

import pytest

from portal.safety.screening import redact, screen
from tests.portal.safety.screening.labelled import TUNED, load, load_pairs


def details(text):
    return [finding for finding in screen(text) if finding.kind == "personal_details"]


@pytest.mark.parametrize(("kind", "marked"), load_pairs("details"))
def test_a_detail_is_found_where_it_stands(kind, marked):
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")

    assert [(found.subkind, found.start, found.end) for found in details(text)] == [(kind, start, end)]


@pytest.mark.parametrize("text", load("details_not"))
def test_dates_doses_and_results_are_no_details(text):
    assert details(text) == []


def test_ordinary_talk_holds_no_details():
    everything = [sentence for name in ("ordinary", *(f"{part}_ordinary" for part in TUNED)) for sentence in load(name)]

    assert [sentence for sentence in everything if details(sentence)] == []


def test_redaction_says_what_stood_there():
    text = "I'm Jo, 07700 900123 or jo@example.org, seen by Dr Jane Smith at 14 Elm Road, Leeds LS1 4AP."

    assert redact(text, screen(text)) == (
        "I'm Jo, [phone number removed] or [email address removed], seen by [name removed] at [address removed]."
    )


def test_redaction_leaves_everything_else_alone():
    text = "I want to die. Stop the tamoxifen."

    assert redact(text, screen(text)) == text


def test_redaction_speaks_the_language_it_is_given():
    text = "ring 07700 900123"

    assert redact(text, screen(text), translate=lambda label: f"<{label}>") == "ring <[phone number removed]>"


def test_a_redacted_text_holds_no_details():
    for _, marked in load_pairs("details"):
        text = marked.replace("[[", "").replace("]]", "")
        redacted = redact(text, screen(text))

        assert details(redacted) == [], redacted


def test_help_lines_stay():
    assert details("Samaritans 116 123, Macmillan 0808 808 0000, 988 in the US, 1-800-273-8255") == []
