"""Medical red flags: the sets, the fever threshold, and what does not count."""

import pytest

from portal.safety.screening import screen
from tests.portal.safety.screening.labelled import false_alarms, load, load_pairs, share, urgent


def subkinds(text, **settings):
    return {finding.subkind for finding in screen(text, **settings) if finding.kind == "red_flag"}


@pytest.mark.parametrize("name", ["red_flags", "heldout_red_flags"])
def test_emergencies_are_named(name):
    pairs = load_pairs(name)
    wrong = [text for kind, text in pairs if kind not in {finding.subkind for finding in urgent(text, "red_flag")}]
    print(f"\n{name}: {1 - len(wrong) / len(pairs):.1%} of {len(pairs)}; when the second set was new: 85 %")

    assert len(wrong) <= 0.05 * len(pairs), wrong


@pytest.mark.parametrize("name", ["red_flags_not", "heldout_red_flags_not"])
def test_talk_of_symptoms_is_no_emergency(name):
    sentences = load(name)
    alarms = false_alarms(sentences, "red_flag")
    print(f"\n{name}: {share(alarms, sentences):.1%} false of {len(sentences)}; when the second set was new: 10 %")

    assert share(alarms, sentences) <= 0.05, alarms


def test_the_fever_threshold_is_a_setting():
    text = "On chemo, my temp is 37.8"

    assert subkinds(text) == {"fever"}
    assert subkinds(text, fever_threshold_c=38.0) == set()
    assert subkinds("On chemo, my temp is 38", fever_threshold_c=38.0) == {"fever"}


@pytest.mark.parametrize(
    "reading",
    ["38.2", "38,2", "38.2C", "38.2 °C", "38º", "100.8F", "101 degrees", "100.8 °F", "thirty eight point two degrees"],
)
def test_either_scale_and_any_writing_is_read(reading):
    assert subkinds(f"day 8 of chemo and my temperature is {reading}") == {"fever"}


@pytest.mark.parametrize(
    "text",
    [
        "day 8 of chemo, temperature 36.9",
        "chemo is 38 miles away",
        "38 mg of dex with chemo",
        "it's 38 degrees outside",
        "chemo number 38 of 40",
        "I am 38 and on chemo",
        "If your temperature reaches 38 on chemo ring the line",
    ],
)
def test_a_number_alone_is_no_fever(text):
    assert subkinds(text) == set()


def test_signs_in_neighbouring_sentences_belong_together():
    assert subkinds("Had paclitaxel on Tuesday. Feeling rough. Temp 38.4 this morning.") == {"fever"}
    assert subkinds("My chest hurts a lot. I can't catch my breath.") == {"chest"}


@pytest.mark.parametrize(
    "text",
    [
        "No loss of bladder control, no numbness in the saddle area",
        "Three years ago I lost control of my bladder and it was cord compression",
        "The leaflet says to ring if you lose control of your bladder",
        "They asked whether I had chest pain or breathlessness",
    ],
)
def test_denied_past_and_reported_signs_do_not_count(text):
    assert subkinds(text) == set()
