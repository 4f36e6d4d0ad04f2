"""However much is prepared ahead, one message is in hand at a time, and its ack is committed before the next goes."""

import threading
import time
from typing import Any

import pytest
from django.db import connection, transaction

from portal.accounts.models import User
from portal.core.kinds import Message
from portal.notifications.channels.email import EmailChannel
from portal.notifications.channels.outcome import ForNow, Sent
from portal.notifications.engine import wanted
from portal.notifications.engine.ack import ack_and_fence
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import HAND_SECONDS, ROOM_SECONDS, fence
from portal.notifications.engine.sender import AHEAD, drain
from portal.notifications.models import Delivery, DeliveryAttempt
from portal.notifications.operations.deliveries import cancel
from tests.factories.accounts import make_user
from tests.factories.notifications import WALK, House, Wire, make_delivery, walk_words
from tests.portal.notifications.channels.scripted import WAIT, mail_server


def make_several(count: int) -> list[Delivery]:
    person = make_user()
    return [make_delivery(recipient=person) for _ in range(count)]


def test_every_ack_is_committed_before_the_next_message_goes_out(committed: str, house: House, wire: Wire):
    make_several(AHEAD + 3)
    seen: list[tuple[int, int]] = []

    def look(pk: Any) -> Sent:
        with other_line() as line:
            counts = line.execute(
                "SELECT count(*) FILTER (WHERE state = 'sent'), count(*) FILTER (WHERE state = 'handing')"
                " FROM notifications_delivery"
            ).fetchone()
        seen.append(counts)
        return Sent("250")

    wire.reply = look
    drain(limit=50)

    assert seen == [(number, 1) for number in range(AHEAD + 3)]
    assert DeliveryAttempt.objects.filter(outcome="sent").count() == AHEAD + 3


def other_line() -> Any:
    import psycopg

    settings = connection.settings_dict
    return psycopg.connect(host=settings["HOST"], user=settings["USER"], dbname=settings["NAME"], autocommit=True)


def test_a_message_cancelled_while_the_one_before_is_in_hand_does_not_go_out(committed: str, house: House, wire: Wire):
    first, second, third = make_several(3)

    def change_of_mind(pk: Any) -> Sent:
        if pk == first.pk:
            cancel(kind=WALK, subject_keys=[second.subject_key])
        return Sent("250")

    wire.reply = change_of_mind
    drain(limit=50)

    assert wire.got == [first.pk, third.pk]
    states = dict(Delivery.objects.values_list("pk", "state"))
    assert states == {first.pk: "sent", second.pk: "cancelled", third.pk: "sent"}


def test_an_ack_does_not_wait_for_somebody_who_is_changing_the_next_message(committed: str, house: House):
    make_several(2)
    first, second = claim(limit=2)
    fence(first)
    holding, go = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            cancel(kind=WALK, subject_keys=[second.subject_key])
            holding.set()
            go.wait(20)
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    assert holding.wait(20)

    assert ack_and_fence(first, Sent("250"), second) is False
    assert Delivery.objects.get(pk=first.pk).state == "sent"

    go.set()
    other.join()
    assert fence(second) is False


def test_an_ack_without_the_token_changes_nothing_and_the_next_passes_all_the_same(committed: str, house: House):
    make_several(2)
    first, second = claim(limit=2)

    assert ack_and_fence(first, Sent("250"), second) is True

    assert dict(Delivery.objects.values_list("pk", "state")) == {first.pk: "leased", second.pk: "handing"}
    assert DeliveryAttempt.objects.count() == 0


def test_words_and_address_are_never_older_than_the_answer(
    committed: str, house: House, settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wanted, "GOOD_FOR_SECONDS", 0)  # whatever lies ready is old as soon as one is handed over
    person = make_user(email="old@there.example")
    for _ in range(2):
        make_delivery(recipient=person, channel="email")
    with mail_server(settings, MAIL=WAIT) as server:
        sender = threading.Thread(target=lambda: (drain(limit=2), connection.close()))
        sender.start()
        assert server.waiting.wait(20)
        User.objects.filter(pk=person.pk).update(email="new@there.example")
        house.words = lambda one: Message(subject="s", title="Something discreet")
        server.go.set()
        sender.join(20)

    assert server.envelopes[1::2] == ["RCPT TO:<old@there.example>", "RCPT TO:<new@there.example>"]
    assert [b"discreet" in mail for mail in server.mails] == [False, True]


def test_within_a_second_words_are_made_once(committed: str, house: House, wire: Wire, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(wanted, "GOOD_FOR_SECONDS", 60)
    made: list[Any] = []
    house.words = lambda one: (made.append(one.pk), walk_words())[1]
    make_several(AHEAD + 3)

    drain(limit=50)

    assert sorted(made) == sorted(wire.got)
    assert len(made) == AHEAD + 3


def test_a_message_in_hand_is_not_given_back_by_a_sender_that_is_interrupted(committed: str, house: House, wire: Wire):
    first, second = make_several(2)

    def interrupted(pk: Any) -> Sent:
        raise KeyboardInterrupt

    wire.reply = interrupted
    with pytest.raises(KeyboardInterrupt):
        drain(limit=2)

    assert dict(Delivery.objects.values_list("pk", "state")) == {first.pk: "handing", second.pk: "pending"}


def test_a_sender_that_wakes_up_after_its_time_hands_nothing_over(settings: Any):
    with mail_server(settings) as server:
        channel = EmailChannel()
        letter = ("a@there.example", b"Subject: s\r\n\r\nwords\r\n")
        assert isinstance(channel.hand_over(letter), Sent)

        assert channel.hand_over(letter, time.monotonic() - 0.1) == ForNow("too late", "late")
        channel.close()

    assert len(server.mails) == 1


def test_the_time_for_handing_over_ends_before_the_lease_may(committed: str, house: House, wire: Wire):
    make_several(1)
    before = time.monotonic()
    [held] = claim(limit=1)

    assert fence(held)

    assert before <= held.fenced_at <= time.monotonic()
    assert HAND_SECONDS < ROOM_SECONDS
