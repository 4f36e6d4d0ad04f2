"""What happens to a message in hand when the database goes away under it."""

import contextlib
import threading
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from portal.notifications.channels.outcome import Sent
from portal.notifications.engine import line
from portal.notifications.engine.sender import drain
from portal.notifications.engine.tick import keep_turning, look_now
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.notifications import CODE, WALK, House, Wire, make_delivery
from tests.portal.notifications.engine.lossy import line_that_loses_a_reply


def cut_our_own_line() -> None:
    """End this session from another one, as a restart of the server does."""
    import psycopg

    settings, pid = connection.settings_dict, connection.connection.info.backend_pid
    with psycopg.connect(
        host=settings["HOST"], user=settings["USER"], dbname=settings["NAME"], autocommit=True
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [pid])


def test_the_ack_is_written_after_the_line_was_cut_and_nothing_goes_out_twice(committed: str, house: House, wire: Wire):
    delivery = make_delivery()

    def reply(pk: Any) -> Sent:
        cut_our_own_line()
        return Sent("250")

    wire.reply = reply
    drain(limit=1)

    assert Delivery.objects.get(pk=delivery.pk).state == "sent"
    assert wire.got == [delivery.pk]


def test_the_ack_is_written_after_a_while_in_which_the_database_took_no_writes(
    committed: str, house: House, wire: Wire
):
    """As after a server took over and is not the first one yet: it ends with this line."""
    person = make_user()
    both = [make_delivery(recipient=person) for _ in range(2)]

    def reply(pk: Any) -> Sent:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = on")
        return Sent("250")

    wire.reply = reply
    drain(limit=2)

    assert wire.got == [one.pk for one in both]
    assert list(Delivery.objects.values_list("state", "attempts")) == [("sent", 1)] * 2


@pytest.mark.parametrize("which", [1, 2])
def test_a_message_whose_gate_passed_unheard_goes_out_once_and_is_not_called_uncertain(
    committed: str, house: House, wire: Wire, which: int
):
    person = make_user()
    both = [make_delivery(recipient=person, kind=kind) for kind in (WALK, CODE)]

    with line_that_loses_a_reply(b"SET state = 'handing'", which) as lost:
        with contextlib.suppress(DatabaseError):
            drain(limit=2)
        assert lost.is_set()
        drain(limit=2)

    assert wire.got == [one.pk for one in both]
    assert list(Delivery.objects.values_list("state", "attempts", "ambiguous")) == [("sent", 1, 0)] * 2


def test_a_loop_survives_a_cut_line(committed: str):
    stop, turns = threading.Event(), []

    def turn(asked: Any) -> int:
        turns.append(1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if len(turns) == 1:
            cut_our_own_line()
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        stop.set()
        return 0

    keep_turning(turn, stop, pause=0)

    assert len(turns) == 2


def test_a_process_frozen_in_a_transaction_lets_go_of_its_rows(committed: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(line, "ASLEEP_SECONDS", 1)
    person = make_user()
    look_now()
    frozen, thawed = threading.Event(), threading.Event()

    def freeze() -> None:
        look_now()
        try:
            with transaction.atomic():
                type(person).objects.select_for_update().get(pk=person.pk)
                frozen.set()
                thawed.wait(60)
        except DatabaseError:
            pass
        finally:
            connection.close()

    asleep = threading.Thread(target=freeze)
    asleep.start()
    assert frozen.wait(20)

    assert type(person).objects.filter(pk=person.pk).update(country="PL") == 1  # waits for the lock, at most a second

    thawed.set()
    asleep.join()
