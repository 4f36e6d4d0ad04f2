"""A reminder on its person's device: from the plan through the engine to the notification, and the answer back."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from portal.core.clock import handrail_now
from portal.notifications.channels.push_words import own_path
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, QuietHours
from portal.notifications.operations.deliveries import schedule
from selfcare import operations
from selfcare.messages.reminders import actions
from selfcare.models import Kind, Occurrence, WaterLog
from selfcare.operations.planning import wishes_for
from tests.factories.accounts import make_user
from tests.factories.push import PushService, make_device, with_keys
from tests.factories.selfcare import make_activity, make_occurrence

pytestmark = pytest.mark.django_db
SECRET = "zqmorphine"


@pytest.fixture
def device(settings):
    """Somebody's browser: `told()` opens what its push service got."""
    with_keys(settings)
    service = PushService()
    browser = service.browser()
    browser.person = make_user(time_zone="UTC", display_name="Ruth Zqname")
    make_device(browser.person, browser)
    browser.told = lambda: [browser.words(body) for _headers, body in service.calls]
    yield browser
    service.close()


def due(person, **fields):
    """A slot of their plan that is due, asked for as planning does."""
    now = handrail_now()
    activity = make_activity(person, title=f"Take {SECRET}", **fields)
    activity.text = f"With {SECRET}"
    activity.save(update_fields=["text_sealed"])
    slot = make_occurrence(activity, due_at=now, slot_at=now, not_after=now + timedelta(hours=1))
    schedule(wishes_for(slot))
    return slot


@pytest.mark.parametrize("kind", [Kind.OTHER, Kind.EXERCISE])
def test_the_screen_shows_the_subject_of_the_mail_and_nothing_of_the_plan(device, kind):
    due(device.person, kind=kind)
    drain(limit=50)

    [words] = device.told()
    assert re.fullmatch(r"A reminder from Handrail, .+", words["body"])
    assert [one["title"] for one in words["actions"]] == ["Done", "Later"]
    assert words["url"] == "/today/"
    for said in (SECRET, "Zqname", str(kind), device.person.email, str(device.person.pk)):
        assert said not in json.dumps(words)


def test_done_on_the_device_is_done_once_and_later_asks_there_again_in_the_same_place(device):
    slot = due(device.person)
    drain(limit=50)
    done, later = (one["url"] for one in device.told()[0]["actions"])
    worker = Client(enforce_csrf_checks=True)
    assert worker.get(done).status_code == 200
    assert Occurrence.objects.get().state == "planned", "looking changes nothing"

    for _ in range(2):
        assert worker.post(later).status_code == 200
    slot.refresh_from_db()
    assert slot.snooze_no == 1
    again = Delivery.objects.get(channel="push", subject_key=slot.subject_key)
    Delivery.objects.filter(pk=again.pk).update(due_at=handrail_now(), next_try_at=handrail_now())
    drain(limit=50)
    assert len({words["tag"] for words in device.told()}) == 1
    assert len(device.told()) == 2

    for _ in range(2):
        assert worker.post(done).status_code == 200
    slot.refresh_from_db()
    assert slot.state == "done"


def test_what_was_done_meanwhile_is_not_told(device):
    operations.mark_done(actor=device.person, occurrence=due(device.person))
    drain(limit=50)

    assert device.told() == []
    assert Delivery.objects.get(channel="push").state == "cancelled"


def test_a_drink_has_the_same_words_there_as_anything_else(device):
    slot = due(device.person, kind=Kind.HYDRATION, ml=200)
    done, *_others = actions(slot)

    assert (done.label, done.quick) == ("Log 200 ml", "Done")
    assert Client().post(own_path(done.url)).status_code == 200
    assert list(WaterLog.objects.values_list("ml", flat=True)) == [200]


def test_quiet_hours_of_devices_hold_there_alone(device):
    now = handrail_now()
    quiet = {"starts_at": (now - timedelta(minutes=30)).time(), "ends_at": (now + timedelta(hours=4)).time()}
    QuietHours.objects.create(user=device.person, channel="push", **quiet)
    due(device.person)
    drain(limit=50)

    states = dict(Delivery.objects.values_list("channel", "last_code"))
    assert (device.told(), states["push"], states["in_app"]) == ([], "held", "in_app")
