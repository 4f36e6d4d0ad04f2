"""What happens to a message in hand when the database goes away under it."""

from typing import Any

from django.db import connection

from portal.notifications.channels.outcome import Sent
from portal.notifications.engine.sender import drain
from portal.notifications.engine.tick import keep_turning
from portal.notifications.models import Delivery
from tests.factories.notifications import House, Wire, make_delivery


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


def test_a_loop_survives_a_cut_line(committed: str):
    import threading

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
