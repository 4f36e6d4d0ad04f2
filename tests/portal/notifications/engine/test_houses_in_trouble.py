"""A house that fails, is too slow, or is not known to this sender: its own messages wait, and nobody else's."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction

from portal.core.clock import handrail_now
from portal.core.kinds import Kind, kinds
from portal.notifications.engine.reap import expire
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery
from tests.factories.notifications import House, Wire, make_delivery, move_clock, walk_words

pytestmark = pytest.mark.django_db


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


@contextmanager
def known(key: str):
    kinds.register(Kind(key=key, label="Newer", render=lambda row: walk_words(), channels=("null",)))
    try:
        yield
    finally:
        kinds._items.pop(key)


def test_words_that_cannot_be_made_are_tried_three_times_and_hold_up_nobody(house: House, wire: Wire):
    broken, fine = make_delivery(not_after=handrail_now() + timedelta(hours=3)), make_delivery()
    good = house.words
    house.words = lambda one: 1 / 0 if one.pk == broken.pk else good(one)

    drain(limit=10)
    assert (fresh(broken).state, fresh(fine).state) == ("pending", "sent")
    for _ in range(2):
        move_clock(minutes=12)
        drain(limit=10)

    assert (fresh(broken).state, fresh(broken).render_errors) == ("dead", 3)
    assert wire.got == [fine.pk]


def test_a_house_that_fails_to_answer_for_one_row_holds_up_nobody(house: House, wire: Wire):
    broken, fine = make_delivery(), make_delivery()
    good = house.answer
    house.answer = lambda one: 1 / 0 if one.pk == broken.pk else good(one)

    drain(limit=10)

    assert (fresh(broken).state, fresh(broken).render_errors, fresh(fine).state) == ("pending", 1, "sent")


@pytest.mark.parametrize("where", ["answer", "words"])
def test_a_house_whose_statement_takes_too_long_waits_a_minute_uncharged_and_holds_up_nobody(
    house: House, wire: Wire, where: str
):
    slow, fine = make_delivery(), make_delivery(kind="house.newer")
    good = getattr(house, where)

    def takes_too_long(row: object) -> object:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 5")
            cursor.execute("SELECT pg_sleep(20)")

    setattr(house, where, takes_too_long)
    with known("house.newer"):
        drain(limit=10)
        assert [fresh(one).state for one in (slow, fine)] == ["pending", "sent"]
        setattr(house, where, good)
        drain(limit=10)
        assert wire.got == [fine.pk]
        move_clock(minutes=1)
        drain(limit=10)

    row = fresh(slow)
    assert (row.state, row.attempts, row.render_errors) == ("sent", 1, 0)


def test_words_that_do_not_open_are_tried_three_times(house: House, wire: Wire):
    delivery = make_delivery(channel="email", not_after=handrail_now() + timedelta(hours=3))
    Delivery.objects.filter(pk=delivery.pk).update(words_sealed=b"\x01\x02k1nonsense")
    for _ in range(3):
        drain(limit=10)
        move_clock(minutes=12)

    assert fresh(delivery).state == "dead"


def test_a_kind_that_this_sender_does_not_know_waits_for_one_that_does(house: House, wire: Wire):
    delivery = make_delivery(kind="house.newer")

    drain(limit=10)
    assert (fresh(delivery).state, fresh(delivery).attempts) == ("pending", 0)
    move_clock(minutes=1)
    with known("house.newer"):
        drain(limit=10)

    assert wire.got == [delivery.pk] and fresh(delivery).state == "sent"


def test_a_kind_that_nobody_knows_is_too_late_in_the_end(house: House, wire: Wire):
    delivery = make_delivery(kind="nobody.knows")

    drain(limit=10)
    move_clock(hours=2)
    expire()

    assert (fresh(delivery).state, wire.got) == ("expired", [])
