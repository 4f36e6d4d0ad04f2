"""More than half of the newest fifty failing: the channel rests, and one probe every 15 s asks whether it is back."""

import pytest

from portal.core.kinds import No, Yes
from portal.notifications.channels.outcome import ForGood, ForNow, Sent
from portal.notifications.engine import breaker
from portal.notifications.engine.sender import drain
from portal.notifications.models import Breaker, Delivery
from tests.factories.accounts import make_user
from tests.factories.notifications import House, Wire, make_delivery, move_clock
from tests.portal.notifications.channels.scripted import mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(house: House) -> list[Delivery]:
    person = make_user()
    return [make_delivery(recipient=person) for _ in range(60)]


def charged() -> int:
    return sum(Delivery.objects.values_list("attempts", flat=True))


def test_it_opens_at_the_26th_failure_and_the_rest_is_let_go_uncharged(many: list[Delivery], wire: Wire):
    wire.reply = lambda pk: ForNow("451", "rcpt")

    drain(limit=60)

    assert len(wire.got) == 26
    assert breaker.resting() == ["null"]
    assert charged() == 26
    assert Delivery.objects.filter(state="pending").count() == 60


def test_without_a_server_each_batch_ends_at_its_first_failure(many: list[Delivery], wire: Wire):
    wire.reply = lambda pk: ForNow("ConnectionRefusedError", "connect")

    drain(limit=60)

    assert len(wire.got) == 26  # one in each of 26 batches, then it rests


def test_half_failing_is_not_enough(many: list[Delivery], wire: Wire):
    replies = iter([ForNow("451", "rcpt"), Sent("250")] * 30)
    wire.reply = lambda pk: next(replies)

    drain(limit=60)

    assert breaker.resting() == []


@pytest.mark.parametrize("code", ["5.1.1", "5.1.10", "5.2.2", "no-recipient", "410"])
def test_refused_addresses_are_not_the_channels_fault(many: list[Delivery], wire: Wire, code: str):
    wire.reply = lambda pk: ForGood(code, "rcpt")

    drain(limit=60)

    assert breaker.resting() == []
    assert len(wire.got) == 60


@pytest.mark.parametrize("code", ["550", "5.7.1", "5.1.8", "5.3.4"])
def test_refusals_that_may_be_meant_for_us_open_it_and_a_probe_costs_no_message(
    many: list[Delivery], wire: Wire, code: str
):
    wire.reply = lambda pk: ForGood(code, "rcpt")
    drain(limit=60)
    assert breaker.resting() == ["null"]
    assert Delivery.objects.filter(state="dead").count() == 26

    move_clock(seconds=16)
    drain(limit=60)

    assert len(wire.got) == 27
    assert Delivery.objects.filter(state="dead").count() == 26
    assert Delivery.objects.filter(state="pending", attempts=0).count() == 34


def test_a_server_that_refuses_us_as_the_sender_kills_no_message(house: House, settings):
    person = make_user()
    for _ in range(30):
        make_delivery(recipient=person, channel="email")

    with mail_server(settings, MAIL="530 5.7.0 Authentication required") as server:
        drain(limit=30)

    assert len(server.envelopes) == 26
    assert breaker.resting() == ["email"]
    assert set(Delivery.objects.values_list("state", flat=True)) == {"pending"}


def test_one_probe_in_15_seconds_which_costs_nothing(many: list[Delivery], wire: Wire):
    wire.reply = lambda pk: ForNow("451", "rcpt")
    drain(limit=60)
    before = charged()

    drain(limit=60)
    assert len(wire.got) == 26
    move_clock(seconds=16)
    drain(limit=60)
    drain(limit=60)

    assert len(wire.got) == 27
    assert charged() == before


def test_a_probe_that_comes_through_closes_it_and_failures_count_from_there(many: list[Delivery], wire: Wire):
    wire.reply = lambda pk: ForNow("451", "rcpt")
    drain(limit=60)
    wire.reply = lambda pk: Sent("250")
    move_clock(minutes=2)

    drain(limit=60)

    assert breaker.resting() == []
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    assert breaker.consider("null") is False
    assert Breaker.objects.get().counting_from > 0


def test_other_channels_go_on(many: list[Delivery], wire: Wire):
    wire.reply = lambda pk: ForNow("451", "rcpt")
    notice = make_delivery(channel="in_app")
    drain(limit=60)

    drain(limit=60)

    assert Delivery.objects.get(pk=notice.pk).state == "sent"


def test_what_is_not_wanted_does_not_use_up_the_probe(many: list[Delivery], wire: Wire, house: House):
    wire.reply = lambda pk: ForNow("451", "rcpt")
    drain(limit=60)
    unwanted = {one.pk for one in Delivery.objects.order_by("next_try_at", "id")[:33]}
    house.answer = lambda one: No("enough") if one.pk in unwanted else Yes()
    wire.reply = lambda pk: Sent("250")
    move_clock(seconds=16)

    drain(limit=60)

    assert breaker.resting() == []
    assert len(wire.got) >= 27
    assert set(wire.got[26:]).isdisjoint(unwanted)
    assert set(Delivery.objects.filter(state="cancelled").values_list("pk", flat=True)) == unwanted


def test_a_probe_that_fails_is_one_message_and_the_rest_wait_uncharged(many: list[Delivery], wire: Wire):
    wire.reply = lambda pk: ForNow("ConnectionRefusedError", "connect")
    drain(limit=60)
    move_clock(seconds=16)

    drain(limit=60)

    assert len(wire.got) == 27
    assert set(Delivery.objects.values_list("state", "token")) == {("pending", None)}
    assert charged() == 26
