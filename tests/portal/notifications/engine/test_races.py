"""Real threads with connections of their own, in a database where transactions commit."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection, transaction

from portal.core.clock import handrail_now
from portal.core.kinds import Addressee, Yes
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.plan import canary, expand_events
from portal.notifications.engine.reap import reap
from portal.notifications.engine.sender import drain
from portal.notifications.engine.watch import my_turn
from portal.notifications.models import Delivery, Event
from portal.notifications.operations.deliveries import Wish, cancel, schedule
from portal.notifications.operations.events import record_event
from tests.factories.accounts import make_user
from tests.factories.notifications import WALK, House, Wire, make_delivery, move_clock


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Run these in threads that start together; each closes its own connection."""
    gate = threading.Barrier(len(works))

    def one(work: Callable[[], Any]) -> Any:
        gate.wait(10)
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(60) for done in [pool.submit(one, work) for work in works]]


def test_two_senders_never_hold_the_same_delivery(committed: str, house: House):
    person = make_user()
    for _ in range(40):
        make_delivery(recipient=person)

    batches = at_once(*[lambda: claim(limit=15)] * 4)

    held = [one.pk for batch in batches for one in batch]
    assert len(held) == len(set(held)) == 40


def test_four_senders_send_each_delivery_once(committed: str, house: House, wire: Wire):
    person = make_user()
    wanted = {make_delivery(recipient=person).pk for _ in range(60)}

    at_once(*[lambda: drain(limit=7)] * 4)
    drain(limit=60)  # what one sender found empty while another still held it

    assert sorted(wire.got) == sorted(wanted)
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


def test_a_cancel_that_meets_the_fence_wins_or_loses_whole(committed: str, house: House):
    for _ in range(12):
        delivery = make_delivery()
        [held] = claim(limit=1)

        passed, cancelled = at_once(
            lambda held=held: fence(held),
            lambda key=delivery.subject_key: cancel(kind=WALK, subject_keys=[key]),
        )

        state = Delivery.objects.get(pk=delivery.pk).state
        assert (passed, cancelled, state) in {(True, 0, "handing"), (False, 1, "cancelled")}


def test_one_token_passes_the_fence_once_among_threads(committed: str, house: House):
    make_delivery()
    [held] = claim(limit=1)

    passed = at_once(*[lambda: fence(held)] * 4)

    assert sorted(passed) == [False, False, False, True]


def test_planners_at_once_make_each_message_once(committed: str, house: House):
    person, now = make_user(), handrail_now()
    wishes = [Wish(WALK, f"walk:{n}:0", person.pk, "null", now, now) for n in range(50)]

    made = at_once(
        lambda: schedule(wishes), lambda: schedule(reversed(wishes)), lambda: schedule(wishes[20:] + wishes[:20])
    )

    assert sum(made) == Delivery.objects.count() == 50


def test_an_uncommitted_cancel_is_waited_for_and_then_obeyed(committed: str, house: House):
    delivery = make_delivery()
    [held] = claim(limit=1)
    cancelled, go = threading.Event(), threading.Event()

    def save_the_change() -> None:
        with transaction.atomic():
            cancel(kind=WALK, subject_keys=[delivery.subject_key])
            cancelled.set()
            go.wait(10)

    def send() -> bool:
        cancelled.wait(10)
        go.set()
        return fence(held)

    assert at_once(save_the_change, send) == [None, False]


def test_reapers_at_once_count_a_loss_once(committed: str, house: House):
    for _ in range(10):
        make_delivery()
    for held in claim(limit=10):
        fence(held)
    move_clock(seconds=61)

    assert sum(at_once(*[reap] * 3)) == 10
    assert set(Delivery.objects.values_list("ambiguous", flat=True)) == {1}


def test_tickers_at_once_expand_an_event_once(committed: str, house: House):
    people = [make_user() for _ in range(5)]
    house.people = [Addressee(one.pk, "thread:1:1") for one in people]
    for _ in range(4):
        record_event(kind=WALK, subject="thread:1")

    at_once(*[expand_events] * 3)
    expand_events()

    assert not Event.objects.filter(done_at=None).exists()
    assert Delivery.objects.filter(channel="in_app").count() == 5


def test_only_one_process_takes_a_turn(committed: str):
    assert sorted(at_once(*[lambda: my_turn("plan", 30)] * 4)) == [False, False, False, True]


def test_two_beats_at_once_make_one_canary(committed: str):
    at_once(*[canary] * 3)

    assert Delivery.objects.filter(kind="notifications.canary").count() <= 2  # two only across the turn of a minute


def test_no_transaction_is_open_while_a_message_is_handed_over(committed: str, house: House, wire: Wire):
    make_delivery()
    seen = []

    def reply(pk: Any) -> Any:
        from portal.notifications.channels.outcome import Sent

        seen.append((connection.in_atomic_block, connection.connection.info.transaction_status.name))
        return Sent("250")

    wire.reply = reply
    drain(limit=1)

    assert seen == [(False, "IDLE")]


def test_the_house_is_asked_again_when_its_answer_is_older_than_a_second(committed: str, house: House, wire: Wire):
    person = make_user()
    for _ in range(3):
        make_delivery(recipient=person)
    pause = threading.Event()

    def slowly(pk: Any) -> Any:
        from portal.notifications.channels.outcome import Sent

        pause.wait(1.05)
        return Sent("250")

    wire.reply = slowly
    house.answer = lambda one: Yes()
    drain(limit=3)

    assert house.asked == [3, 2, 1]  # the batch, then whatever is left of it each time a second has passed


def test_stopping_finishes_the_message_in_hand_and_lets_the_others_go(committed: str, house: House, wire: Wire):
    person = make_user()
    for _ in range(5):
        make_delivery(recipient=person)

    assert drain(limit=5, stop=lambda: len(wire.got) >= 2) == 2

    states = list(Delivery.objects.order_by("state").values_list("state", "token"))
    assert [state for state, _ in states] == ["pending"] * 3 + ["sent"] * 2
    assert {token for _, token in states} == {None}
    assert wire.closed == 1
