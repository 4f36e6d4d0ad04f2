"""Telling devices, through real sockets: every answer of a push service, several devices, and what is in a message."""

import json
import time
from datetime import timedelta
from email.utils import format_datetime

import pytest
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.kinds import Action, Message
from portal.notifications.channels import push
from portal.notifications.channels.outgoing import NotAllowed
from portal.notifications.devices import checked_endpoint
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.reap import expire, reap
from portal.notifications.engine.render import words_for
from portal.notifications.engine.sender import drain
from portal.notifications.models import Breaker, Delivery, DeliveryAttempt, PushSubscription
from portal.notifications.operations.deliveries import cancel
from tests.factories.accounts import make_user
from tests.factories.notifications import make_delivery, move_clock
from tests.factories.push import make_device, with_keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make_user()


def tell(person, **fields) -> Delivery:
    return make_delivery(channel="push", recipient=person, **fields)


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


def told(service, browser):
    path = "/push/" + browser.endpoint.rpartition("/")[2]
    return [call for call, at in zip(service.calls, service.paths, strict=True) if at == path]


def test_a_device_is_told_once_and_alone_can_read_it(house, service, person):
    browser = service.browser()
    device = make_device(person, browser)
    delivery = tell(person)

    assert drain(limit=10) == 1

    [(headers, body)] = told(service, browser)
    words = browser.words(body)
    assert (words["title"], words["body"], words["url"]) == ("Handrail", "Time for your plan", "/plan/")
    assert headers["Content-Encoding"] == "aes128gcm"
    assert headers["Authorization"].startswith("vapid t=")
    assert headers["Topic"] == words["tag"] and len(words["tag"]) == 32
    assert 3500 < int(headers["TTL"]) <= 3600
    row = fresh(delivery)
    assert (row.state, row.last_code, row.attempts, row.taken_by) == ("sent", "201", 1, None)
    device.refresh_from_db()
    assert device.last_told_at is not None
    assert drain(limit=10) == 0 and len(service.calls) == 1


def test_nothing_of_what_it_is_about_is_in_the_message_or_beside_it(house, service, person):
    house.words = lambda row: Message(
        subject="A reminder", title="Zqtitle", lines=["Zqline"], card=["Zqcard"], notes=["Zqnote"], footer=["Zqfoot"],
        actions=[Action("Log 250 ml Zqlabel", "/x/", quick="Done"), Action("Zqmore", "/y/")], url="/today/",
    )  # fmt: skip
    browser = service.browser()
    make_device(person, browser)
    tell(person)
    drain(limit=10)

    [(headers, body)] = service.calls
    words = browser.words(body)
    assert "Zq" not in json.dumps(words)
    assert words["actions"] == [{"title": "Done", "url": "/x/"}]
    assert set(words) == {"title", "body", "tag", "url", "actions", "lang", "dir"}
    assert b"Zq" not in body and b"reminder" not in body
    for about in (person.display_name, person.email, str(person.pk), "house", "walk"):
        assert about not in json.dumps(headers) and about not in json.dumps(words)


@pytest.mark.parametrize(
    ("answer", "state", "code", "left"),
    [
        (201, "sent", "201", 1),
        (404, "dead", "404", 0),
        (410, "dead", "410", 0),
        (400, "dead", "400", 1),
        (413, "dead", "413", 1),
        (403, "dead", "403", 0),
        (500, "pending", "500", 1),
        (429, "pending", "429", 1),
        ("redirect", "pending", "302", 1),
        ("cut", "pending", "no answer", 1),
    ],
)
def test_each_answer_leads_to_its_state(house, service, person, answer, state, code, left):
    make_device(person, service.browser())
    delivery = tell(person)
    service.answers = [answer]

    drain(limit=10)

    row = fresh(delivery)
    assert (row.state, row.last_code) == (state, code)
    assert PushSubscription.objects.count() == left
    assert len(service.calls) == 1, "no redirect is followed"
    assert row.ambiguous == (1 if answer == "cut" else 0)


