"""What Today says beside each thing, and on a hard day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.html import escape

from selfcare import operations
from tests.factories.selfcare import make_activity, make_occurrence, make_plan, make_template

TODAY = "/today/"


@pytest.fixture
def noon(signed_in):
    """A moment of today, whatever the hour of the test."""
    return timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)


def test_a_hard_day_on_which_everything_waits_says_so_and_offers_no_plans(signed_in, noon):
    make_occurrence(make_activity(owner=signed_in.person, planned_through=None), due_at=noon)
    signed_in.post(reverse("selfcare:hard_day"))

    page = signed_in.get(TODAY).text

    assert "one thing waits for another day" in page
    assert "Everything can wait today. Drink when you can." in page
    assert "A plan is a few small things" not in page and "Nothing is planned for today." not in page


def test_a_hard_day_with_nothing_to_rest_counts_nothing(signed_in):
    signed_in.post(reverse("selfcare:hard_day"))

    page = signed_in.get(TODAY).text

    assert "wait for another day" not in page and "Everything can wait" not in page


@pytest.mark.parametrize(("verb", "word"), [(operations.mark_done, ", done at "), (operations.skip, ", skipped")])
def test_the_planned_time_stays_once_something_is_answered(signed_in, noon, verb, word):
    item = make_occurrence(make_activity(owner=signed_in.person, planned_through=None), due_at=noon)
    verb(actor=signed_in.person, occurrence=item)

    assert f"{escape(time_format(noon))}{word}" in signed_in.get(TODAY).text


@pytest.mark.parametrize(
    ("plan_key", "activity_key", "asks"),
    [("pain-check-in", "daily", True), ("pain-check-in", "weekly", False), ("fatigue-pacing", "daily", False)],
)
def test_the_daily_pain_number_leads_to_the_scale(signed_in, noon, plan_key, activity_key, asks):
    plan = make_plan(signed_in.person, template_key=plan_key)
    activity = make_activity(
        owner=signed_in.person, plan=plan, template_activity=activity_key, kind="check-in", planned_through=None
    )
    make_occurrence(activity, due_at=noon)

    page = signed_in.get(TODAY).text

    assert ("Add your number" in page) == asks
    assert (f'btn--main" href="{TODAY}#pain-h"' in page) == asks


def test_a_held_plan_lists_its_activities_in_the_order_of_its_template(signed_in):
    keys = ["zebra", "apple", "mango"]
    make_template(activities=[{"key": key, "kind": "exercise", "times": ["09:00"]} for key in keys])
    plan = make_plan(signed_in.person, held=True)
    for number, key in enumerate(["mango", "zebra", "apple"]):
        begins = timezone.now().date() + timedelta(days=number)
        make_activity(owner=signed_in.person, plan=plan, template_activity=key, starts_on=begins)

    page = signed_in.get(reverse("selfcare:running_plan", args=[plan.pk]))

    assert [activity.template_activity for activity in page.context["activities"]] == keys
