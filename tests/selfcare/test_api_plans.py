"""Plans, activities and rests for programs: the same doors and operations as the pages."""

import pytest

from selfcare.models import Activity
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_plan, make_template

OWN = {"title": "Call my sister", "kind": "other", "rhythm": {"times": ["10:15"], "weekdays": [0, 3]}}
API = "/api/v1/activities/"


def send(client, method, path, data=None):
    return getattr(client, method)(path, data or {}, content_type="application/json")


def test_an_own_activity_is_added_changed_rested_and_taken_out(signed_in):
    made = send(signed_in, "post", API, OWN)
    assert made.status_code == 201
    said = made.json()
    assert (said["words"], said["plan"], len(said["next"])) == ("Monday and Thursday at 10:15 a.m.", None, 3)

    page = f"{API}{said['id']}/"
    changed = send(signed_in, "patch", page, {"rhythm": {"spread": 3, "window": ["08:00", "20:00"]}, "minutes": 10})
    assert changed.json()["words"] == "Monday and Thursday at 8 a.m., 2 p.m. and 8 p.m."
    assert send(signed_in, "post", f"{page}rest/").json() == {"changed": True}
    assert signed_in.get(page).json()["resting"] is True
    assert send(signed_in, "post", f"{page}resume/").json() == {"changed": True}
    assert send(signed_in, "post", f"{page}resume/").json() == {"changed": False}
    assert [one["id"] for one in signed_in.get(API).json()] == [said["id"]]
    assert signed_in.delete(page).status_code == 204
    assert signed_in.get(page).status_code == 404


def test_a_change_may_say_the_first_time_and_nothing_it_says_is_passed_over(signed_in):
    rhythm = {"every_minutes": 360, "first_time": "06:00", "starts_on": "2027-03-01"}
    page = f"{API}{send(signed_in, 'post', API, OWN | {'rhythm': rhythm}).json()['id']}/"
    assert send(signed_in, "patch", page, {"rhythm": {"time": ["08:00"]}}).json()["code"] == "unknown_part"

    changed = send(signed_in, "patch", page, {"rhythm": {"first_time": "07:30"}}).json()
    assert changed["next"][0]["words"].endswith(" 1 March at 7:30 a.m.")
    again = send(signed_in, "patch", page, {"rhythm": changed["rhythm"]})
    assert again.json()["next"] == changed["next"]


def test_the_next_times_are_told_before_anything_is_saved(signed_in):
    told = send(signed_in, "post", f"{API}next-times/", OWN).json()

    assert [one["words"].split(" at ")[1] for one in told] == ["10:15 a.m."] * 3
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"title": ""}, 400, "invalid"),
        ({"kind": "moon"}, 400, "invalid"),
        ({"rhythm": "daily"}, 400, "invalid"),
        ({"rhythm": {"times": ["25:00"]}}, 409, "unread"),
        ({"rhythm": {"times": []}}, 409, "no_rhythm"),
        ({"rhythm": {"time": ["08:00"]}}, 409, "unknown_part"),
        ({"rhythm": {"every_minutes": 1}}, 409, "no_rhythm"),
    ],
)
def test_what_is_wrong_is_a_problem_and_saves_nothing(signed_in, changes, status, code):
    answer = send(signed_in, "post", API, OWN | changes)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Activity.objects.exists()


def test_a_stranger_finds_nothing_and_changes_nothing(signed_in):
    owner = make_user()
    activity, plan = make_activity(owner=owner), make_plan(owner, held=True)
    addresses = [
        ("get", f"{API}{activity.pk}/"), ("patch", f"{API}{activity.pk}/"), ("delete", f"{API}{activity.pk}/"),
        ("post", f"{API}{activity.pk}/rest/"), ("post", f"{API}{activity.pk}/resume/"), ("get", f"{API}nonsense/"),
        ("get", f"/api/v1/plans/{plan.pk}/"), ("post", f"/api/v1/plans/{plan.pk}/stop/"),
    ]  # fmt: skip
    assert {send(signed_in, method, path).status_code for method, path in addresses} == {404}
    clear = send(signed_in, "post", f"/api/v1/plans/{plan.pk}/clear/", {"checked_with": "me"})
    assert clear.status_code == 404
    assert signed_in.get(API).json() == signed_in.get("/api/v1/plans/").json() == []


def test_a_plan_is_held_cleared_and_stopped(signed_in):
    make_template()
    plan = send(signed_in, "post", "/api/v1/plans/", {"template": "walk", "answers": {"bones": "unsure"}}).json()
    assert plan["state"] == "waiting"

    page = f"/api/v1/plans/{plan['id']}/"
    assert send(signed_in, "post", f"{page}clear/", {"checked_with": "Nurse Ada"}).json() == {"changed": True}
    assert signed_in.get(page).json()["state"] == "running"
    assert signed_in.get(page).json()["asked_again_at"] is not None
    again = send(signed_in, "post", "/api/v1/plans/", {"template": "walk", "answers": {"bones": "no"}})
    assert (again.status_code, again.json()["code"]) == (409, "running")
    assert [send(signed_in, "post", f"{page}stop/").json()["changed"] for _n in range(2)] == [True, False]


def test_nobody_signed_out_gets_in(client, db):
    for path in (API, "/api/v1/plans/", "/api/v1/rests/", "/api/v1/plan-templates/"):
        assert client.get(path).status_code == 401


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(signed_in, count, django_assert_num_queries):
    for _n in range(count):
        make_activity(owner=signed_in.person)
    signed_in.get(API)
    with django_assert_num_queries(3):  # person, the database's clock, activities
        assert len(signed_in.get(API).json()) == count
