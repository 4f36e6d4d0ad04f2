"""What surrounds a sentence changes what it means."""

import pytest

from portal.safety.screening import screen


def crisis(text):
    return [finding for finding in screen(text) if finding.kind == "crisis"]


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to die",
        "I do not want to kill myself",
        "I never want to hurt myself",
        "I'm not suicidal, just fed up",
        "I would never take my own life",
        "I no longer have suicidal thoughts",
        "I stopped wanting to die",
        "Suicidal? No, just tired.",
        "Nobody wants to die",
        "No thoughts of suicide, just sad",
    ],
)
def test_a_denial_is_no_crisis(text):
    assert crisis(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I can't stop thinking about killing myself",
        "No one knows I want to die",
        "Don't tell my husband but I want to die",
        "I can't promise I won't kill myself",
        "Why don't I just kill myself",
        "I don't know how to stop myself from overdosing",
        "They asked if I was suicidal and I said yes",
        "It's not that I'm sad, I'm going to end my life",
    ],
)
def test_a_denial_of_something_else_hides_nothing(text):
    assert [finding.band for finding in crisis(text)][:1] == ["crisis"]


@pytest.mark.parametrize(
    "text",
    [
        "Ten years ago I tried to kill myself",
        "I used to self-harm as a teenager",
        "In 2012 I took an overdose and survived",
    ],
)
def test_a_past_long_gone_waits_in_amber(text):
    found = crisis(text)

    assert {finding.band for finding in found} == {"amber"}
    assert all(finding.past for finding in found)


def test_a_past_that_returns_is_a_crisis():
    found = crisis("Ten years ago I tried to kill myself and tonight I am going to do it again, I want to die")

    assert "crisis" in {finding.band for finding in found}


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("My husband wants to end it all", "red"),
        ("My mum says she wants to die", "red"),
        ("My best friend is suicidal", "red"),
        ("My son says he is going to kill himself tonight", "crisis"),
        ("She has taken an overdose", "crisis"),
        ('My daughter keeps saying "I want to die"', "red"),
    ],
)
def test_someone_else_in_danger_is_red_unless_it_is_happening(text, band):
    found = crisis(text)

    assert {finding.about for finding in found} == {"other"}
    assert {finding.band for finding in found} == {band}


@pytest.mark.parametrize(
    "text",
    [
        "My brother killed himself in 2009",
        "I lost my son to suicide",
        "My uncle took his own life",
        "A man jumped in front of my train",
    ],
)
def test_grief_is_no_alarm(text):
    assert crisis(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "this pain is killing me",
        "dead tired after round four",
        "dying for a coffee",
        "shoot me an email",
        "I wanted to die of embarrassment",
        "I could murder a curry",
        "hang in there everyone",
        "killer headache",
        "suicide gene therapy trial",
        "end of life care for mum",
        "I want to die at home with my family",
        "cut myself shaving",
        "the chemo hit me hard",
        "Please ring the Samaritans if you are feeling suicidal",
        "> I want to die",
    ],
)
def test_a_turn_of_speech_is_no_alarm(text):
    assert crisis(text) == []


@pytest.mark.parametrize(
    ("text", "subkind"),
    [
        ("I am going to hang myself", "intent"),
        ("I've saved up my tablets", "plan"),
        ("By the time you read this I'll be gone", "farewell"),
        ("I cut my arms again tonight", "self_harm"),
        ("I took forty tablets an hour ago", "overdose"),
        ("I'm going to stab my consultant", "harm_to_others"),
        ("My partner hits me", "abuse"),
        ("Everyone would be better off without me", "implicit"),
    ],
)
def test_a_finding_says_what_sort_of_crisis_it_is(text, subkind):
    assert subkind in {finding.subkind for finding in crisis(text)}


def test_the_span_is_where_it_stands_in_the_text():
    text = "Round six today. Honestly I want to die. Sorry."
    (finding,) = [found for found in crisis(text) if found.rule_id == "crisis.intent.wish-to-die"]

    assert text[finding.start : finding.end] == "want to die"
