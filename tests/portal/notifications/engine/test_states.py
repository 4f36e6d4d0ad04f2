"""Every arrow of the table of states, and none besides."""

from datetime import timedelta

import pytest

from portal.core.clock import handrail_now
from portal.core.kinds import Later, No
from portal.notifications.channels.outcome import ForGood, ForNow, Sent, Unknown
from portal.notifications.engine.claim import claim, give_back
from portal.notifications.engine.fence import fence
from portal.notifications.engine.reap import expire, reap
from portal.notifications.engine.sender import drain
from portal.notifications.engine.settle import backoff, settle
from portal.notifications.models import Delivery, DeliveryAttempt, Preference, Suppression
from portal.notifications.models.suppression import address_key
from portal.notifications.operations.bounces import take_note
from portal.notifications.operations.deliveries import Wish, cancel, schedule
from tests.factories.notifications import CODE, WALK, House, Wire, make_delivery, move_clock
from tests.portal.notifications.channels.scripted import HANG_UP, mail_server

pytestmark = pytest.mark.django_db


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


def in_hand(**fields) -> Delivery:
    make_delivery(**fields)
    [held] = claim(limit=1)
    assert fence(held)
    return held


def test_what_is_due_is_leased_to_a_token_for_a_minute(house: House):
    due = make_delivery()

    [held] = claim(limit=10)

    assert (held.pk, held.state) == (due.pk, "leased")
    assert held.token is not None
    assert timedelta(seconds=58) < held.lease_until - handrail_now() <= timedelta(seconds=60)
    assert held.attempts == 0


def test_what_is_due_later_or_too_late_is_not_claimed(house: House):
    now = handrail_now()
    make_delivery(due_at=now + timedelta(seconds=30))
    make_delivery(due_at=now - timedelta(hours=2), not_after=now - timedelta(seconds=1))

    assert claim(limit=10) == []


def test_the_oldest_is_claimed_first(house: House):
    now = handrail_now()
    young, old = make_delivery(due_at=now), make_delivery(due_at=now - timedelta(minutes=9))

    assert [one.pk for one in claim(limit=2)] == [old.pk, young.pk]


def test_a_delivery_goes_from_pending_to_sent_and_is_charged_once(house: House, wire: Wire):
    delivery = make_delivery()

    assert drain(limit=10) == 1

    sent = fresh(delivery)
    assert (sent.state, sent.attempts, sent.token, sent.lease_until) == ("sent", 1, None, None)
    assert sent.sent_at is not None
    assert wire.got == [delivery.pk]
    [attempt] = DeliveryAttempt.objects.filter(delivery_id=delivery.pk)
    assert (attempt.outcome, attempt.number, attempt.code) == ("sent", 1, "250")


def test_a_lease_that_is_given_back_waits_again_uncharged(house: House):
    delivery = make_delivery()

    assert give_back(claim(limit=1)) == 1

    assert (fresh(delivery).state, fresh(delivery).attempts, fresh(delivery).token) == ("pending", 0, None)


def test_a_lease_that_ran_out_waits_again_uncharged(house: House):
    delivery = make_delivery()
    claim(limit=1)
    move_clock(seconds=61)

    assert reap() == 1

    assert (fresh(delivery).state, fresh(delivery).attempts) == ("pending", 0)


def test_a_living_lease_is_left_alone(house: House):
    make_delivery()
    claim(limit=1)

    assert reap() == 0


def test_the_house_saying_no_cancels(house: House, wire: Wire):
    delivery = make_delivery()
    house.answer = lambda one: No("done")

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).last_code) == ("cancelled", "done")
    assert wire.got == []


def test_the_house_saying_later_puts_it_off_uncharged(house: House, wire: Wire):
    delivery = make_delivery()
    at = handrail_now() + timedelta(minutes=30)
    house.answer = lambda one: Later(at)

    drain(limit=10)

    row = fresh(delivery)
    assert (row.state, row.next_try_at, row.attempts, row.last_code) == ("pending", at, 0, "later")


