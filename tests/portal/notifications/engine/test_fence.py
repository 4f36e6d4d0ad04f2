"""The last gate: nobody passes it twice, too late, or with a lease that could run out underneath."""

from datetime import timedelta

import pytest

from portal.core.clock import handrail_now
from portal.notifications.channels.outcome import Sent
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.reap import reap
from portal.notifications.engine.settle import settle
from portal.notifications.models import Delivery
from tests.factories.notifications import House, make_delivery, move_clock

pytestmark = pytest.mark.django_db


def test_an_outcome_without_the_token_changes_nothing(house: House):
    make_delivery()
    [held] = claim(limit=1)
    fence(held)
    move_clock(seconds=61)
    reap()

    assert settle(held, Sent("250")) is False
    assert Delivery.objects.get(pk=held.pk).state == "pending"


def test_a_lease_with_less_than_35_seconds_left_does_not_pass_the_fence(house: House):
    make_delivery()
    [held] = claim(limit=1)
    move_clock(seconds=26)

    assert fence(held) is False


def test_past_its_end_it_does_not_pass_the_fence(house: House):
    make_delivery(not_after=handrail_now() + timedelta(seconds=5))
    [held] = claim(limit=1)
    move_clock(seconds=6)

    assert fence(held) is False


def test_a_token_passes_the_fence_once(house: House):
    make_delivery()
    [held] = claim(limit=1)

    assert [fence(held), fence(held)] == [True, False]
