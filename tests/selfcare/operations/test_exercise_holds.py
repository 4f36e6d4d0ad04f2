"""After a danger sign exercise rests, until the person says who checked them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, ExerciseHold, Kind
from selfcare.operations.planning import plan_chunk
from selfcare.reads.danger import exercise_held
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry


@pytest.fixture
def person(db):
    return make_user(time_zone="Africa/Accra")


def resting(person):
    return {row.title for row in Activity.objects.owned_by(person) if row.is_resting(timezone.now())}


def test_an_entry_with_a_danger_sign_lays_every_exercise_to_rest_and_nothing_else(person):
    make_activity(person, title="Walk")
    make_activity(person, title="Drink", kind=Kind.HYDRATION)
    other = make_activity(title="Their walk")
    plan_chunk(10)
    make_entry(person, worst=4, danger=["legs"])

    assert resting(person) == {"Walk"}
    assert resting(other.owner) == set()
    told = Delivery.objects.filter(recipient=person, state="pending")
    assert told.count() > 0, "the drink still rings"
    assert exercise_held(person).signs == ["legs"]


def test_without_a_sign_nothing_rests(person):
    make_activity(person, title="Walk")
    make_entry(person, worst=9)

    assert resting(person) == set()
    assert exercise_held(person) is None


def test_who_was_checked_says_by_whom_and_only_what_the_hold_rested_wakes(person):
    make_activity(person, title="Walk")
    swim = make_activity(person, title="Swim")
    operations.pause_activity(actor=person, activity=swim, until=None)
    make_entry(person, worst=4, danger=["legs"])
    with pytest.raises(RuleViolation):
        operations.clear_exercise(actor=person, checked_with="  ")
    assert resting(person) == {"Walk", "Swim"}

    assert operations.clear_exercise(actor=person, checked_with="the emergency doctor") is True
    assert resting(person) == {"Swim"}
    assert exercise_held(person) is None
    assert ExerciseHold.objects.get().words == {"signs": ["legs"], "checked_with": "the emergency doctor"}
    assert operations.clear_exercise(actor=person, checked_with="again") is False


def test_a_second_sign_adds_to_the_hold_that_is_open(person):
    make_activity(person, title="Walk")
    make_entry(person, worst=4, danger=["legs"])
    make_activity(person, title="Stretch")
    entry = make_entry(person, worst=4)
    operations.change_entry(actor=person, entry=entry, payload={"danger": ["chest"]})

    assert resting(person) == {"Walk", "Stretch"}
    assert exercise_held(person).signs == ["legs", "chest"]
    assert ExerciseHold.objects.count() == 1


def test_changing_words_of_an_entry_that_was_about_danger_holds_nothing_anew(person):
    entry = make_entry(person, worst=4, danger=["legs"], at=timezone.now() - timedelta(days=2))
    operations.clear_exercise(actor=person, checked_with="my nurse")
    make_activity(person, title="Walk")
    operations.change_entry(actor=person, entry=entry, payload={"note": "It was nothing", "danger": ["legs"]})

    assert resting(person) == set()
