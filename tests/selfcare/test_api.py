"""The API: the same doors and operations as the pages."""

import pytest
from django.utils import timezone

from selfcare.models import WaterLog
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence

TODAY = "/api/v1/today/"
WATER = "/api/v1/water/"


@pytest.fixture
def item(signed_in):
    activity = make_activity(owner=signed_in.person, planned_through=None)
    return make_occurrence(activity, due_at=timezone.now())


def test_today_is_told_with_its_items_and_water(signed_in, item):
    said = signed_in.get(TODAY).json()

    assert [(one["id"], one["title"], one["state"], one["turn"]) for one in said["items"]] == [
        (str(item.pk), "A short walk", "planned", 0)
    ]
    assert said["water"] == {"ml": 0, "cups": 0, "aim_cups": 8, "aim_ml": 2000, "limited": False, "cup_ml": 250}
    assert said["hard_day"] is False


def test_acts_change_once(signed_in, item):
    def press(act, data=None):
        answer = signed_in.post(f"{TODAY}{item.pk}/{act}/", data or {}, content_type="application/json")
        item.refresh_from_db()
        return answer.json(), item.state

    assert press("done") == ({"changed": True}, "done")
    assert press("done") == ({"changed": False}, "done")
    assert press("undo", {"what": "answer"}) == ({"changed": True}, "planned")
    assert press("later", {"turn": 0}) == ({"changed": True}, "planned")
    assert press("later", {"turn": 0}) == ({"changed": False}, "planned")
    assert press("skip") == ({"changed": True}, "skipped")


@pytest.mark.parametrize("act", ["done", "later", "skip", "undo"])
def test_a_stranger_finds_nothing(signed_in, act):
    item = make_occurrence()
    for key in (item.pk, "nonsense"):
        answer = signed_in.post(f"{TODAY}{key}/{act}/", {}, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    item.refresh_from_db()
    assert (item.state, item.snooze_no) == ("planned", 0)


def test_nobody_signed_out_gets_in(client, db):
    item = make_occurrence()
    for answer in (client.get(TODAY), client.get(WATER), client.post(WATER), client.post(f"{TODAY}{item.pk}/done/")):
        assert answer.status_code in {401, 403}
        assert "code" in answer.json()


def test_a_drink_sent_twice_is_one_drink(signed_in):
    drink = {"ml": 250, "source": "phone-0001"}
    statuses = [signed_in.post(WATER, drink, content_type="application/json").status_code for _ in range(2)]

    assert statuses == [201, 200]
    assert signed_in.get(WATER).json()["ml"] == 250
    assert signed_in.post(f"{WATER}undo/").json() == {"changed": True}
    assert not WaterLog.objects.exists()


@pytest.mark.parametrize("drink", [{}, {"ml": 5}, {"ml": "x"}, {"ml": 250, "source": "no spaces please"}])
def test_what_is_not_a_drink_is_a_problem_with_its_field(signed_in, drink):
    answer = signed_in.post(WATER, drink, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert set(answer.json()["fields"]) <= {"ml", "source"}


def test_wrong_words_for_an_act_are_a_problem(signed_in, item):
    assert signed_in.post(f"{TODAY}{item.pk}/later/", {"turn": -1}, content_type="application/json").status_code == 400
    assert (
        signed_in.post(f"{TODAY}{item.pk}/undo/", {"what": "all"}, content_type="application/json").status_code == 400
    )


def test_it_is_the_persons_own_day(signed_in, client, item):
    client.force_login(make_user())
    assert client.get(TODAY).json()["items"] == []
