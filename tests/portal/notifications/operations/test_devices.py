"""Turning devices on and off: whose they are, how many, and what then comes to them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.personal_data import holders
from portal.notifications.engine.plan import plan_ahead
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, Preference, PushSubscription
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.operations.devices import MOST, keep_devices, rename, send_try, turn_off, turn_on
from selfcare import operations
from selfcare.models import Occurrence
from selfcare.models.occurrence import REMINDER
from selfcare.operations.planning import plan_chunk
from tests.factories.accounts import make_user
from tests.factories.notifications import WALK, move_clock
from tests.factories.push import FIREFOX, Browser, make_device, with_keys
from tests.factories.selfcare import make_activity, make_occurrence

pytestmark = pytest.mark.django_db
FAR = "https://fcm.googleapis.com/fcm/send/"


@pytest.fixture
def person(settings):
    with_keys(settings)
    return make_user()


def on_devices(**which):
    return Delivery.objects.filter(channel="push", **which)


def test_a_device_gets_a_name_people_know_and_its_secrets_lie_sealed(person):
    browser = Browser(FAR + "zqsecret")
    device = make_device(person, browser)

    assert (device.name, str(device.user_id)) == ("Firefox on Android", str(person.pk))
    assert device.where["endpoint"] == FAR + "zqsecret"
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(d)::text FROM notifications_pushsubscription d")
        row = cursor.fetchone()[0]
    said = browser.subscription()
    for secret in ("zqsecret", "googleapis", "Firefox", said["keys"]["auth"], said["keys"]["p256dh"]):
        assert secret not in row and secret.encode().hex() not in row


def test_the_same_device_again_keeps_its_row_and_its_name(person):
    browser = Browser(FAR + "one")
    device = make_device(person, browser)
    assert rename(actor=person, device=device, name="  My   phone ")
    again = make_device(person, browser)

    assert (again.pk, again.name) == (device.pk, "My phone")
    assert PushSubscription.objects.count() == 1
    moved = turn_on(
        actor=person, endpoint=FAR + "two", browser=FIREFOX, instead_of=device.pk, **browser.subscription()["keys"]
    )
    assert (moved.pk, moved.name, moved.where["endpoint"]) == (device.pk, "My phone", FAR + "two")


def test_a_browser_that_changes_hands_tells_its_new_person_alone(person):
    browser, other = Browser(FAR + "shared"), make_user()
    make_device(person, browser)
    make_device(other, browser)

    assert [row.user_id for row in PushSubscription.objects.all()] == [other.pk]


def test_nobody_touches_the_device_of_another(person):
    device, other = make_device(person, Browser(FAR + "mine")), make_user()

    assert not rename(actor=other, device=device, name="Zq")
    assert not turn_off(actor=other, device_id=device.pk)
    assert not send_try(actor=other, device=device)
    made = turn_on(
        actor=other, endpoint=FAR + "x", browser="", instead_of=device.pk, **Browser("").subscription()["keys"]
    )
    assert made.pk != device.pk
    assert {row.name for row in PushSubscription.objects.owned_by(person)} == {"Firefox on Android"}


def test_there_are_at_most_five_and_one_too_many_is_told(person):
    for number in range(MOST):
        make_device(person, Browser(f"{FAR}{number}"))
    with pytest.raises(RuleViolation) as refusal:
        make_device(person, Browser(FAR + "more"))

    assert refusal.value.message == "You have 5 devices already. Remove one first."
    assert make_device(person, Browser(FAR + "0")).user_id == person.pk


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"endpoint": "https://push.example/x"}, "endpoint"),
        ({"endpoint": FAR + "x" * 1000}, "endpoint"),
        ({"p256dh": "AAAA"}, "keys"),
        ({"p256dh": "no base64!"}, "keys"),
        ({"auth": "AAAA"}, "keys"),
    ],
)
def test_what_is_no_subscription_is_refused(person, settings, change, code):
    settings.DEMO = False
    said = Browser("").subscription()["keys"]
    with pytest.raises(RuleViolation) as refusal:
        turn_on(**{"actor": person, "endpoint": FAR + "x", "browser": "", **said, **change})

    assert refusal.value.code == code
    assert not PushSubscription.objects.exists()


def test_a_reminder_comes_to_devices_as_well_whether_planned_before_or_after(person):
    early = make_activity(person, channels=["email"])
    plan_chunk(100)
    assert not on_devices().exists()
    planned = Delivery.objects.filter(kind=REMINDER).count()
    make_device(person, Browser(FAR + "x"))
    assert on_devices(kind=REMINDER).count() == planned > 0

    late = make_activity(person, channels=["in_app", "email"])
    silent = make_activity(person, channels=[])
    plan_chunk(100)
    for activity, channels in ((early, 2), (late, 3), (silent, 0)):
        for slot in Occurrence.objects.filter(activity=activity):
            rows = Delivery.objects.filter(subject_key=slot.subject_key)
            assert rows.count() == channels
            assert len(set(rows.values_list("due_at", "not_after"))) == min(channels, 1)


def test_later_moves_the_reminder_on_devices_and_done_ends_it(person):
    slot = make_occurrence(make_activity(person), due_at=handrail_now())
    make_device(person, Browser(FAR + "x"))
    operations.snooze(actor=person, occurrence=slot, snooze_no=0)
    slot.refresh_from_db()
    assert on_devices(subject_key=slot.subject_key, state="pending").count() == 1

    operations.mark_done(actor=person, occurrence=slot)
    drain(limit=100)
    assert on_devices(subject_key=slot.subject_key).get().state == "cancelled"


@pytest.mark.parametrize("people", [1, 3])
def test_planning_costs_the_same_statements_with_devices_as_without(person, people, settings):
    owners = [make_user() for _ in range(people)]
    for number, owner in enumerate(owners):
        make_device(owner, Browser(f"{FAR}{number}"))
        make_activity(owner)
    with CaptureQueriesContext(connection) as queries:
        plan_chunk(100)
    said = [one["sql"].split()[0] for one in queries]

    assert said.count("INSERT") + said.count("WITH") == 1
    assert len([one for one in said if one not in ("SAVEPOINT", "RELEASE")]) == 4  # clock, rules, where to go on, slots
    assert on_devices().values("recipient").distinct().count() == people


def test_without_keys_a_device_of_before_costs_nothing_and_gets_nothing(person, settings):
    make_device(person, Browser(FAR + "x"))
    settings.PUSH_KEY = ""
    make_activity(person)
    with CaptureQueriesContext(connection) as queries:
        plan_ahead()
    assert not [one for one in queries if "pushsubscription" in one["sql"]]
    assert not on_devices().exists()


def test_a_wish_named_twice_for_one_matter_is_one_message_on_devices(house, person):
    make_device(person, Browser(FAR + "x"))
    now = handrail_now()
    wishes = [
        Wish(WALK, "walk:1:0", person.pk, way, now, now + timedelta(hours=1)) for way in ("in_app", "email", "push")
    ]
    assert (schedule(wishes), schedule(wishes)) == (3, 0)
    assert on_devices().count() == 1


def test_what_a_planner_did_not_see_is_made_good_and_closed_accounts_keep_no_device(house, person):
    now = handrail_now()
    device = make_device(person, Browser(FAR + "x"))
    gone = make_user()
    make_device(gone, Browser(FAR + "y"))
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    Delivery.objects.create(
        kind=WALK, subject_key="walk:9:0", channel="email", recipient=person, due_at=now, next_try_at=now,
        not_after=now + timedelta(hours=1),
    )  # fmt: skip

    assert (keep_devices(10), keep_devices(10)) == (0, 0)
    assert on_devices(recipient=person).count() == 1
    assert list(PushSubscription.objects.all()) == [device]


def test_a_choice_against_devices_holds_for_them_alone(house, person, service):
    make_device(person, service.browser())
    Preference.objects.create(user=person, kind=WALK, channel="push", wanted=False)
    now = handrail_now()
    schedule([Wish(WALK, "walk:1:0", person.pk, "in_app", now, now + timedelta(hours=1))])
    drain(limit=10)

    states = dict(Delivery.objects.values_list("channel", "state"))
    assert states == {"in_app": "sent", "push": "cancelled"}
    assert service.calls == []


def test_a_try_goes_to_the_one_device_that_asked_and_once_a_minute(person, service):
    one, other = service.browser(), service.browser()
    device = make_device(person, one)
    make_device(person, other)

    assert (send_try(actor=person, device=device), send_try(actor=person, device=device)) == (True, False)
    drain(limit=10)
    [(_headers, body)] = service.calls
    assert one.words(body)["body"] == "This is how a message arrives on this device"
    move_clock(minutes=1)
    assert send_try(actor=person, device=device)


def test_the_export_tells_of_devices_without_their_secrets_and_erasing_leaves_none(person):
    browser = Browser(FAR + "zqsecret")
    rename(actor=person, device=make_device(person, browser), name="My phone")
    holder = next(one for one in holders if one.key == "notifications")
    [said] = holder.export(person)["devices"]

    assert (said["name"], said["last_told_at"]) == ("My phone", None)
    assert "zqsecret" not in str(holder.export(person))
    holder.erase(person, True)
    assert not PushSubscription.objects.exists()
