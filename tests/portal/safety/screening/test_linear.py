"""The work grows with the text and no faster, whatever the text. Steps are counted, no clock is read."""

import pytest

from portal.safety.screening import screen_counted
from tests.portal.safety.screening.labelled import load

ORDINARY = " ".join(load("heldout_e_ordinary"))
CRISIS = ". ".join(load("crisis_explicit"))
SEEDS = {
    "brackets": "[",
    "letters": "a ",
    "one long word": "x",
    "one long number": "7",
    "digits": "07 ",
    "beginnings": "i want to ",
    "denials": "not ",
    "fillers": "kill just really so ",
    "matches": "kill myself ",
    "spelled out": "k i l l ",
    "signs": "$a!@b*",
    "quotes": "\" ' ",
    "at signs": "a@b.",
    "dots": "a.b.c.",
    "zero width": "s\u200bu\u200b",
    "homoglyphs": "аеор",
    "streets": "12 elm road ",
    "names": "Dr Jane ",
    "temperatures": "temp 38.5 chemo ",
    "lines": "\n> a",
    "stops": "... ? ! ",
    "ordinary": ORDINARY + " ",
    "crisis": CRISIS + " ",
}


@pytest.mark.parametrize("name", SEEDS)
def test_eight_times_the_text_takes_at_most_eight_times_the_steps(name):
    seed = SEEDS[name]
    once = seed * max(2, 4_000 // len(seed))
    _, small = screen_counted(once)
    _, large = screen_counted(once * 8)

    assert large.taken <= 8.2 * small.taken + 500


@pytest.mark.parametrize("text", ["[" * 10_000, "a " * 50_000, "x" * 100_000, "not i want to " * 5_000])
def test_a_character_costs_a_bounded_number_of_steps(text):
    _, steps = screen_counted(text)

    assert steps.taken <= 120 * len(text)
