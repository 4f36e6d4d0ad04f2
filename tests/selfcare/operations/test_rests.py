"""Rests from one day to another, treatment weeks, and coming back with a little less."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, Occurrence, Pause
from selfcare.operations.planning import plan_chunk
from selfcare.operations.rests import wake_rested
from selfcare.reads import week
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity

NOON = [time(12)]


@pytest.fixture
def person(db):
    return make_user(time_zone=ACCRA)


@pytest.fixture
def today():
    return handrail_now().date()  # Accra is at UTC


def kinds_awake(person, at: datetime) -> set[str]:
    return {row.kind for row in Activity.objects.owned_by(person) if not row.is_resting(at)}


def days_planned(activity) -> set[date]:
    return {slot.due_at.date() for slot in activity.occurrences.filter(state="planned")}


def test_a_rest_ahead_leaves_out_its_days_and_no_other(person, today):
    activity = make_activity(owner=person, times=[time(0), time(23, 50)], minutes=20)
    tomorrow = today + timedelta(days=1)
    plan_chunk(10)
    operations.plan_rest(actor=person, begins_on=tomorrow, ends_on=tomorrow + timedelta(days=2), why="A trip")

    assert tomorrow not in days_planned(activity)
    ringing = {row.due_at.date() for row in Delivery.objects.filter(state="pending")}
    assert tomorrow not in ringing
    move_clock(days=2)
    plan_chunk(10)
    assert min(day for day in days_planned(activity) if day > tomorrow) == tomorrow + timedelta(days=3)
    assert [cell.look for cell in next(one for one in week(person, 0).days if one.day == today).cells] != []


def test_after_two_days_or_more_exercise_comes_back_a_step_lighter_and_the_rest_as_it_was(person, today):
    walk = make_activity(owner=person, minutes=20)
    tea = make_activity(owner=person, kind="hydration", ml=250, minutes=20, title="Tea")
    operations.plan_rest(actor=person, begins_on=today, ends_on=today + timedelta(days=2))
    assert wake_rested() == 0
    move_clock(days=3)

    assert wake_rested() == 2
    walk.refresh_from_db()
    tea.refresh_from_db()
    assert (walk.minutes, walk.usual_minutes, walk.rests) == (15, 20, [])
    assert (tea.minutes, tea.usual_minutes, tea.rests) == (20, None, [])
    assert wake_rested() == 0
    assert [operations.step_up(actor=person, activity=walk) for _n in range(3)] == [True, True, False]


def test_a_rest_of_a_night_makes_nothing_lighter(person, today):
    walk = make_activity(owner=person, minutes=20)
    operations.pause_activity(actor=person, activity=walk, until=today + timedelta(days=1))
    operations.resume_activity(actor=person, activity=walk)
    walk.refresh_from_db()
    assert (walk.minutes, walk.usual_minutes) == (20, None)


def test_one_kind_rests_and_the_others_go_on(person, today):
    for kind in ("exercise", "diet", "hydration"):
        make_activity(owner=person, kind=kind)
    operations.plan_rest(actor=person, begins_on=today, ends_on=today, kind="diet")

    assert kinds_awake(person, handrail_now()) == {"exercise", "hydration"}


def test_a_treatment_week_keeps_drinking_check_ins_and_the_essentials(person, today):
    for kind in ("exercise", "diet", "hydration", "check-in", "rest"):
        make_activity(owner=person, kind=kind)
    make_activity(owner=person, kind="diet", essential=True, title="Something small to eat")
    make_activity(owner=person, kind="exercise", essential=True, title="A walk")
    operations.plan_rest(actor=person, begins_on=today, ends_on=today + timedelta(days=6), variant="chemo")

    rows = Activity.objects.owned_by(person)
    awake = {(row.kind, row.essential) for row in rows if not row.is_resting(handrail_now())}
    assert awake == {("hydration", False), ("check-in", False), ("diet", True)}


def test_ending_a_rest_early_plans_the_rest_of_the_day(person, today):
    activity = make_activity(owner=person, times=[time(23, 59)], minutes=5)
    pause = operations.plan_rest(actor=person, begins_on=today, ends_on=today + timedelta(days=6))
    assert days_planned(activity) == set()

    assert [operations.end_rest(actor=person, pause=pause) for _n in range(2)] == [True, False]
    assert today in days_planned(activity)


def test_a_rest_planned_now_never_wakes_what_rests_without_an_end(person, today):
    walk = make_activity(owner=person, minutes=10)
    tea = make_activity(owner=person, kind="hydration")
    operations.hold_exercise(actor=person, signs=["legs"])
    operations.plan_rest(actor=person, begins_on=today, ends_on=today)
    move_clock(days=2)
    wake_rested()

    walk.refresh_from_db()
    tea.refresh_from_db()
    assert walk.is_resting(handrail_now()) and not tea.is_resting(handrail_now())
    assert operations.resume_everything(actor=person) == 0
    with pytest.raises(RuleViolation, match="until you have been checked"):
        operations.resume_activity(actor=person, activity=walk)


def test_a_danger_sign_outlasts_a_rest_that_was_planned_before_it(person, today):
    walk = make_activity(owner=person, minutes=10)
    operations.plan_rest(actor=person, begins_on=today, ends_on=today + timedelta(days=1))
    operations.hold_exercise(actor=person, signs=["legs"])
    move_clock(days=5)
    wake_rested()
    plan_chunk(10)

    walk.refresh_from_db()
    assert walk.is_resting(handrail_now())
    assert not Occurrence.objects.filter(activity=walk, state="planned", due_at__gt=handrail_now()).exists()


@pytest.mark.parametrize(
    ("begins", "ends", "kind", "code"),
    [(0, -1, "", "backwards"), (-9, -8, "", "over"), (0, 3, "heat-cold", "nothing_rests")],
)
def test_what_cannot_be_rested_is_told(person, today, begins, ends, kind, code):
    activity = make_activity(owner=person)
    with pytest.raises(RuleViolation) as no:
        operations.plan_rest(
            actor=person, begins_on=today + timedelta(days=begins), ends_on=today + timedelta(days=ends), kind=kind
        )
    assert no.value.code == code
    activity.refresh_from_db()
    assert activity.rests == []
    assert not Pause.objects.exists()


def test_the_reason_is_sealed_and_only_the_persons_own(person, today, client):
    make_activity(owner=person)
    pause = operations.plan_rest(actor=person, begins_on=today, ends_on=None, why="Zebrafish week")
    assert b"Zebrafish" not in bytes(Pause.objects.values_list("why_sealed", flat=True).get())

    client.force_login(make_user())
    assert client.post(f"/plan/rest/{pause.pk}/end/").status_code == 404
    assert client.delete(f"/api/v1/rests/{pause.pk}/").status_code == 404
    client.force_login(person)
    assert "Zebrafish week" in client.get("/plan/").text
    assert client.get("/api/v1/rests/").json()[0]["why"] == "Zebrafish week"
    assert client.delete(f"/api/v1/rests/{pause.pk}/").status_code == 204
    assert "Zebrafish week" not in client.get("/plan/").text


def test_the_whole_plan_rests_and_wakes(signed_in):
    make_activity(owner=signed_in.person)
    over = {"begins_on": "2020-01-01", "ends_on": "2020-01-02", "variant": "rest", "kind": "", "why": "Words kept"}
    page = signed_in.post(reverse("selfcare:rest_plan"), over)
    assert "not over yet" in page.text and "Words kept" in page.text
    signed_in.post(reverse("selfcare:rest_plan"), over | {"begins_on": str(timezone.localdate()), "ends_on": ""})
    assert "Wake my plan" in signed_in.get(reverse("selfcare:plan")).text
    signed_in.post(reverse("selfcare:resume_plan"))
    assert "Rest my plan" in signed_in.get(reverse("selfcare:plan")).text