def test_a_service_that_takes_too_long_is_left_and_perhaps_has_it(house, service, person, monkeypatch):
    monkeypatch.setattr(push, "SECONDS", 0.4)
    make_device(person, service.browser())
    delivery = tell(person)
    service.answers = ["slow"]
    began = time.monotonic()

    drain(limit=10)

    assert time.monotonic() - began < 2
    assert (fresh(delivery).state, fresh(delivery).last_code, fresh(delivery).ambiguous) == ("pending", "too slow", 1)


def test_a_second_copy_replaces_the_first_and_there_is_no_third(house, service, person):
    browser = service.browser()
    make_device(person, browser)
    delivery = tell(person)
    service.answers = ["cut", "cut"]
    drain(limit=10)
    Delivery.objects.update(next_try_at=handrail_now())
    drain(limit=10)

    assert fresh(delivery).state == "uncertain"
    assert len({headers["Topic"] for headers, _body in service.calls}) == 1
    assert len({browser.words(body)["tag"] for _headers, body in service.calls}) == 1


def test_copies_and_snoozes_of_one_matter_share_a_topic_and_other_people_have_another(house, service, person):
    browser, theirs = service.browser(), service.browser()
    other = make_user()
    make_device(person, browser)
    make_device(other, theirs)
    for who, key in ((person, "slot:7:0"), (person, "slot:7:1"), (person, "slot:8:0"), (other, "slot:7:0")):
        tell(who, subject_key=key)
    drain(limit=10)

    topics = [browser.words(body)["tag"] for _headers, body in told(service, browser)]
    assert len(topics) == 3 and len(set(topics)) == 2
    assert theirs.words(told(service, theirs)[0][1])["tag"] not in topics


@pytest.mark.parametrize("written", ["90", "date"])
def test_a_service_says_when_to_come_again(house, service, person, written):
    make_device(person, service.browser())
    delivery = tell(person)
    after = format_datetime(timezone.now() + timedelta(seconds=90), usegmt=True) if written == "date" else written
    service.answers = [(429, {"Retry-After": after})]

    drain(limit=10)

    wait = fresh(delivery).next_try_at - handrail_now()
    assert timedelta(seconds=80) < wait <= timedelta(seconds=91)


def test_what_would_come_too_late_is_not_told_late(house, service, person):
    make_device(person, service.browser())
    delivery = tell(person)
    service.answers = [(503, {"Retry-After": "9000"})]
    drain(limit=10)
    move_clock(hours=3)

    assert (drain(limit=10), expire()) == (0, 1)
    assert fresh(delivery).state == "expired" and len(service.calls) == 1


def test_with_several_devices_it_is_sent_when_one_took_it(house, service, person):
    browsers = [service.browser() for _ in range(3)]
    for browser in browsers:
        make_device(person, browser)
    delivery = tell(person)
    service.answers = [500, 201, 410]

    drain(limit=10)

    assert (fresh(delivery).state, len(service.calls)) == ("sent", 3)
    assert PushSubscription.objects.count() == 2
    for browser in browsers:
        assert browser.words(told(service, browser)[0][1])["body"] == "Time for your plan"


def test_when_none_took_it_all_are_tried_again_and_gone_ones_are_not(house, service, person):
    for _ in range(2):
        make_device(person, service.browser())
    delivery = tell(person)
    service.answers = [503, 404]
    drain(limit=10)
    assert (fresh(delivery).state, fresh(delivery).last_code) == ("pending", "503")

    Delivery.objects.update(next_try_at=handrail_now())
    drain(limit=10)
    assert (fresh(delivery).state, len(service.calls)) == ("sent", 3)


