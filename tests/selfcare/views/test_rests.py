"""What a person sees of what rests: on Today at once, in "Your rests", on the page of one thing, and by a program."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.local_time import zone_of
from selfcare import operations
from selfcare.models import Activity, Kind, Occurrence, Pause
from tests.factories.selfcare import GATE, afternoon, make_activity, make_occurrence, make_plan, make_template

TODAY, WEEK = "/today/", reverse("selfcare:plan")


@pytest.fixture
def noon(signed_in):
    """It is past noon where the person is, whenever a test runs."""
    signed_in.person.time_zone = afternoon()
    signed_in.person.save(update_fields=["time_zone"])
    here = timezone.localtime(timezone=zone_of(signed_in.person.time_zone))
    return here.replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def walk(signed_in, noon):
    """A walk that is due today, and a tea to drink."""
    person = signed_in.person
    walk = make_activity(person, title="A walk of mine", planned_through=None)
    make_occurrence(walk, due_at=noon)
    make_occurrence(make_activity(person, title="Lime tea", kind=Kind.HYDRATION, planned_through=None), due_at=noon)
    return walk


def rest(client, **more):
    said = {"variant": "rest", "kind": "", "begins_on": str(timezone.localdate()), "ends_on": "", "why": ""}
    assert client.post(reverse("selfcare:rest_plan"), said | more).status_code == 302


def on_today(client):
    """What the page, and the list that programs and a device without a connection have, show as to do."""
    page, told = client.get(TODAY).text, client.get("/api/v1/today/").json()
    shown = {item["title"] for item in told["items"]}
    assert {title for title in ("A walk of mine", "Lime tea") if title in page} == shown
    return shown, told["asleep"]


def test_after_a_danger_sign_what_is_due_leaves_today_at_once_and_comes_back_when_somebody_checked(signed_in, walk):
    assert on_today(signed_in) == ({"A walk of mine", "Lime tea"}, 0)
    operations.log_pain(actor=signed_in.person, payload={"danger": ["legs"]})
    page = signed_in.get(TODAY).text
    assert on_today(signed_in) == ({"Lime tea"}, 1)
    assert "One thing of today is resting, and does not count against you." in page and "data-timer" not in page

    signed_in.post(reverse("selfcare:checked"), {"checked_with": "my nurse"})
    assert on_today(signed_in) == ({"A walk of mine", "Lime tea"}, 0)


def test_later_does_not_move_what_rests(signed_in, walk):
    slot = Occurrence.objects.get(activity=walk)
    operations.hold_exercise(actor=signed_in.person, signs=["legs"])
    page = signed_in.post(reverse("selfcare:later", args=[slot.pk]), {"turn": "0"}, follow=True).text
    told = signed_in.post(f"/api/v1/today/{slot.pk}/later/", {}, content_type="application/json")

    assert "This rests now and does not ring. Nothing counts against you." in page
    assert (told.status_code, told.json()["code"]) == (409, "rests")
    slot.refresh_from_db()
    assert slot.snooze_no == 0


def test_a_whole_plan_that_rests_leaves_nothing_on_today_but_a_kind_word(signed_in, walk):
    rest(signed_in)
    page = signed_in.get(TODAY).text
    assert on_today(signed_in) == (set(), 2)
    assert "2 things of today are resting, and do not count against you." in page and "Everything can wait." in page

    Occurrence.objects.all().delete()  # another day
    page = signed_in.get(TODAY).text
    assert page.count("Your plan is resting.") == 2 and "A plan is a few small things" not in page
    rest_row = Pause.objects.get()
    signed_in.post(reverse("selfcare:end_rest", args=[rest_row.pk]))
    assert "Your plan is resting." not in signed_in.get(TODAY).text


def test_what_waits_for_the_team_is_not_to_be_done_today_either(signed_in, noon):
    plan = make_plan(signed_in.person)
    make_occurrence(make_activity(signed_in.person, plan=plan, title="A walk of mine"), due_at=noon)
    assert on_today(signed_in) == ({"A walk of mine"}, 0)
    plan.held_at = timezone.now()
    plan.save()
    assert on_today(signed_in) == (set(), 1)


def test_your_rests_lists_all_that_holds_and_ending_one_leaves_the_others(signed_in, walk):
    today = timezone.localdate()
    signed_in.post(reverse("selfcare:rest_activity", args=[walk.pk]), {"rest-until": ""})
    rest(signed_in, kind="hydration", ends_on=str(today))
    rest(signed_in, variant="chemo", begins_on=str(today + timedelta(days=7)), ends_on=str(today + timedelta(days=9)))
    operations.hold_exercise(actor=signed_in.person, signs=["legs"])
    page = signed_in.get(WEEK).text
    box = page[page.index('id="rests-h"') : page.index('id="ease-h"')]

    assert [words in box for words in ("A walk of mine", "Drinking", "Treatment week", "Whatever moves you")] == [
        True
    ] * 4
    told = signed_in.get("/api/v1/rests/").json()
    assert sorted(str(one["activity"]) for one in told) == sorted([str(walk.pk), "None", "None"])
    alone = next(one["id"] for one in told if one["activity"])
    operations.clear_exercise(actor=signed_in.person, checked_with="my nurse")
    assert "Take it up again" in signed_in.get(reverse("selfcare:activity", args=[walk.pk])).text, (
        "its own rest goes on"
    )

    page = signed_in.post(reverse("selfcare:end_rest", args=[alone]), follow=True).text
    assert "This rest is over. Some of your plan still rests" in page
    assert on_today(signed_in) == ({"A walk of mine"}, 1)
    ahead = Activity.objects.get(pk=walk.pk).rests
    assert [turn.astimezone(zone_of(signed_in.person.time_zone)).date() for turn in ahead] == [
        today + timedelta(days=7), today + timedelta(days=10),
    ]  # fmt: skip


def test_what_is_taken_up_again_is_named_beside_the_rest_that_goes_on_without_it(signed_in, walk):
    rest(signed_in)
    signed_in.post(reverse("selfcare:resume_activity", args=[walk.pk]))
    page = signed_in.get(WEEK).text

    assert "Taken up again: A walk of mine" in page and "Wake my plan" not in page
    assert on_today(signed_in) == ({"A walk of mine"}, 1)


def test_a_rest_that_is_over_is_listed_no_more(signed_in, walk):
    today = timezone.localdate()
    Pause.objects.create(
        owner=signed_in.person, begins_on=today - timedelta(days=3), ends_on=today - timedelta(days=1),
        made_at=timezone.now() - timedelta(days=4),
    )  # fmt: skip
    assert 'id="rests-h"' not in signed_in.get(WEEK).text
    assert signed_in.get("/api/v1/rests/").json() == []


def test_what_begins_while_the_plan_rests_rests_with_it_and_says_so(signed_in, walk):
    make_template()
    rest(signed_in)
    said = {"gate_bones": "no", "walk-weekdays": ["0"], "walk-times": ["09:00"], "channels": ["in_app"]}
    page = signed_in.post(reverse("selfcare:start_plan", args=["walk"]), said, follow=True).text
    assert "Your plan has started, and some of it rests for now." in page

    sent = {"title": "Tea", "kind": "other", "rhythm": {"times": ["09:00"]}}
    told = signed_in.post("/api/v1/activities/", sent, content_type="application/json").json()
    assert (told["resting"], told["next"]) == (True, [])


def test_the_next_times_of_a_program_leave_out_the_days_that_rest(signed_in):
    today = timezone.localdate()
    thing = make_activity(signed_in.person, kind=Kind.OTHER, starts_on=today, channels=[])
    for first in (1, 3):
        rest(signed_in, begins_on=str(today + timedelta(days=first)), ends_on=str(today + timedelta(days=first)))
    days = {one["at"][:10] for one in signed_in.get(f"/api/v1/activities/{thing.pk}/").json()["next"]}

    assert not {str(today + timedelta(days=n)) for n in (1, 3)} & days
    assert {str(today + timedelta(days=n)) for n in (2, 4)} <= days


@pytest.mark.parametrize(("answer", "sign"), [("yes", "Weak, heavy or numb legs"), ("unsure", "something urgent")])
def test_a_dangerous_answer_at_a_gate_lays_every_exercise_to_rest(signed_in, walk, answer, sign):
    make_template("back", gate=[{"key": "legs", "safe": "no", "danger": True}])
    sent = {"template": "back", "answers": {"legs": answer}}
    assert signed_in.post("/api/v1/plans/", sent, content_type="application/json").status_code == 201

    assert on_today(signed_in) == ({"Lime tea"}, 1)
    page = signed_in.get(TODAY).text
    assert "Your exercises are resting" in page and sign in page


@pytest.mark.parametrize("gate", [GATE, [{"key": "safe-now", "safe": "no", "danger": "crisis"}]])
def test_an_answer_that_is_no_sign_of_the_body_holds_its_own_plan_alone(signed_in, walk, gate):
    text = make_template("back", gate=gate)
    answers = {gate[0]["key"]: "yes"}
    plan = operations.start_plan(actor=signed_in.person, template=text.template, words=text, answers=answers)

    assert plan.is_held and on_today(signed_in) == ({"A walk of mine", "Lime tea"}, 0)


def test_a_newer_version_keeps_the_rest_of_what_it_replaces(signed_in):
    text = make_template()
    told = {"actor": signed_in.person, "template": text.template, "words": text, "answers": {"bones": "no"}}
    plan = operations.start_plan(**told)
    old = Activity.objects.get(plan=plan)
    operations.pause_activity(actor=signed_in.person, activity=old, until=timezone.localdate() + timedelta(days=5))
    new = operations.renew_plan(plan=plan, **told)

    mine = Activity.objects.get(plan=new)
    assert mine.is_resting(timezone.now()) and len(mine.rests) == 2
    assert Pause.objects.filter(ended_at=None).values_list("activity", flat=True).get() == mine.pk
