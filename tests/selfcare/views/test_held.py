"""While exercise is held after a danger sign, each page about it says why, and takes the word that somebody checked."""

import pytest
from django.urls import reverse

from selfcare import operations
from selfcare.models import Kind
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_plan

RESTS, WAY = "Your exercises are resting", reverse("selfcare:checked")


@pytest.fixture
def pages(signed_in):
    """Today, the diary, an exercise, a new thing, and a plan that moves this person; and their drink."""
    person = signed_in.person
    plan = make_plan(person)
    walk = make_activity(person, plan=plan)
    drink = make_activity(person, kind=Kind.HYDRATION, title="Water")
    about = [reverse("home:today"), reverse("selfcare:diary"), reverse("selfcare:activity", args=[walk.pk])]
    return [*about, reverse("selfcare:running_plan", args=[plan.pk])], reverse("selfcare:activity", args=[drink.pk])


def test_each_page_about_exercise_says_that_it_rests_and_takes_the_word(signed_in, pages):
    about, drink = pages
    assert [path for path in [*about, drink] if RESTS in signed_in.get(path).text] == []
    operations.hold_exercise(actor=signed_in.person, signs=["legs"])

    for path in about:
        page = signed_in.get(path).text
        assert RESTS in page and "Weak, heavy or numb legs" in page, path
        assert page.count(f'action="{WAY}"') == 1 and f'name="next" value="{path}"' in page, path
    assert RESTS not in signed_in.get(drink).text
    assert "Take it up again" not in signed_in.get(about[2]).text


def test_the_word_leads_back_to_where_it_was_given_and_without_a_name_it_asks_again(signed_in, pages):
    about, _drink = pages
    operations.hold_exercise(actor=signed_in.person, signs=["legs"])
    asked = signed_in.post(WAY, {"checked_with": " ", "next": about[0]})
    assert "Say who checked you, such as" in asked.text and f'name="next" value="{about[0]}"' in asked.text

    answer = signed_in.post(WAY, {"checked_with": "my nurse", "next": about[0]})
    assert answer.url == about[0]
    assert RESTS not in signed_in.get(about[0]).text
    assert signed_in.post(WAY, {"checked_with": "x", "next": "https://elsewhere.example/"}).url == about[1]


def test_the_hold_of_somebody_else_is_not_told(signed_in, pages):
    operations.hold_exercise(actor=make_user(), signs=["legs"])

    assert all(RESTS not in signed_in.get(path).text for path in pages[0])