def test_a_sender_that_dies_between_two_devices_tells_the_first_one_once(house, service, person):
    first, second = service.browser(), service.browser()
    make_device(person, first)
    make_device(person, second)
    delivery = tell(person)
    [held] = claim(limit=1)
    held.recipient = person
    assert fence(held)
    channel = push.PushChannel()
    parcel = channel.prepare(held, words_for(held))
    assert push.told(channel.lines, parcel.targets[0], float("inf")).code == "201"
    push.remember(parcel, parcel.targets[0])  # and here it dies
    move_clock(seconds=61)
    assert reap() == 1

    drain(limit=10)

    assert fresh(delivery).state == "sent"
    assert (len(told(service, first)), len(told(service, second))) == (1, 1)


def test_what_is_taken_back_is_not_told(house, service, person):
    make_device(person, service.browser())
    delivery = tell(person)
    cancel(kind=delivery.kind, subject_keys=[delivery.subject_key])

    drain(limit=10)

    assert (fresh(delivery).state, service.calls) == ("cancelled", [])


@pytest.mark.parametrize("how", ["removed", "password", "key", "off"])
def test_a_device_that_may_not_be_told_any_more_is_told_nothing(house, service, person, settings, how):
    device = make_device(person, service.browser())
    delivery = tell(person)
    if how == "removed":
        device.delete()
    elif how == "password":
        person.set_password("another long password")
        person.save(update_fields=["password"])
    elif how == "key":
        with_keys(settings)
    else:
        settings.PUSH_KEY = ""

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).last_code) == ("cancelled", "no-device")
    assert service.calls == []


def test_a_service_away_opens_the_breaker_of_devices_alone_and_mail_goes_on(house, service, person, wire):
    make_device(person, service.browser())
    for _ in range(30):
        tell(person)
    mail = make_delivery()
    service.answers = [503] * 30

    drain(limit=50)

    assert list(Breaker.objects.filter(opened_at__isnull=False).values_list("channel", flat=True)) == ["push"]
    assert fresh(mail).state == "sent"
    assert len(service.calls) == 26, "more than half of fifty"


def test_our_own_key_being_refused_by_a_device_that_worked_is_for_now(house, service, person):
    device = make_device(person, service.browser())
    PushSubscription.objects.filter(pk=device.pk).update(last_told_at=handrail_now())
    delivery = tell(person)
    service.answers = [403]

    drain(limit=10)

    assert (fresh(delivery).state, PushSubscription.objects.count()) == ("pending", 1)


def test_words_that_cannot_be_made_are_tried_three_times_and_do_not_stop_others(house, service, person):
    make_device(person, service.browser())
    bad, good = tell(person, subject_key="bad:1:0"), tell(person)
    house.words = lambda row: 1 / 0 if row.subject_key == "bad:1:0" else Message(subject="x", title="x")
    for _ in range(3):
        drain(limit=10)
        Delivery.objects.filter(state="pending").update(next_try_at=handrail_now())

    assert (fresh(bad).state, fresh(good).state) == ("dead", "sent")
    assert DeliveryAttempt.objects.filter(delivery_id=bad.pk, outcome="render").count() == 3


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/fcm/send/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com.example/x",
        "https://notfcm.googleapis.com@evil.example/x",
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://push.example/x",
        "ftp://fcm.googleapis.com/x",
        "",
    ],
)
def test_an_address_of_nobody_we_work_with_is_refused(settings, endpoint):
    with_keys(settings)
    settings.DEMO = False
    with pytest.raises(NotAllowed):
        checked_endpoint(endpoint)


def test_known_services_are_taken_and_a_name_below_them(settings):
    with_keys(settings)
    settings.DEMO = False
    for host in ("fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"):
        assert checked_endpoint(f"https://{host}/a/b")


def test_a_known_name_that_leads_into_a_private_network_is_not_called(house, service, person, settings):
    device = make_device(person, service.browser())
    settings.DEMO = False
    settings.PUSH_SERVICES = ["localhost"]
    device.where = {**device.where, "endpoint": "https://localhost/x"}
    device.save(update_fields=["where_sealed"])
    delivery = tell(person)

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).last_code) == ("dead", "not allowed")
    assert service.calls == []
