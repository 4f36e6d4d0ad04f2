"""What drives the engine: tasks without data, a ticker beside the worker, one command."""

import os
import signal
import threading
from io import StringIO
from uuid import UUID

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command

from portal.celery import app
from portal.notifications import tasks
from portal.notifications.channels.outcome import Sent
from portal.notifications.engine import tick
from portal.notifications.models import Delivery, Heartbeat
from portal.notifications.operations.events import WAKE, wake_on_commit
from tests.factories.notifications import House, Wire, make_delivery, move_clock


@pytest.mark.django_db
def test_the_tasks_carry_no_data_and_may_run_twice(house: House, wire: Wire):
    delivery = make_delivery()
    for _ in range(2):
        for task in (tasks.wake, tasks.reap, tasks.plan):
            task()

    assert Delivery.objects.get(pk=delivery.pk).state == "sent"
    assert wire.got.count(delivery.pk) == 1
    assert dict(Heartbeat.objects.values_list("role", "seq")) == {"wake": 2, "reap": 2, "plan": 2}


def test_every_tick_of_the_beat_is_a_task_that_expires_within_its_own_pace():
    app.loader.import_default_modules()
    for name in ("wake", "reap", "plan"):
        entry = django_settings.CELERY_BEAT_SCHEDULE[name]
        assert entry["task"] in app.tasks
        assert "args" not in entry and "kwargs" not in entry
        assert entry["options"]["expires"] <= 30
    assert WAKE in app.tasks
    assert tasks.wake.expires == 10
    assert (tasks.wake.acks_late, tasks.wake.ignore_result) == (False, True)


@pytest.mark.django_db
def test_a_wake_reaches_the_broker_without_a_word_in_it(django_capture_on_commit_callbacks):
    with app.connection_for_read() as broker:
        broker.default_channel.queue_purge("celery")
        with django_capture_on_commit_callbacks(execute=True):
            wake_on_commit()
        message = broker.SimpleQueue("celery").get(timeout=5)
        message.ack()

    assert message.headers["task"] == WAKE
    assert message.headers["argsrepr"] == "()"
    assert message.headers["kwargsrepr"] == "{}"
    assert message.headers["expires"] is not None
    assert message.headers["ignore_result"] is True


@pytest.mark.django_db
def test_one_command_runs_the_whole_engine_once(house: House, wire: Wire):
    make_delivery()
    said = StringIO()

    call_command("deliver", stdout=said)

    assert "2 taken care of" in said.getvalue()  # ours and the canary


@pytest.mark.django_db
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_one_command_that_is_told_to_end_finishes_what_is_in_hand_and_lets_the_rest_go(
    house: House, wire: Wire, sign: signal.Signals
):
    for _ in range(3):
        make_delivery()

    def reply(pk: UUID) -> Sent:
        os.kill(os.getpid(), sign)
        return Sent("250")

    wire.reply = reply
    before = signal.getsignal(sign)
    try:
        call_command("deliver", stdout=StringIO())
    finally:
        tick.STOPPING.clear()

    assert len(wire.got) == 1 and signal.getsignal(sign) is before
    assert sorted(Delivery.objects.values_list("state", "attempts")) == [("pending", 0)] * 3 + [("sent", 1)]


def test_the_ticker_takes_over_and_ends_when_told(committed: str, house: House, wire: Wire):
    delivery = make_delivery()
    move_clock(seconds=6)
    stop, done = threading.Event(), threading.Event()

    def turn(asked: tick.Stop) -> int:
        handled = tick.ticker_turn(asked)
        if delivery.pk in wire.got:
            done.set()
        return handled

    thread = threading.Thread(target=tick.keep_turning, args=(turn, stop, 0.1))
    thread.start()
    assert done.wait(20)
    stop.set()
    thread.join(20)

    assert not thread.is_alive()
    assert Delivery.objects.get(pk=delivery.pk).state == "sent"


def test_a_worker_that_shuts_down_stops_its_senders(monkeypatch: pytest.MonkeyPatch):
    stopping = threading.Event()
    monkeypatch.setattr(tasks, "STOPPING", stopping)
    tasks.stop_senders()
    tasks.start_ticker()  # sees at once that the end has come

    assert stopping.is_set()


def test_a_turn_that_fails_does_not_end_the_loop():
    stop, turns = threading.Event(), []

    def turn(asked: tick.Stop) -> int:
        turns.append(1)
        if len(turns) == 2:
            stop.set()
        raise ZeroDivisionError

    tick.keep_turning(turn, stop, pause=0)

    assert len(turns) == 2
