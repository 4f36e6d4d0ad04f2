"""Somewhere else: what would change, then one answer."""

import html
import json
import re
from datetime import time
from urllib.parse import quote

import pytest
from django.urls import reverse

from groups.operations.session_places import reminder_times
from groups.operations.sessions import answer_session
from portal.accounts.countries import RENAMED, zone_names
from portal.notifications.models import Delivery
from selfcare.models import Occurrence
from selfcare.operations.planning import plan_chunk
from tests.factories.accounts import make_user
from tests.factories.groups import make_member
from tests.factories.selfcare import make_activity
from tests.factories.sessions import make_session

PAGE = "/plan/time-zone/"
THERE = "Asia/Kathmandu"


@pytest.fixture
def person(client, db):
    person = make_user(time_zone="Africa/Accra")
    make_activity(owner=person, times=[time(9)])
    make_activity(owner=person, times=[time(12)], title="Tablets with home", zone_policy="home")
    plan_chunk(10)
    client.force_login(person)
    return person


def test_nobody_signed_out_gets_further_than_the_sign_in(client, db):
    for answer in (client.get(PAGE), client.post(PAGE, {"zone": THERE, "answer": "move"})):
        assert answer.url.startswith(reverse("account_login"))


def test_looking_shows_the_next_times_there_and_changes_nothing(client, person):
    page = client.get(PAGE, {"zone": THERE})

    moved, home = page.context["moves"]
    assert {words.rsplit(" at ")[1] for words in moved.moved} == {"9 a.m."}
    assert {words.rsplit(" at ")[1] for words in moved.stayed} == {"2:45 p.m."}
    assert not home.changes
    person.refresh_from_db()
    assert person.time_zone == "Africa/Accra"


def test_moving_takes_along_what_follows_and_leaves_what_stays(client, person):
    before = set(Occurrence.objects.filter(activity__zone_policy="home").values_list("pk", "due_at", "state"))
    answer = client.post(PAGE, {"zone": THERE, "answer": "move"})

    person.refresh_from_db()
    assert (answer.url, person.time_zone) == (reverse("selfcare:plan"), THERE)
    planned = Occurrence.objects.filter(state="planned", activity__zone_policy="follow")
    assert {(at.hour, at.minute) for at in planned.values_list("due_at", flat=True)} == {(3, 15)}
    keys = list(planned.values_list("local_key", flat=True))
    assert len(keys) == len(set(keys)) == 2
    assert set(Occurrence.objects.filter(activity__zone_policy="home").values_list("pk", "due_at", "state")) == before
    assert answer.cookies["zone_asked"].value == quote(THERE, safe=""), "a stroke would make it a quoted cookie"


def test_staying_changes_nothing_and_is_not_asked_again(client, person):
    before = set(Occurrence.objects.values_list("pk", "due_at", "state"))
    answer = client.post(PAGE, {"zone": THERE, "answer": "stay"})

    person.refresh_from_db()
    assert person.time_zone == "Africa/Accra"
    assert set(Occurrence.objects.values_list("pk", "due_at", "state")) == before
    assert answer.cookies["zone_asked"].value == quote(THERE, safe=""), "a stroke would make it a quoted cookie"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc", "x" * 5000])
def test_a_zone_that_nobody_knows_is_told_in_a_sentence(client, person, zone):
    for page in (client.get(PAGE, {"zone": zone}), client.post(PAGE, {"zone": zone, "answer": "move"})):
        assert "Choose a time zone from the list" in page.text
    person.refresh_from_db()
    assert person.time_zone == "Africa/Accra"


def test_an_older_name_that_devices_still_use_is_understood(client, person):
    client.post(PAGE, {"zone": "Asia/Katmandu", "answer": "move"})

    person.refresh_from_db()
    assert person.time_zone == THERE


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_thing_and_three(client, person, count, django_assert_num_queries):
    for _n in range(count):
        make_activity(owner=person)
    client.get(PAGE)
    with django_assert_num_queries(4):  # person, activities; for the frame: groups looked after, unread
        client.get(PAGE, {"zone": THERE})


def test_the_form_that_asks_where_a_device_is_carries_the_servers_own_table_of_older_names(client, db):
    field = re.search(r'<select[^>]*data-detect-time-zone="([^"]*)"', client.get(reverse("account_signup")).text)

    assert json.loads(html.unescape(field[1])) == RENAMED
    assert set(RENAMED.values()) <= set(zone_names())


def test_moving_moves_the_reminders_of_sessions_too(client, person):
    """However somebody moves, everything that goes by their clock moves."""
    session = make_session()
    make_member(session.group, person)
    answer_session(actor=person, session=session, answer="yes")

    client.post(PAGE, {"zone": THERE, "answer": "move"})

    due = set(Delivery.objects.filter(kind="groups.session", state="pending").values_list("due_at", flat=True))
    assert due == set(reminder_times(session.starts_at, THERE).values())