def test_the_person_not_wanting_it_cancels(house: House, wire: Wire):
    delivery = make_delivery(channel="email")
    Preference.objects.create(user=delivery.recipient, kind=WALK, channel="email", wanted=False)

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).last_code) == ("cancelled", "unwanted")


def test_a_person_who_left_gets_nothing(house: House, wire: Wire):
    delivery = make_delivery()
    delivery.recipient.is_active = False
    delivery.recipient.save(update_fields=["is_active"])

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).last_code) == ("cancelled", "gone")
    assert wire.got == []


def test_an_address_given_up_is_suppressed(house: House):
    delivery = make_delivery(channel="email")
    Suppression.objects.create(address_key=address_key(delivery.recipient.email.upper()), reason="unknown")

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).attempts) == ("suppressed", 0)


def test_an_address_given_up_after_the_batch_was_checked_stops_at_the_fence(house: House):
    make_delivery(channel="email")
    [held] = claim(limit=1)
    Suppression.objects.create(address_key=address_key(held.recipient.email), reason="unknown")

    assert fence(held) is False


def test_pending_past_its_end_expires(house: House):
    now = handrail_now()
    late = make_delivery(due_at=now - timedelta(hours=2), not_after=now - timedelta(seconds=1))
    due = make_delivery()

    assert expire() == 1

    assert (fresh(late).state, fresh(due).state) == ("expired", "pending")


@pytest.mark.parametrize("taken", [False, True])
def test_waiting_or_leased_can_be_cancelled_and_the_fence_holds(house: House, taken: bool):
    delivery = make_delivery()
    held = claim(limit=1) if taken else []

    assert cancel(kind=WALK, subject_keys=[delivery.subject_key]) == 1

    assert fresh(delivery).state == "cancelled"
    assert [fence(one) for one in held] == [False] * len(held)


def test_in_hand_cannot_be_cancelled(house: House):
    held = in_hand()

    assert cancel(kind=WALK, subject_keys=[held.subject_key]) == 0


def test_cancelled_comes_back_when_the_plan_wants_it_and_an_old_token_is_worth_nothing(house: House):
    delivery = make_delivery()
    [held] = claim(limit=1)
    cancel(kind=WALK, subject_keys=[delivery.subject_key])
    later = handrail_now() + timedelta(minutes=5)
    wish = Wish(WALK, delivery.subject_key, delivery.recipient_id, "null", later, later + timedelta(hours=1))

    assert schedule([wish]) == 1

    row = fresh(delivery)
    assert (row.state, row.due_at, row.next_try_at, row.token) == ("pending", later, later, None)
    assert fence(held) is False


@pytest.mark.parametrize("state", ["pending", "sent", "dead", "uncertain", "expired", "suppressed"])
def test_whatever_is_not_cancelled_is_not_planned_twice(house: House, state: str):
    delivery = make_delivery(state=state, sent_at=handrail_now() if state == "sent" else None)
    at = handrail_now() + timedelta(minutes=5)

    assert schedule([Wish(WALK, delivery.subject_key, delivery.recipient_id, "null", at, at)]) == 0
    assert fresh(delivery).state == state


def test_a_wish_more_than_a_week_past_is_refused(house: House):
    past = handrail_now() - timedelta(days=7, seconds=1)
    recent = handrail_now() - timedelta(days=6)

    assert schedule([Wish(WALK, "walk:a:0", None, "null", past, past)]) == 0
    assert schedule([Wish(WALK, "walk:b:0", None, "null", recent, recent)]) == 1


def test_refused_for_now_waits_longer_each_time(house: House, wire: Wire):
    delivery = make_delivery(not_after=handrail_now() + timedelta(hours=3))
    wire.reply = lambda pk: ForNow("451", "rcpt")
    waits = []
    for _ in range(3):
        before = handrail_now()
        drain(limit=10)
        row = fresh(delivery)
        waits.append((row.next_try_at - before).total_seconds())
        move_clock(seconds=waits[-1] + 1)

    assert (row.state, row.attempts, row.last_code) == ("pending", 3, "451")
    assert 24 <= waits[0] <= 37
    assert 96 <= waits[1] <= 145
    assert 384 <= waits[2] <= 577


