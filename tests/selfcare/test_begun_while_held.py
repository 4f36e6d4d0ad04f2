"""What begins while exercise is held after a danger sign rests with it, by whatever door it came, and wakes with it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, Kind, Occurrence, Plan
from selfcare.operations.planning import plan_chunk
from selfcare.operations.rests import wake_rested
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity, make_template

PARTS = [
    {"key": "walk", "kind": "exercise", "times": ["09:00"], "minutes": 5},
    {"key": "drink", "kind": "hydration", "times": ["10:00"], "ml": 250},
]
FORM = {
    "gate_bones": "no", "walk-use": "on", "walk-weekdays": ["0", "1", "2", "3", "4", "5", "6"], "walk-times": ["09:00"],
    "drink-use": "on", "drink-weekdays": ["0", "1", "2", "3", "4", "5", "6"], "drink-times": ["10:00"],
    "channels": ["in_app"], "travel": "follow",
}  # fmt: skip
START = {"template": "walk", "answers": {"bones": "no"}}
OWN = {"title": "Run", "kind": "exercise", "rhythm": {"times": ["09:00"]}}


@pytest.fixture
def person(db):
    return make_user(time_zone=ACCRA)


@pytest.fixture
def text(db):
    return make_template("walk", activities=PARTS)


def send(client, path, data):
    answer = client.post(path, data, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return answer


def by_operation(client, person, text):
    operations.start_plan(actor=person, template=text.template, words=text, answers={"bones": "no"})


def by_page(client, person, text):
    assert client.post(reverse("selfcare:start_plan", args=["walk"]), FORM).status_code == 302


def by_program(client, person, text):
    send(client, "/api/v1/plans/", START)


def copied(client, person, text):
    send(client, "/api/v1/plans/", START)
    operations.stop_plan(actor=person, plan=Plan.objects.get(stopped_at=None))
    send(client, "/api/v1/plans/", START | {"copy": True})


def renewed(client, person, text):
    send(client, "/api/v1/plans/", START)
    text.template.version = 2
    text.template.save()
    plan = Plan.objects.get(stopped_at=None)
    operations.renew_plan(actor=person, plan=plan, template=text.template, words=text, answers={"bones": "no"})


def moving(person):
    """What moves this person: how many there are, and how many would ring, by slot, by reminder, by plan."""
    rows = Activity.objects.owned_by(person).filter(kind=Kind.EXERCISE, stopped_at=None)
    slots = Occurrence.objects.filter(activity__in=rows, state="planned")
    told = Delivery.objects.filter(state="pending", subject_key__in=[slot.subject_key for slot in slots])
    return rows.count(), slots.count() + told.count() + rows.filter(planned_through__isnull=False).count()


@pytest.mark.parametrize("begin", [by_operation, by_page, by_program, copied, renewed])
def test_a_plan_begun_while_exercise_is_held_rests_and_wakes_when_somebody_checked(client, person, text, begin):
    client.force_login(person)
    operations.hold_exercise(actor=person, signs=["legs"])
    begin(client, person, text)
    plan_chunk(50)

    assert moving(person) == (1, 0)
    drinks = Occurrence.objects.owned_by(person).filter(activity__kind=Kind.HYDRATION, state="planned")
    assert drinks.count() > 0, "what does not move a person begins"
    assert operations.clear_exercise(actor=person, checked_with="my nurse")
    assert moving(person)[1] > 0
    assert not any(row.is_resting(timezone.now()) for row in Activity.objects.owned_by(person).filter(stopped_at=None))


def test_a_plan_that_its_gate_holds_as_well_needs_both_words(person, text):
    operations.hold_exercise(actor=person, signs=["legs"])
    plan = operations.start_plan(actor=person, template=text.template, words=text, answers={"bones": "yes"})
    with pytest.raises(RuleViolation, match="who checked you"):
        operations.clear_plan(actor=person, plan=plan, checked_with="my nurse")
    operations.clear_exercise(actor=person, checked_with="my nurse")
    assert moving(person) == (1, 0)

    assert operations.clear_plan(actor=person, plan=plan, checked_with="my nurse")
    assert moving(person)[1] > 0


def test_a_thing_of_ones_own_rests_too_also_when_it_becomes_exercise_later(client, person):
    client.force_login(person)
    operations.hold_exercise(actor=person, signs=["legs"])
    told = send(client, "/api/v1/activities/", OWN).json()
    tea = make_activity(person, title="Tea", kind=Kind.OTHER)
    plan_chunk(50)
    assert told["resting"] is True and told["next"] == []
    operations.edit_activity(actor=person, activity=tea, changes={"kind": Kind.EXERCISE})
    plan_chunk(50)

    assert moving(person) == (2, 0)
    with pytest.raises(RuleViolation, match="who checked you"):
        operations.resume_activity(actor=person, activity=tea)


def test_a_rest_with_an_end_does_not_wake_what_is_held(person):
    walk = make_activity(person)
    operations.hold_exercise(actor=person, signs=["legs"])
    operations.pause_activity(actor=person, activity=walk, until=(timezone.now() + timedelta(days=2)).date())
    move_clock(days=3)
    wake_rested()
    plan_chunk(50)

    assert moving(person) == (1, 0)


def test_the_hold_of_one_person_rests_nothing_of_another(text):
    operations.hold_exercise(actor=make_user(), signs=["legs"])
    other = make_user(time_zone=ACCRA)
    operations.start_plan(actor=other, template=text.template, words=text, answers={"bones": "no"})

    assert moving(other)[1] > 0
