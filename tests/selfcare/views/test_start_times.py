"""When a plan's activities are due is chosen before it starts: at times, spread over the day, or every so often."""

from datetime import time

import pytest
from django.urls import reverse

from selfcare.models import Activity, Plan
from tests.factories.selfcare import ACCRA, make_template

PAGE = "/plan/start/walk/"
SAFE = {"gate_bones": "no", "walk-weekdays": ["0", "1", "2", "3", "4", "5", "6"], "channels": ["email"]}
SPREAD = {"walk-way": "spread", "walk-spread": "4", "walk-window_from": "08:00", "walk-window_to": "20:00"}
EVERY = {
    "walk-way": "elapsed", "walk-every": "90", "walk-unit": "minutes", "walk-window_from": "09:00",
    "walk-window_to": "12:00",
}  # fmt: skip
API = "/api/v1/plans/"
TIMES = "/api/v1/plan-templates/walk/next-times/"


@pytest.fixture
def page(signed_in, db):
    person = signed_in.get("/today/").wsgi_request.user
    person.time_zone = ACCRA
    person.save(update_fields=["time_zone"])
    make_template()
    return signed_in


def clocks(words):
    return {one.rsplit(" at ", 1)[1] for one in words}


@pytest.mark.parametrize(
    ("said", "times"),
    [
        (SPREAD, {"8 a.m.", "noon", "4 p.m.", "8 p.m."}),
        (EVERY, {"9 a.m.", "10:30 a.m.", "noon"}),
        (EVERY | {"walk-every": "1", "walk-unit": "hours"}, {"9 a.m.", "10 a.m.", "11 a.m.", "noon"}),
    ],
)  # fmt: skip
def test_the_next_three_times_are_told_in_words_and_then_saved_as_they_were_told(page, said, times):
    shown = page.post(PAGE, SAFE | said | {"show": "1"})
    [preview] = shown.context["previews"]
    assert len(preview.times) == 3 and clocks(preview.times) <= times
    assert all(words in shown.text for words in preview.times)
    assert not Plan.objects.exists()

    page.post(PAGE, SAFE | said)
    saved = page.get("/api/v1/activities/").json()[0]
    assert [one["words"] for one in saved["next"]] == preview.times
    assert clocks(one["words"] for one in saved["next"]) <= times


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        (SPREAD | {"walk-spread": "13"}, "walk-spread", "Enter 12 or less"),
        (SPREAD | {"walk-spread": ""}, "walk-spread", "Enter a number"),
        (SPREAD | {"walk-window_from": ""}, "walk-window_from", "Enter when your day begins and ends"),
        (SPREAD | {"walk-window_to": "07:00"}, "walk-window_to", "Enter a time after the first one"),
        (EVERY | {"walk-every": "5"}, "walk-every", "Choose from 15 minutes to 7 days"),
        (EVERY | {"walk-every": "soon"}, "walk-every", "whole number"),
        ({"walk-way": "wall", "walk-times": ["25:00"]}, "walk-times", "Enter a time, such as 10:30"),
        ({"walk-way": "sometimes"}, "walk-way", "Choose one of these"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_with_what_was_typed_and_starts_nothing(page, wrong, field, told):
    answer = page.post(PAGE, SAFE | wrong)

    form = answer.context["form"]
    assert told in " ".join(form.errors[field])
    assert set(form.errors) == {field}
    assert {name: form[name].value() for name in wrong} == wrong
    assert not Plan.objects.exists()


def test_what_belongs_to_another_way_is_not_asked_about(page):
    nonsense = {"walk-times": ["soon"], "walk-every": "x", "walk-unit": "weeks"}
    page.post(PAGE, SAFE | SPREAD | nonsense)

    assert Activity.objects.get().wall_times() == (time(8), time(12), time(16), time(20))


def test_a_form_without_a_way_means_the_templates_own(page):
    page.post(PAGE, SAFE | {"walk-times": ["07:15"]})

    assert (Activity.objects.get().schedule_kind, Activity.objects.get().times) == ("wall", [time(7, 15)])


def test_a_plan_begun_again_stands_in_the_form_as_it_was(page):
    page.post(PAGE, SAFE | EVERY)
    page.post(reverse("selfcare:stop_plan", args=[Plan.objects.get().pk]))
    form = page.get(PAGE, {"again": "1"}).context["form"]

    assert {name: str(form[name].value()) for name in EVERY} == EVERY | {
        "walk-window_from": "09:00:00", "walk-window_to": "12:00:00",
    }  # fmt: skip
    assert form["gate_bones"].value() is None


@pytest.mark.parametrize("rhythm", [{"spread": 3}, {"every_minutes": 360}])
def test_programs_are_told_the_next_times_and_start_with_them(page, rhythm):
    rhythm = {**rhythm, "window": ["08:00", "20:00"]}
    told = page.post(TIMES, {"rhythms": {"walk": rhythm}}, content_type="application/json").json()
    assert clocks(one["words"] for one in told[0]["next"]) == {"8 a.m.", "2 p.m.", "8 p.m."}
    assert not Plan.objects.exists()

    start = {"template": "walk", "answers": {"bones": "no"}, "rhythms": {"walk": rhythm}}
    assert page.post(API, start, content_type="application/json").status_code == 201
    assert page.get("/api/v1/activities/").json()[0]["next"] == told[0]["next"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"walk": {"spread": 13, "window": ["08:00", "20:00"]}}, "no_rhythm"),
        ({"walk": {"spread": 3}}, "no_rhythm"),
        ({"walk": {"every_minutes": 5, "window": ["08:00", "20:00"]}}, "no_rhythm"),
        ({"walk": {"times": ["25:00"]}}, "unread"),
        ({"walk": {"after_minutes": 60}}, "unread"),
        ({"walk": {}}, "unread"),
        ({"run": {"times": ["09:00"]}}, "unread"),
    ],
)
def test_a_rhythm_that_makes_no_sense_starts_nothing(page, said, code):
    for path, more in ((API, {"template": "walk", "answers": {"bones": "no"}}), (TIMES, {})):
        answer = page.post(path, {**more, "rhythms": said}, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert not Plan.objects.exists()
