"""The links in a reminder: looking changes nothing, the button acts once, and they end after two weeks."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.notifications.links import signed_action
from selfcare.messages.reminders import ACT, act_url
from selfcare.models import Occurrence, WaterLog
from tests.factories.accounts import make_user
from tests.factories.selfcare import afternoon, make_activity, make_occurrence

STATES = {"done": "done", "skip": "skipped", "later": "planned", "water": "done"}


@pytest.fixture
def item(db):
    person = make_user(time_zone=afternoon())
    return make_occurrence(make_activity(person, kind="hydration", ml=200, planned_through=None))


def link(item, act):
    return act_url(act, item, item.activity.owner_id).removeprefix("http://localhost:8000")


@pytest.mark.parametrize("act", STATES)
def test_looking_at_a_link_fifty_times_changes_nothing(client, item, act):
    for _ in range(25):
        assert client.get(link(item, act)).status_code == 200
        assert client.head(link(item, act)).status_code == 200

    assert list(Occurrence.objects.values_list("state", "snooze_no", "due_at")) == [("planned", 0, item.due_at)]
    assert not WaterLog.objects.exists()


@pytest.mark.parametrize(("act", "state"), STATES.items())
def test_the_button_acts_once_signed_out_and_can_be_undone(client, item, act, state):
    for _ in range(3):
        page = client.post(link(item, act))
        assert "Undo" in page.text
    item.refresh_from_db()
    assert (item.state, item.snooze_no) == (state, 1 if act == "later" else 0)
    assert list(WaterLog.objects.values_list("ml", flat=True)) == ([200] if state == "done" else [])

    for _ in range(2):
        assert "Undone" in client.post(link(item, act), {"undo": "1"}).text
    item.refresh_from_db()
    assert (item.state, item.due_at) == ("planned", item.slot_at)
    assert not WaterLog.objects.exists()


def test_an_old_later_does_not_move_again_what_was_moved(client, item):
    first = link(item, "later")
    client.post(first)
    item.refresh_from_db()
    second = link(item, "later")
    client.post(second)

    assert "moved already" in client.post(first).text
    item.refresh_from_db()
    assert item.snooze_no == 2


def test_a_devices_worker_acts_as_nobody_without_a_form_and_twice_is_once(item):
    """It posts to the signed link from a notification: no cookie, no token of a form."""
    worker = Client(enforce_csrf_checks=True)
    answers = [worker.post(link(item, "water"), headers={"Sec-Fetch-Site": "same-origin"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    item.refresh_from_db()
    assert item.state == "done"
    assert list(WaterLog.objects.values_list("ml", flat=True)) == [200]


def test_what_a_rule_refuses_is_no_ok_so_that_the_worker_opens_the_page(client, item):
    answer = client.post(link(item, "skip"), {"why": "a reason that nobody knows"})

    assert answer.status_code == 409
    assert "Choose one of the reasons" in answer.text


def test_it_acts_for_the_person_it_was_signed_for_whoever_is_signed_in(client, item):
    client.force_login(make_user())
    client.post(link(item, "done"))

    item.refresh_from_db()
    assert item.state == "done"


def test_a_link_ends_after_two_weeks_with_a_friendly_page(client, item):
    address = link(item, "done")
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1), tick=True):
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 410
            assert "This link is no longer good" in answer.text
    item.refresh_from_db()
    assert item.state == "planned"


SOMEBODY = UUID("1b4e28ba-2fa1-11d2-883f-0016d3cca427")
WRONG = {
    "nonsense": lambda: "nonsense",
    "another salt": lambda: signing.dumps([f"done:{SOMEBODY}:0", str(SOMEBODY)], salt="another"),
    "another purpose": lambda: signed_action("notifications.unsubscribe", f"done:{SOMEBODY}:0", SOMEBODY),
    "no slot": lambda: signed_action(ACT, "done", SOMEBODY),
    "not a key": lambda: signed_action(ACT, "done:not-a-key:0", SOMEBODY),
    "nobody": lambda: signed_action(ACT, f"done:{SOMEBODY}:0", SOMEBODY),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_link_we_never_wrote_does_nothing(client, db, case):
    assert client.get(reverse("selfcare:act", args=[WRONG[case]()])).status_code == 410


def test_an_act_we_do_not_know_does_nothing(client, item):
    token = signed_action(ACT, f"burn:{item.pk}:0", item.activity.owner_id)

    assert client.post(reverse("selfcare:act", args=[token])).status_code == 410


def test_a_link_signed_for_somebody_else_finds_nothing(client, item):
    token = signed_action(ACT, f"done:{item.pk}:0", make_user().pk)

    assert client.post(reverse("selfcare:act", args=[token])).status_code == 410
    item.refresh_from_db()
    assert item.state == "planned"


def test_a_slot_that_was_taken_back_says_so(client, item):
    Occurrence.objects.update(state="cancelled")

    assert client.get(link(item, "done")).status_code == 410


def test_the_page_is_kept_by_no_cache_and_no_search_engine(client, item):
    page = client.get(link(item, "done"))

    assert "no-store" in page["Cache-Control"]
    assert 'content="noindex"' in page.text
    assert item.activity.title not in page.text