def test_backoff_is_four_times_as_long_each_time_and_ends_at_a_day():
    for attempt in range(1, 12):
        assert (
            0.8 * min(30 * 4 ** (attempt - 1), 86400) <= backoff(attempt) <= 1.2 * min(30 * 4 ** (attempt - 1), 86400)
        )


def test_refused_for_good_is_dead(house: House, wire: Wire):
    delivery = make_delivery()
    wire.reply = lambda pk: ForGood("5.7.1", "rcpt")

    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).last_code) == ("dead", "5.7.1")
    assert Suppression.objects.count() == 0


def test_a_mailbox_that_does_not_exist_is_given_up_and_its_owner_told_inside(house: House):
    delivery = in_hand(channel="email")
    person = delivery.recipient

    assert settle(delivery, ForGood("5.1.1", "rcpt", nobody_there=True))

    assert fresh(delivery).state == "dead"
    assert Suppression.objects.get().address_key == address_key(person.email)
    drain(limit=10)
    [notice] = person.notices.all()
    assert notice.kind == "notifications.address"
    assert "came back" in notice.words["title"]


def test_an_unknown_outcome_is_tried_once_more_then_left_uncertain(house: House, wire: Wire):
    delivery = make_delivery()
    wire.reply = lambda pk: Unknown("timeout", "dot")

    drain(limit=10)
    assert (fresh(delivery).state, fresh(delivery).ambiguous) == ("pending", 1)
    move_clock(seconds=40)
    drain(limit=10)

    assert (fresh(delivery).state, fresh(delivery).ambiguous) == ("uncertain", 2)
    assert len(wire.got) == 2


def test_what_perhaps_went_out_and_is_then_too_late_stays_a_perhaps_and_is_found_when_it_comes_back(
    house: House, settings
):
    delivery = make_delivery(channel="email")
    with mail_server(settings, DOT=HANG_UP):
        drain(limit=10)
    move_clock(hours=2)

    assert expire() == 1

    assert (fresh(delivery).state, fresh(delivery).ambiguous) == ("uncertain", 1)
    take_note(kind="hard", address=delivery.recipient.email, message_id=fresh(delivery).message_id)
    assert fresh(delivery).state == "bounced"


def test_a_code_with_an_unknown_outcome_is_never_sent_again(house: House):
    delivery = in_hand(kind=CODE, channel="email")

    settle(delivery, Unknown("timeout", "dot"))

    assert fresh(delivery).state == "uncertain"


def test_a_reminder_whose_sender_died_in_hand_goes_out_once_more_then_stays_uncertain(house: House, wire: Wire):
    delivery = in_hand()
    move_clock(seconds=61)

    assert reap() == 1
    assert (fresh(delivery).state, fresh(delivery).ambiguous) == ("pending", 1)
    [again] = claim(limit=1)
    fence(again)
    move_clock(seconds=61)
    reap()

    assert (fresh(delivery).state, fresh(delivery).attempts) == ("uncertain", 2)
    outcomes = DeliveryAttempt.objects.filter(delivery_id=delivery.pk).values_list("outcome", flat=True)
    assert list(outcomes) == ["lost", "lost"]


def test_a_code_whose_sender_died_in_hand_is_not_sent_again(house: House):
    delivery = in_hand(kind=CODE, channel="email")
    move_clock(days=3)  # no lower bound: however long ago it was

    reap()

    assert fresh(delivery).state == "uncertain"


def test_a_notice_whose_sender_died_in_hand_is_written_again_as_often_as_it_takes(house: House):
    delivery = in_hand(channel="in_app")
    for _ in range(3):
        move_clock(seconds=61)
        assert reap() == 1
        [again] = claim(limit=1)
        assert fence(again)

    assert settle(again, Sent())
    assert fresh(delivery).state == "sent"
