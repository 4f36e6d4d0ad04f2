"""Directive advice, soliciting, method and encouragement: what is one and what only sounds like it."""

import pytest

from portal.safety.screening import screen
from tests.portal.safety.screening.labelled import load


def kinds(text):
    return {finding.kind for finding in screen(text)}


@pytest.mark.parametrize("text", load("advice"))
def test_telling_others_what_to_take_is_advice(text):
    assert "directive_advice" in kinds(text)


@pytest.mark.parametrize("text", load("advice_not"))
def test_ones_own_story_and_safe_words_are_no_advice(text):
    assert "directive_advice" not in kinds(text)


@pytest.mark.parametrize("text", load("soliciting"))
def test_selling_fundraising_and_surveys_are_soliciting(text):
    assert "soliciting" in kinds(text)


@pytest.mark.parametrize("text", load("soliciting_not"))
def test_money_in_passing_is_not_soliciting(text):
    assert "soliciting" not in kinds(text)


@pytest.mark.parametrize("text", load("method"))
def test_method_and_encouragement_are_held(text):
    assert "method" in kinds(text)


@pytest.mark.parametrize("text", load("method_not"))
def test_concern_is_not_encouragement(text):
    assert "method" not in kinds(text)
