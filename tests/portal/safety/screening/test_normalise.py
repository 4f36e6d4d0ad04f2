"""One plain spelling, and the way back."""

import pytest

from portal.safety.screening.normalise import normalise


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Café", "cafe"),
        ("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
        ("ѕuісіdе", "suicide"),
        ("κιll", "kill"),
        ("su\u200bi\u00adcide", "suicide"),
        ("𝓴𝓲𝓵𝓵", "kill"),
        ("ⓚⓘⓛⓛ", "kill"),
        ("🅺🅸🅻🅻", "kill"),
        ("ﬁne", "fine"),
        ("don’t", "don't"),
        ("٣٨", "38"),
        ("38º", "38°"),
        ("naïve—yes", "naive-yes"),
        ("KIRMIZI İ ı", "kirmizi i i"),
    ],
)
def test_a_reader_and_the_rules_read_the_same(typed, read):
    assert normalise(typed).plain == read


def test_a_stretch_leads_back_to_the_letters_as_typed():
    typed = "x ѕu\u200bісі\u0301dе y"
    normal = normalise(typed)
    start = normal.plain.index("suicide")

    assert normal.span(start, start + 7) == (2, typed.index("е y") + 1)


def test_an_empty_text_is_a_text():
    assert normalise("").plain == ""
