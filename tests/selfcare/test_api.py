"""The API: the same doors and operations as the pages."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selfcare.models import WaterLog
from selfcare.reads.how import how_today
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence, make_plan, make_template

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


def test_the_day_is_told_with_the_moment_at_which_it_ends(signed_in, item):
    said = signed_in.get(TODAY).json()

    midnight = datetime.combine(
        date.fromisoformat(said["day"]) + timedelta(days=1), time(), ZoneInfo(signed_in.person.time_zone)
    )
    assert datetime.fromisoformat(said["ends_at"]) == midnight


@pytest.mark.parametrize("act", ["done", "skip"])
@pytest.mark.parametrize(
    ("hours", "believed"), [(-3, -3), (-30, -24), (5, 0)], ids=["three hours ago", "yesterday", "a clock ahead"]
)
def test_what_is_sent_later_counts_from_when_it_was_pressed(signed_in, item, act, hours, believed):
    now = timezone.now()
    said = {"at": (now + timedelta(hours=hours)).isoformat()}
    answer = signed_in.post(f"{TODAY}{item.pk}/{act}/", said, content_type="application/json")

    item.refresh_from_db()
    assert answer.json() == {"changed": True}
    assert abs(item.acted_at - (now + timedelta(hours=believed))) < timedelta(minutes=1)


def test_what_comes_some_time_after_it_was_done_counts_from_the_press(signed_in):
    activity = make_activity(signed_in.person, schedule_kind="after", every_minutes=240, times=[], planned_through=None)
    slot, pressed = make_occurrence(activity, due_at=timezone.now()), timezone.now() - timedelta(hours=2)
    with CaptureQueriesContext(connection) as asked:
        signed_in.post(f"{TODAY}{slot.pk}/done/", {"at": pressed.isoformat()}, content_type="application/json")

    activity.refresh_from_db()
    assert activity.anchor_at == (pressed + timedelta(hours=4)).replace(second=0, microsecond=0)
    locks = [one["sql"] for one in asked if "FOR UPDATE" in one["sql"] or one["sql"].startswith("UPDATE")]
    order = [
        name for sql in locks for name in ("activity", "occurrence") if f'selfcare_{name}"' in sql.split("WHERE")[0]
    ]
    assert order[:2] == ["activity", "occurrence"], "as an edit locks them"


def test_a_cup_that_is_sent_later_counts_on_its_own_day_and_not_after_a_day(signed_in):
    def drink(hours, source):
        at = (timezone.now() - timedelta(hours=hours)).isoformat()
        return signed_in.post(WATER, {"ml": 250, "source": source, "at": at}, content_type="application/json")

    assert [drink(23, "of-yesterday").status_code, drink(23, "of-yesterday").status_code] == [201, 200]
    assert drink(-1, "a-clock-ahead").status_code == 201
    refused = drink(25, "the-day-before")
    assert (refused.status_code, refused.json()["code"]) == (409, "too_old")
    ages = sorted((timezone.now() - row.at) // timedelta(hours=1) for row in WaterLog.objects.all())
    assert ages == [0, 23]


@pytest.mark.parametrize("count", [1, 3])
def test_the_steps_and_stop_rules_of_today_are_told_for_reading_without_a_connection(
    signed_in, count, django_assert_num_queries
):
    make_template(steps=["Stand up", {"words": "Sit down", "drawing": "sit-to-stand", "alt": "A chair"}])
    plan = make_plan(signed_in.person, template_version=1)
    of_plan = [make_activity(signed_in.person, plan=plan, template_activity="walk") for _n in range(count)]
    for activity in (*of_plan, make_activity(signed_in.person), make_activity()):
        make_occurrence(activity, due_at=timezone.now())
    said = signed_in.get(f"{TODAY}how/").json()
    with django_assert_num_queries(2):  # slots with their activities and plans; versions with their templates
        assert len(how_today(signed_in.person)) == count

    told = {"steps": ["Stand up", "Sit down"], "stop": "Stop"}
    assert sorted(said, key=str) == sorted(({"activity": str(one.pk), **told} for one in of_plan), key=str)


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
    for answer in (
        client.get(TODAY),
        client.get(f"{TODAY}how/"),
        client.get(WATER),
        client.post(WATER),
        client.post(f"{TODAY}{item.pk}/done/"),
    ):
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
