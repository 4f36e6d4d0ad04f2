"""Starting a plan, and the gate that holds it."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, Occurrence, Plan, PlanTemplateText
from selfcare.operations import Choice
from selfcare.operations.planning import plan_chunk
from selfcare.operations.templates import load_all
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import make_template


@pytest.fixture
def person(db):
    return make_user(time_zone="Africa/Accra")


def start(person, text, answers=None, **more):
    answers = {"bones": "no"} if answers is None else answers
    return operations.start_plan(actor=person, template=text.template, words=text, answers=answers, **more)


def test_an_item_a_minute_away_is_planned_by_starting(person):
    soon = timezone.localtime(
        handrail_now() + timedelta(minutes=1), Activity(zone_policy="follow").zone("Africa/Accra")
    )
    start(person, make_template(), choices={"walk": Choice(times=[time(soon.hour, soon.minute)])})

    first = Occurrence.objects.order_by("due_at").first()
    assert first.due_at <= handrail_now() + timedelta(minutes=1)
    assert set(Delivery.objects.filter(subject_key=first.subject_key).values_list("channel", "state")) == {
        ("email", "pending"),
        ("in_app", "pending"),
    }


def test_what_a_person_chose_wins_over_the_template(person):
    choice = Choice(times=[time(7), time(19)], weekdays=[1, 3], travel="home", discreet=True, channels=("email",))
    start(person, make_template(), choices={"walk": choice})

    activity = Activity.objects.get()
    assert (activity.times, activity.weekdays) == ([time(7), time(19)], [1, 3])
    assert (activity.zone_policy, activity.home_zone, activity.discreet) == ("home", "Africa/Accra", True)
    assert activity.channels == ["email"]
    assert (activity.title, activity.text, activity.minutes) == ("A short walk", "Slowly", 5)


@pytest.mark.parametrize("answer", ["yes", "unsure", "perhaps"])
def test_any_answer_but_the_safe_one_holds_the_plan(person, answer):
    plan = start(person, make_template(), {"bones": answer})

    assert plan.is_held
    assert Activity.objects.get().planned_through is None
    assert plan_chunk(10) == 0
    assert not Occurrence.objects.exists()
    assert not Delivery.objects.exists()
    assert Plan.objects.get().gate == {"answers": {"bones": answer}}


def test_nothing_wakes_a_held_plan_but_being_cleared(person):
    plan = start(person, make_template(), {"bones": "unsure"})
    activity = Activity.objects.get()
    operations.edit_activity(actor=person, activity=activity, changes={"times": [time(6)]})
    operations.pause_activity(actor=person, activity=activity, until=None)
    operations.resume_activity(actor=person, activity=activity)
    operations.replan_for_new_zone(actor=person)
    assert not Occurrence.objects.exists()

    assert operations.clear_plan(actor=person, plan=plan, checked_with="my physiotherapist") is True

    assert Occurrence.objects.filter(state="planned").exists()
    plan.refresh_from_db()
    assert (plan.held_at, plan.gate["checked_with"]) == (None, "my physiotherapist")
    assert plan.cleared_at is not None
    assert operations.clear_plan(actor=person, plan=plan, checked_with="again") is False


def test_clearing_asks_whom_one_has_asked(person):
    plan = start(person, make_template(), {"bones": "yes"})

    with pytest.raises(RuleViolation):
        operations.clear_plan(actor=person, plan=plan, checked_with="  ")
    assert Plan.objects.get().is_held


def test_nobody_clears_or_stops_somebody_elses_plan(person):
    plan, stranger = start(person, make_template(), {"bones": "yes"}), make_user()

    assert operations.clear_plan(actor=stranger, plan=plan, checked_with="me") is False
    assert operations.stop_plan(actor=stranger, plan=plan) is False
    plan.refresh_from_db()
    assert (plan.is_held, plan.stopped_at) == (True, None)


def test_a_plan_of_four_days_has_four_days_after_it_was_held(person):
    text = make_template(activities=[{"key": "walk", "kind": "exercise", "times": ["09:00"], "days": 4}])
    plan = start(person, text, {"bones": "yes"})
    move_clock(days=10)
    operations.clear_plan(actor=person, plan=plan, checked_with="my nurse")

    activity = Activity.objects.get()
    assert activity.starts_on == handrail_now().date()
    assert activity.ends_on - activity.starts_on == timedelta(days=3)


def test_a_question_without_an_answer_is_told_beside_it(person):
    with pytest.raises(RuleViolation) as refused:
        start(person, make_template(), {})
    assert refused.value.field == "gate_bones"
    assert not Plan.objects.exists()


def test_the_same_plan_does_not_run_twice_but_may_start_again(person):
    text = make_template()
    plan = start(person, text)
    with pytest.raises(RuleViolation):
        start(person, text)

    assert operations.stop_plan(actor=person, plan=plan) is True
    assert operations.stop_plan(actor=person, plan=plan) is False
    assert start(person, text).pk != plan.pk


def test_stopping_a_plan_takes_all_its_reminders_back(person):
    plan = start(person, make_template())
    other = start(person, make_template("swim"))
    operations.stop_plan(actor=person, plan=plan)

    wanted = set(Delivery.objects.filter(state="pending").values_list("subject_key", flat=True))
    left = Occurrence.objects.filter(activity__plan=other, state="planned")
    assert wanted == {slot.subject_key for slot in left}


def test_nothing_chosen_is_no_plan(person):
    with pytest.raises(RuleViolation):
        start(person, make_template(), choices={})


def test_the_opening_templates_load_once_and_can_all_be_started(person):
    assert load_all() == 12
    assert load_all() == 0
    for text in PlanTemplateText.objects.select_related("template"):
        answers = {question["key"]: question["safe"] for question in text.template.gate}
        plan = start(person, text, answers)
        assert not plan.is_held
        assert all(activity.title and activity.planned_through for activity in Activity.objects.filter(plan=plan))


def test_what_an_editor_changed_is_not_loaded_over(person):
    load_all()
    PlanTemplateText.objects.filter(template__key="strength").update(title="Two days of strength")
    load_all()

    assert PlanTemplateText.objects.get(template__key="strength").title == "Two days of strength"
