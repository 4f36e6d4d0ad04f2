"""The calendar's address, the weekly letter, a hard day, the aim and a newer version, through the API."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.notifications.models import Delivery, Preference
from selfcare import operations
from selfcare.models import Activity, HardDay, Plan, PlanTemplateText
from selfcare.models.letter import LETTER
from selfcare.operations.templates import keep_version
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence, make_template

CALENDAR, LETTERS, AIM, HARD = "/api/v1/calendar/", "/api/v1/letter/", "/api/v1/water/aim/", "/api/v1/today/hard-day/"


def send(client, method, path, data=None, **more):
    return getattr(client, method)(path, data or {}, content_type="application/json", **more)


def file_of(address):
    return Client().get(address.split("//", 1)[1].partition("/")[2].join(("/", "")))


def test_the_calendar_address_is_made_changed_and_stopped(signed_in):
    assert signed_in.get(CALENDAR).json() == {"address": None, "made_at": None}
    key = {"Idempotency-Key": "calendar-1"}
    first, repeated = (send(signed_in, "post", CALENDAR, headers=key).json() for _n in range(2))
    assert first == repeated == signed_in.get(CALENDAR).json()
    assert first["address"] in signed_in.get(reverse("selfcare:calendar")).text
    assert file_of(first["address"])["Content-Type"].startswith("text/calendar")

    second = send(signed_in, "post", CALENDAR).json()
    assert (file_of(first["address"]).status_code, file_of(second["address"]).status_code) == (404, 200)
    assert signed_in.delete(CALENDAR).status_code == 204
    assert file_of(second["address"]).status_code == 404


def test_the_weekly_letter_is_turned_off_and_on_and_its_newest_is_told(signed_in):
    person, now = signed_in.person, handrail_now()
    make_entry(person, worst=6)
    said = signed_in.get(LETTERS).json()
    assert said["on"] is True and said["next_at"] is not None and said["latest"] is None
    for owner in (make_user(), person):
        Delivery.objects.create(
            kind=LETTER, subject_key=f"letter:{now.date()}", channel="email", recipient=owner, due_at=now,
            next_try_at=now, not_after=now + timedelta(hours=1), state="sent", sent_at=now,
        )  # fmt: skip

    latest = signed_in.get(LETTERS).json()["latest"]
    assert not any("6" in line for line in latest["lines"][1:])  # the first one greets by name
    told = send(signed_in, "post", LETTERS, {"numbers": True}).json()
    assert (told["on"], told["numbers"]) == (True, True)
    assert "Your worst pain each day was between 6 and 6." in told["latest"]["lines"]
    assert send(signed_in, "post", LETTERS, {"on": False}).json()["on"] is False
    assert Preference.objects.get(user=person).wanted is False
    assert send(signed_in, "post", LETTERS, {"on": True}).json()["on"] is True
    assert send(signed_in, "post", LETTERS).status_code == 400


def test_a_hard_day_is_one_act_and_taken_back_by_another(signed_in):
    make_occurrence(make_activity(signed_in.person, planned_through=None), due_at=handrail_now())
    answers = [send(signed_in, "post", HARD).json() for _n in range(2)]
    assert answers == [{"changed": True}, {"changed": False}]
    today = signed_in.get("/api/v1/today/").json()
    assert (today["hard_day"], today["items"]) == (True, [])
    assert "Show my whole day" in signed_in.get(reverse("home:today")).text

    assert send(signed_in, "delete", HARD).json() == {"changed": True}
    assert not HardDay.objects.exists()


def test_the_aim_is_what_the_page_shows_and_a_limit_is_kept(signed_in):
    plain = {"limited": False, "cup_ml": 250, "bed_at": "22:00", "treatment_cups": None}
    assert signed_in.get(AIM).json() == plain | {"cups": 8}
    said = send(signed_in, "post", AIM, {"cups": 5, "limited": True}).json()
    assert said == signed_in.get(AIM).json() == plain | {"cups": 5, "limited": True}
    assert send(signed_in, "post", AIM, {"cup_ml": 200}).json() == said | {"cup_ml": 200}, "what is left out stays"
    page = signed_in.get(reverse("selfcare:aim")).text
    assert 'value="5"' in page and 'value="200"' in page
    assert signed_in.get("/api/v1/water/").json()["limited"] is True
    assert send(signed_in, "post", AIM, {"cups": 99}).json()["fields"].keys() == {"cups"}


def test_the_rest_of_exercise_is_told_and_ended_by_the_same_word(signed_in):
    make_activity(signed_in.person)
    assert signed_in.get("/api/v1/diary/held/").json() == {"held": False, "since": None, "signs": []}
    operations.hold_exercise(actor=signed_in.person, signs=["legs"])
    held = signed_in.get("/api/v1/diary/held/").json()
    assert (held["held"], held["signs"]) == (True, ["legs"])

    assert send(signed_in, "post", "/api/v1/diary/checked/", {"checked_with": "my nurse"}).json() == {"changed": True}
    assert signed_in.get("/api/v1/diary/held/").json()["held"] is False


@pytest.fixture
def plan(signed_in):
    """A plan of version 1 at eleven on Mondays, whose template has a version 2 now."""
    text = make_template("walk")
    choice = operations.Choice(times=[handrail_now().replace(hour=11, minute=0).time()], weekdays=[0])
    plan = operations.start_plan(
        actor=signed_in.person, template=text.template, words=text, answers={"bones": "no"}, choices={"walk": choice}
    )
    raise_version(text)
    return plan


def raise_version(text):
    text.template.version += 1
    text.template.activities = [{"key": "walk", "kind": "exercise", "times": ["09:00"], "minutes": 10}]
    text.template.save()
    keep_version(text.template, None)


def test_a_newer_version_is_offered_and_taken_with_ones_own_times(signed_in, plan):
    page = f"/api/v1/plans/{plan.pk}/"
    offer = signed_in.get(f"{page}newer/").json()
    assert (offer["version"], offer["newer"]["version"], offer["declined"]) == (1, 2, False)
    assert "safe" not in offer["newer"]["questions"][0]
    missing = send(signed_in, "post", f"{page}renew/", {"answers": {}})
    assert (missing.status_code, missing.json()["code"]) == (409, "no_answer")
    assert Plan.objects.get(stopped_at=None) == plan, "the old one still runs"

    taken = send(signed_in, "post", f"{page}renew/", {"answers": {"bones": "no"}})
    assert (taken.status_code, taken.json()["version"]) == (201, 2)
    [now] = Activity.objects.owned_by(signed_in.person).filter(stopped_at=None)
    assert (now.minutes, [f"{one:%H}" for one in now.times], list(now.weekdays)) == (10, ["11"], [0])
    new = f"/api/v1/plans/{taken.json()['id']}/"
    assert signed_in.get(f"{new}newer/").json() == {"version": 2, "newer": None, "declined": False}
    assert send(signed_in, "post", f"{new}renew/", {"answers": {"bones": "no"}}).json()["code"] == "no_newer"


def test_the_gate_of_a_newer_version_holds_here_too(signed_in, plan):
    taken = send(signed_in, "post", f"/api/v1/plans/{plan.pk}/renew/", {"answers": {"bones": "unsure"}}).json()

    assert taken["state"] == "waiting"
    assert not Activity.objects.filter(stopped_at=None, planned_through__isnull=False).exists()


def test_a_version_that_was_declined_is_not_offered_again_on_the_page_and_the_next_one_is(signed_in, plan):
    page, api = reverse("selfcare:running_plan", args=[plan.pk]), f"/api/v1/plans/{plan.pk}/"
    assert "There is a newer version of this plan" in signed_in.get(page).text
    answers = [send(signed_in, "post", f"{api}decline/").json() for _n in range(2)]
    assert answers == [{"changed": True}, {"changed": False}]
    assert "There is a newer version of this plan" not in signed_in.get(page).text
    assert signed_in.get(f"{api}newer/").json()["declined"] is True

    raise_version(PlanTemplateText.objects.select_related("template").get())
    assert "There is a newer version of this plan" in signed_in.get(page).text
    assert signed_in.post(reverse("selfcare:decline_version", args=[plan.pk])).url == page
    assert "There is a newer version of this plan" not in signed_in.get(page).text
    plan.refresh_from_db()
    assert (plan.template_version, plan.declined_version) == (1, 3)


def test_the_form_of_a_newer_version_begins_with_the_times_of_the_plan_that_runs(signed_in, plan):
    page = signed_in.get(reverse("selfcare:start_plan", args=["walk"]), {"renew": "1"})

    form = page.context["form"]
    assert [f"{one:%H}" for one in form["walk-times"].initial] == ["11"] and form["walk-weekdays"].initial == [0]


def test_a_stranger_has_no_part_in_it(client, plan):
    client.force_login(make_user())
    paths = [f"/api/v1/plans/{plan.pk}/{act}/" for act in ("newer", "renew", "decline")]

    assert [send(client, "get" if "newer" in path else "post", path).status_code for path in paths] == [404] * 3
    assert client.post(reverse("selfcare:decline_version", args=[plan.pk])).status_code == 404
    assert client.get(LETTERS).json()["latest"] is None
