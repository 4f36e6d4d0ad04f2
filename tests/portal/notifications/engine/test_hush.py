"""Quiet hours and pauses, asked at the last moment: what is held, what is dropped, and what goes out all the same."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.core.clock import handrail_now
from portal.core.kinds import Yes
from portal.notifications.engine.hush import hushed
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, Notice, QuietHours, Rhythm
from selfcare.models.occurrence import REMINDER
from tests.factories.accounts import make_user
from tests.factories.notifications import CODE, WALK, House, make_delivery, move_clock, wired
from tests.factories.selfcare import make_activity, make_occurrence

pytestmark = pytest.mark.django_db


@pytest.fixture
def mails():
    with wired("email") as wire:
        yield wire


@pytest.fixture
def person():
    """Somebody for whom it is noon, give or take: what is let go at bedtime is no question of quiet hours."""
    return make_user(time_zone=f"Etc/GMT{handrail_now().hour - 12:+d}")


def quiet_now(person, channel="email", hours=5.0):
    """Quiet hours that began half an hour ago; returns when they end."""
    now = handrail_now().astimezone(ZoneInfo(person.time_zone))
    end = (now + timedelta(hours=hours)).replace(second=0, microsecond=0)
    began = (now - timedelta(minutes=30)).time().replace(second=0, microsecond=0)
    QuietHours.objects.create(user=person, channel=channel, starts_at=began, ends_at=end.time())
    return end


def send(person, **fields):
    delivery = make_delivery(recipient=person, **{"channel": "email", **fields})
    drain(limit=50)
    return delivery


def fresh(delivery):
    return Delivery.objects.get(pk=delivery.pk)


def test_a_message_in_quiet_hours_waits_until_they_end_even_past_its_own_end(house: House, person, mails):
    end = quiet_now(person)
    held = send(person)  # good for one hour by itself

    assert (fresh(held).state, fresh(held).last_code, mails.got) == ("pending", "held", [])
    assert fresh(held).next_try_at == end
    move_clock(seconds=(end - handrail_now()).total_seconds() + 1)
    drain(limit=50)
    assert mails.got == [held.pk]


def test_quiet_hours_are_of_one_channel_and_one_person(house: House, person, mails):
    quiet_now(person, channel="in_app")
    assert fresh(send(person)).state == "sent"
    assert fresh(send(make_user())).state == "sent"
    assert fresh(send(person, channel="in_app")).state == "pending"


def test_outside_its_quiet_hours_nothing_waits(house: House, person, mails):
    now = handrail_now().astimezone(ZoneInfo(person.time_zone))
    before = (now - timedelta(hours=3)).time(), (now - timedelta(hours=2)).time()
    QuietHours.objects.create(user=person, channel="email", starts_at=before[0], ends_at=before[1])
    assert fresh(send(person)).state == "sent"


def test_codes_come_in_quiet_hours_and_pauses(house: House, person, mails):
    quiet_now(person)
    Rhythm.objects.create(user=person, paused_until=handrail_now() + timedelta(days=3))
    assert fresh(send(person, kind=CODE)).state == "sent"


def test_a_pause_drops_what_ends_before_it_and_holds_what_does_not(house: House, person, mails):
    until = handrail_now() + timedelta(days=3)
    Rhythm.objects.create(user=person, paused_until=until)
    short, long = send(person), send(person, not_after=until + timedelta(days=1))

    assert (fresh(short).state, fresh(short).last_code) == ("cancelled", "paused")
    assert (fresh(long).state, fresh(long).next_try_at) == ("pending", until)
    assert mails.got == []


def test_in_a_pause_the_inbox_goes_on(house: House, person):
    Rhythm.objects.create(user=person, paused_until=handrail_now() + timedelta(days=3))
    assert fresh(send(person, channel="in_app")).state == "sent"
    assert Notice.objects.filter(user=person, kind=WALK).count() == 1


def test_a_pause_that_is_over_means_nothing(house: House, person, mails):
    Rhythm.objects.create(user=person, paused_until=handrail_now() - timedelta(minutes=1))
    assert fresh(send(person)).state == "sent"


@pytest.mark.parametrize(
    ("kind", "state", "code"), [("hydration", "cancelled", "quiet"), ("exercise", "pending", "held")]
)
def test_in_quiet_hours_a_glass_of_water_is_let_go_and_a_walk_waits(person, mails, kind, state, code):
    quiet_now(person)
    slot = make_occurrence(make_activity(person, kind=kind), due_at=handrail_now())
    found = send(person, kind=REMINDER, subject_key=f"occurrence:{slot.pk}:0")

    assert (fresh(found).state, fresh(found).last_code) == (state, code)
    assert mails.got == []


def test_a_house_that_cannot_say_what_quiet_hours_do_has_that_one_held_and_holds_up_nobody(house: House, person, mails):
    end = quiet_now(person)
    broken, dropped = (make_delivery(recipient=person, channel="email") for _ in range(2))
    house.quiet = lambda one: 1 / 0 if one.pk == broken.pk else "drop"

    awake = send(make_user(), kind=CODE)

    assert (fresh(broken).state, fresh(broken).next_try_at) == ("pending", end)
    assert (fresh(dropped).state, fresh(dropped).last_code) == ("cancelled", "quiet")
    assert mails.got == [awake.pk]


def test_in_a_pause_a_reminder_does_not_wait_in_the_inbox(person):
    Rhythm.objects.create(user=person, paused_until=handrail_now() + timedelta(days=3))
    slot = make_occurrence(make_activity(person), due_at=handrail_now())
    found = send(person, kind=REMINDER, subject_key=f"occurrence:{slot.pk}:0", channel="in_app")

    assert (fresh(found).state, fresh(found).last_code) == ("cancelled", "paused")
    assert not Notice.objects.filter(user=person).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_asking_costs_two_statements_for_a_batch_of_any_size(house: House, mails, count, django_assert_num_queries):
    batch = [make_delivery(channel="email") for _ in range(count)]
    QuietHours.objects.create(user=make_user(), channel="email", starts_at=time(0), ends_at=time(23))
    with django_assert_num_queries(2):  # pauses, quiet hours
        assert hushed(batch, {one.pk: Yes() for one in batch}) == {}
