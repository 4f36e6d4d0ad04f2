"""The clock of the database is set back by an hour: nothing stands still until that hour is over."""

import pytest

from portal.notifications.channels.outcome import ForNow, Sent
from portal.notifications.engine import breaker
from portal.notifications.engine.claim import claim
from portal.notifications.engine.reap import reap
from portal.notifications.engine.sender import drain
from portal.notifications.engine.tick import PLAN_SECONDS, SILENCE_SECONDS
from portal.notifications.engine.watch import beat, my_turn, quiet
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.notifications import House, Wire, make_delivery, move_clock

pytestmark = pytest.mark.django_db


def test_a_sign_of_life_from_the_future_is_none():
    assert my_turn("plan", PLAN_SECONDS)
    beat("wake")
    assert (my_turn("plan", PLAN_SECONDS), quiet("wake", SILENCE_SECONDS)) == (False, False)

    move_clock(hours=-1)

    assert (my_turn("plan", PLAN_SECONDS), quiet("wake", SILENCE_SECONDS)) == (True, True)
    assert my_turn("plan", PLAN_SECONDS) is False


def test_what_a_dead_sender_had_taken_waits_again_at_the_next_sweep(house: House):
    delivery = make_delivery()
    claim(limit=1)
    move_clock(hours=-1)

    assert reap() == 1

    assert Delivery.objects.get(pk=delivery.pk).state == "pending"


def test_a_channel_that_rests_is_asked_again_within_its_15_seconds(house: House, wire: Wire):
    person = make_user()
    for _ in range(60):
        make_delivery(recipient=person)
    wire.reply = lambda pk: ForNow("451", "rcpt")
    drain(limit=60)
    assert breaker.resting() == ["null"]
    Delivery.objects.update(next_try_at="2020-01-01T00:00Z")
    wire.reply = lambda pk: Sent("250")

    move_clock(hours=-1)
    drain(limit=60)

    assert breaker.resting() == []
