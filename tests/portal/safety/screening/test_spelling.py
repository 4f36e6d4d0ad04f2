"""However it is written, it is found; and words that only look alike are left alone."""

import pytest

from portal.safety.screening import screen


def is_crisis(text):
    return any(finding.kind == "crisis" and finding.urgent for finding in screen(text))


@pytest.mark.parametrize(
    "text",
    [
        "i want to d1e",
        "i want to k!ll mys3lf",
        "k i l l m y s e l f",
        "k.i.l.l myself",
        "k-i-l-l myself",
        "kill my self",
        "kiillll myself",
        "I waaaant to dieeee",
        "im gonna kms",
        "i wanna off myself",
        "suicde is on my mind",
        "feeling suiscidal again",
        "I am su1cidal",
        "$uicidal and alone",
        "s*icide seems the only way",
        "gonna overdoes on my meds",
        "#wanttodie",
        "wantto die so bad i wanttodie",
        "i   want\nto   die",
        "I want to die...",
        "I WANT TO DIE",
        "І wаnt tо dіе",
        "i want 2 die 2nite",
    ],
)
def test_spelling_hides_nothing(text):
    assert is_crisis(text)


@pytest.mark.parametrize(
    "text", ["my therapist is lovely", "handing in my notice", "skilled nurses", "a hoarse cough", "diet", "b12 and t4"]
)
def test_words_that_look_alike_are_left_alone(text):
    assert not is_crisis(text)
