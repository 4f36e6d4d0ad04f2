"""The page "This device": what is shown with keys and without, whose devices, and what signing out leaves."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from portal.notifications.devices import IN_SESSION
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, Preference, PushSubscription, QuietHours
from tests.factories.accounts import make_user
from tests.factories.push import FIREFOX, Browser, PushService, make_device, with_keys

pytestmark = pytest.mark.django_db
FAR = "https://fcm.googleapis.com/fcm/send/"
PAGE, LIST = reverse("home:device"), "/api/v1/devices/"
DEVICE_PAGES = ("rename_device", "try_device", "remove_device")


@pytest.fixture
def person(signed_in, settings):
    with_keys(settings)
    return signed_in.person


def api(client, browser, **more):
    return client.post(
        LIST, {**browser.subscription(), **more}, content_type="application/json", headers={"User-Agent": FIREFOX}
    )


def where(name, device):
    return reverse(f"notifications:{name}", args=[device.pk])


def test_without_keys_nothing_of_it_shows_and_nothing_is_asked(signed_in, django_assert_num_queries):
    device = PushSubscription(pk=signed_in.person.pk)
    for address in (PAGE, reverse("home:today"), reverse("notifications:preferences"), reverse("notifications:quiet")):
        page = signed_in.get(address).text
        assert "push" not in page.lower()
        assert "your devices" not in page.lower()
    assert "push" not in signed_in.get("/sw.js").text
    assert "/devices/" not in signed_in.get("/api/v1/schema/").text
    assert signed_in.get(LIST).status_code == api(signed_in, Browser(FAR + "x")).status_code == 404
    for name in DEVICE_PAGES:
        assert signed_in.post(where(name, device), {"name": "x"}).status_code == 404


def test_somebody_unknown_and_a_stranger_find_no_device(client, person):
    device = make_device(person, Browser(FAR + "x"))
    stranger = Client()
    stranger.force_login(make_user())
    for name in DEVICE_PAGES:
        assert client.__class__().post(where(name, device))["Location"].startswith("/accounts/login/")
        assert stranger.post(where(name, device), {"name": "Zq"}).status_code == 404
    assert stranger.get(where("rename_device", device)).status_code == 404
    assert stranger.get(LIST).json() == []
    assert stranger.delete(f"{LIST}{device.pk}/").status_code == 404
    assert Client().get(LIST).status_code == Client().post(LIST).status_code == 401
    assert PushSubscription.objects.get().name == "Firefox on Android"


def test_a_device_is_turned_on_listed_named_tried_and_removed(signed_in, person, settings):
    service = PushService()
    browser = service.browser()
    made = api(signed_in, browser)
    assert (made.status_code, made.json()["name"]) == (201, "Firefox on Android")
    device = PushSubscription.objects.get()
    page = signed_in.get(PAGE).text
    assert f'data-push-bound="{made.json()["bound"]}"' in page
    assert "Firefox on Android" in page and 'class="tag">This device' in page and "No message yet" in page
    for secret in browser.subscription()["keys"].values():
        assert secret not in page and secret not in signed_in.get(LIST).content.decode()
    assert browser.endpoint not in page and "endpoint" not in str(signed_in.get(LIST).json())

    assert signed_in.post(where("rename_device", device), {"name": "My phone"})["Location"] == PAGE
    assert "My phone" in signed_in.get(PAGE).text
    assert signed_in.post(where("try_device", device))["Location"] == PAGE
    drain(limit=10)
    assert browser.words(service.calls[0][1])["url"] == PAGE
    assert "Last message: Today" in signed_in.get(PAGE).text
    assert [row["what"] for row in signed_in.get("/api/v1/deliveries/").json()["results"]] == [
        "A try on one of your devices"
    ]
    assert "On your devices" in signed_in.get(reverse("notifications:sent")).text
    signed_in.post(where("remove_device", device))
    assert not PushSubscription.objects.exists()
    service.close()


def test_a_name_that_is_empty_or_too_long_is_told_beside_the_field(signed_in, person):
    device = make_device(person, Browser(FAR + "x"))
    empty = signed_in.post(where("rename_device", device), {"name": " "}).text
    long = signed_in.post(where("rename_device", device), {"name": "x" * 61}).text

    assert "Give it a name, such as “My phone”." in empty
    assert "at most 60 characters" in long and 'value="' + "x" * 61 in long
    assert PushSubscription.objects.get().name == "Firefox on Android"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"endpoint": "https://push.example/x"}, 409), ({"keys": {"p256dh": "x", "auth": "y"}}, 409), ({"keys": {}}, 400)],
)
def test_what_is_no_subscription_is_refused_with_a_problem(signed_in, person, change, code):
    answer = signed_in.post(LIST, {**Browser(FAR + "x").subscription(), **change}, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (code, "application/problem+json")
    assert not PushSubscription.objects.exists()


def test_the_same_key_turns_a_device_on_once(signed_in, person):
    said = Browser(FAR + "x").subscription()
    answers = [
        signed_in.post(LIST, said, content_type="application/json", headers={"Idempotency-Key": "one"})
        for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert answers[1]["Idempotency-Replayed"] == "true"
    assert PushSubscription.objects.count() == 1
    gone = signed_in.delete(f"{LIST}{answers[0].json()['id']}/", headers={"Idempotency-Key": "two"})
    assert (gone.status_code, PushSubscription.objects.count()) == (204, 0)


def test_a_device_that_was_removed_does_not_come_back_by_itself(signed_in, person):
    browser = Browser(FAR + "x")
    assert api(signed_in, browser).status_code == 201
    assert api(signed_in, browser, again=True).status_code == 201
    signed_in.post(where("remove_device", PushSubscription.objects.get()))

    assert api(signed_in, browser, again=True).json()["code"] == "turned_off"
    assert not PushSubscription.objects.exists()
    assert 'data-push-here="no"' in signed_in.get(PAGE).text


def test_signing_out_turns_this_device_off_and_no_other(signed_in, person):
    other = make_device(person, Browser(FAR + "other"))
    api(signed_in, Browser(FAR + "here"))
    assert PushSubscription.objects.count() == 2

    signed_in.post(reverse("account_logout"))
    assert list(PushSubscription.objects.all()) == [other]


def test_ending_sessions_elsewhere_turns_their_devices_off(signed_in, person):
    elsewhere = Client()
    elsewhere.force_login(person)
    assert api(elsewhere, Browser(FAR + "there")).status_code == 201
    api(signed_in, Browser(FAR + "here"))
    for one in (elsewhere, signed_in):
        one.get(reverse("home:today"))  # so that both are known sessions

    signed_in.post(reverse("usersessions_list"))
    assert [str(row.pk) for row in PushSubscription.objects.all()] == [signed_in.session[IN_SESSION]]


def test_a_new_password_puts_devices_to_sleep_until_they_come_back(signed_in, person):
    browser = Browser(FAR + "here")
    bound = api(signed_in, browser).json()["bound"]
    person.set_password("a whole new password")
    person.save(update_fields=["password"])
    signed_in.force_login(person)

    page = signed_in.get(PAGE).text
    assert "Told nothing until you open Handrail there" in page
    assert f'data-push-bound="{bound}"' not in page
    api(signed_in, browser, again=True)
    assert "Told nothing until you open Handrail there" not in signed_in.get(PAGE).text


def test_devices_have_a_column_and_quiet_hours_of_their_own_once_there_is_one(signed_in, person):
    choices, quiet = reverse("notifications:preferences"), reverse("notifications:quiet")
    assert "On your devices" not in signed_in.get(choices).text + signed_in.get(quiet).text
    make_device(person, Browser(FAR + "x"))
    page = signed_in.get(choices).text
    columns = re.findall(r'<th scope="col" role="columnheader">([^<]+)', page)
    assert columns == ["Tell me about", "On this site", "Email", "On your devices"]
    assert set(re.findall(r'name="([^"]+):push"', page)) == {"selfcare.reminder", "selfcare.day", "selfcare.recheck"}

    signed_in.post(choices, {"selfcare.day:push": "on", "selfcare.recheck:push": "on", "summary_at": "09:00"})
    said = Preference.objects.filter(user=person, channel="push").values_list("kind", "wanted")
    assert dict(said) == {"selfcare.reminder": False, "selfcare.day": True, "selfcare.recheck": True}
    night = {f"{way}_{end}": "" for way in ("email", "in_app") for end in ("starts", "ends")}
    signed_in.post(quiet, {**night, "push_starts": "22:00", "push_ends": "07:00"})
    assert QuietHours.objects.get(user=person).channel == "push"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_at_any_length(signed_in, person, count, django_assert_num_queries):
    for number in range(count):
        make_device(person, Browser(f"{FAR}{number}"))
    signed_in.get(PAGE)
    with django_assert_num_queries(4):  # person, unread, moderates a group, devices
        page = signed_in.get(PAGE).text
    assert page.count("Firefox on Android</b>") == count
    with django_assert_num_queries(2):  # person, devices
        assert len(signed_in.get(LIST).json()) == count


def test_the_worker_shows_what_came_and_asks_as_nobody(client, person):
    worker = client.get("/sw.js").text

    assert worker.count('credentials: "omit"') == 4
    assert r'"/static/portal/icon\u002D512.png"' in worker
    assert "eval" not in worker and "innerHTML" not in worker
    assert not Delivery.objects.exists()
