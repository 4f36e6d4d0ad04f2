"""From what happened to who is told."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.clock import handrail_now
from portal.core.kinds import Addressee, Planner, planners
from portal.notifications.engine import plan
from portal.notifications.engine.ack import ACK_AND_FENCE
from portal.notifications.engine.claim import CLAIM, CLAIM_ON
from portal.notifications.engine.fence import gate
from portal.notifications.engine.plan import canary, expand_events, plan_ahead
from portal.notifications.engine.reap import TOO_LATE, UNSENT
from portal.notifications.engine.tick import look_now, plan_turn, ticker_turn, turn_without_broker, whole_turn
from portal.notifications.engine.watch import beat, quiet
from portal.notifications.models import Delivery, Event, Heartbeat, Preference
from portal.notifications.operations.bounces import mail_of_ours
from portal.notifications.operations.events import record_event
from portal.notifications.reads import engine_watch
from tests.factories.accounts import make_user
from tests.factories.notifications import WALK, House, Wire, make_delivery, move_clock

pytestmark = pytest.mark.django_db


def told(channel: str) -> set[object]:
    return set(Delivery.objects.filter(channel=channel).values_list("recipient_id", flat=True))


def test_an_event_becomes_deliveries_on_the_channels_each_person_wants(house: House):
    both, no_mail = make_user(), make_user()
    Preference.objects.create(user=no_mail, kind=WALK, channel="email", wanted=False)
    house.people = [Addressee(one.pk, "thread:7:1") for one in (both, no_mail)]
    event = record_event(kind=WALK, subject="thread:7")

    expand_events()

    assert told("in_app") == {both.pk, no_mail.pk}
    assert told("email") == {both.pk}
    row = Delivery.objects.filter(channel="email").get()
    assert (row.due_at, row.not_after) == (event.created_at, event.created_at + timedelta(hours=3))
    event.refresh_from_db()
    assert event.done_at is not None


def test_a_big_audience_is_told_in_chunks_and_nobody_twice(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(plan, "PEOPLE_PER_CHUNK", 3)
    house.people = [Addressee(make_user().pk, "thread:7:1") for _ in range(7)]
    record_event(kind=WALK, subject="thread:7")

    assert expand_events() == 3

    assert told("in_app") == {one.user_id for one in house.people}
    assert Delivery.objects.filter(channel="in_app").count() == 7


def test_the_same_generation_is_not_announced_again(house: House):
    house.people = [Addressee(make_user().pk, "thread:7:1")]
    for _ in range(3):
        record_event(kind=WALK, subject="thread:7")

    expand_events()

    assert Delivery.objects.filter(channel="in_app").count() == 1


def test_an_audience_that_fails_waits_and_is_given_up_in_the_end_without_holding_up_others(house: House):
    house.people = "not people"  # type: ignore[assignment]
    record_event(kind=WALK, subject="broken")

    for _ in range(10):
        expand_events()
        move_clock(hours=2)

    event = Event.objects.get()
    assert event.failures == 10
    assert event.done_at is not None


def test_a_ticker_that_failed_does_not_reopen_what_another_has_finished_since(house: House):
    as_read = record_event(kind=WALK, subject="thread:7")
    expand_events()

    plan._put_off(as_read)

    event = Event.objects.get()
    assert (event.done_at is not None, event.failures) == (True, 0)


def test_two_tickers_that_failed_at_the_same_time_count_one_failure(house: House):
    as_read = record_event(kind=WALK, subject="thread:7")

    plan._put_off(as_read)
    plan._put_off(as_read)

    assert Event.objects.get().failures == 1


def test_planning_and_telling_end_when_the_process_is_asked_to(house: House):
    turns: list[int] = []
    planners.register(Planner(key="test.endless", plan_chunk=lambda n: turns.append(n) or 1))
    house.people = [Addressee(make_user().pk, "thread:7:1")]
    record_event(kind=WALK, subject="thread:7")
    try:
        plan_turn(stop=lambda: len(turns) >= 3)
    finally:
        planners._items.pop("test.endless")

    assert len(turns) == 3
    assert look_now(stop=lambda: True) == 0
    assert Event.objects.get().done_at is None


def test_an_event_of_a_kind_nobody_registered_is_refused_at_once(house: House):
    with pytest.raises(KeyError):
        record_event(kind="nobody.knows", subject="1")


def test_planners_are_asked_until_nothing_is_left_and_a_broken_one_holds_up_nobody():
    left, expired = [3, 2, 0], []

    def broken(limit: int) -> int:
        raise ZeroDivisionError

    planners.register(Planner(key="test.broken", plan_chunk=broken))
    planners.register(
        Planner(key="test.fine", plan_chunk=lambda n: left.pop(0), expire=[lambda: expired.append(1) or 0])
    )
    try:
        assert plan_ahead() >= 5
    finally:
        planners._items.pop("test.broken")
        planners._items.pop("test.fine")

    assert (left, expired) == ([], [1])


def test_a_house_with_much_to_do_does_not_keep_the_others_from_planning():
    asked: list[str] = []

    def much(limit: int) -> int:
        asked.append("much")
        return 1

    def little(limit: int) -> int:
        asked.append("little")
        return 0

    planners.register(Planner(key="test.much", plan_chunk=much))
    planners.register(Planner(key="test.little", plan_chunk=little))
    try:
        plan_ahead(seconds=60, stop=lambda: len(asked) > 20)
    finally:
        planners._items.pop("test.much")
        planners._items.pop("test.little")

    assert asked.count("little") == 1


def test_a_canary_a_minute_goes_all_the_way():
    canary()
    canary()
    assert Delivery.objects.filter(kind="notifications.canary").count() <= 2

    look_now()

    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    assert engine_watch()["last_canary_age_seconds"] < 5


def test_the_watch_shows_what_is_wrong(house: House):
    now = handrail_now()
    make_delivery(due_at=now - timedelta(minutes=5))
    make_delivery(state="uncertain")
    make_delivery(state="suppressed")
    make_delivery(state="dead")
    beat("wake")

    watch = engine_watch()

    assert 299 < watch["overdue_age_seconds"] < 310
    assert (watch["waiting"], watch["uncertain"], watch["suppressed"], watch["dead"]) == (1, 1, 1, 1)
    assert watch["last_tick_age_seconds"] < 5
    assert watch["last_canary_age_seconds"] is None


def test_the_watch_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        engine_watch()


def test_lateness_counts_from_when_it_could_have_gone(house: House, wire: Wire):
    now = handrail_now()
    make_delivery(due_at=now - timedelta(minutes=30), next_try_at=now - timedelta(seconds=90))

    look_now()

    assert 90 <= engine_watch()["lateness_p99_seconds"] < 100


def test_the_ticker_keeps_still_while_wakes_are_consumed(house: House, wire: Wire):
    make_delivery()
    beat("wake")

    assert ticker_turn() == 0
    assert wire.got == []


def test_the_ticker_drains_when_no_wake_came_for_five_seconds(house: House, wire: Wire):
    delivery = make_delivery()
    beat("wake")
    move_clock(seconds=6)

    assert quiet("wake", 5)
    assert ticker_turn() >= 1
    assert delivery.pk in wire.got


def test_without_a_broker_planning_and_reaping_are_shared_by_their_beats(house: House, wire: Wire):
    turn_without_broker()
    turn_without_broker()
    assert dict(Heartbeat.objects.values_list("role", "seq")) == {"plan": 1, "reap": 1}

    move_clock(seconds=20)
    turn_without_broker()
    assert dict(Heartbeat.objects.values_list("role", "seq")) == {"plan": 1, "reap": 2}


def test_one_call_does_everything_once(house: House, wire: Wire):
    house.people = [Addressee(make_user().pk, "thread:7:1")]
    record_event(kind=WALK, subject="thread:7")
    make_delivery()

    whole_turn()

    assert not Delivery.objects.filter(channel__in=["null", "in_app"]).exclude(state="sent").exists()
    assert Delivery.objects.filter(channel="in_app").exists()


def way_of(statement: str, values: object) -> str:
    """How the database would go about it, with tables so small that it would rather read them whole."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN " + statement, values)
        return "\n".join(row[0] for row in cursor.fetchall())


def test_the_claim_walks_its_index_and_not_the_table(house: House):
    way = way_of(CLAIM, [50, uuid4()])

    assert "delivery_due " in way
    assert "Sort" not in way
    assert "delivery_to_expire" not in way


def test_what_waits_on_a_channel_that_rests_is_not_walked_by_the_claims_of_the_others(house: House):
    way = way_of(CLAIM_ON, ["email", 50, uuid4()])

    assert "delivery_due_on_channel" in way
    assert "Sort" not in way
    assert "Filter: ((channel" not in way


def test_the_mail_that_came_back_is_found_by_its_message_id():
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as asked:
        mail_of_ours("<x@y>")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {asked[0]['sql']}")
        way = str(cursor.fetchall())

    assert "delivery_by_message_id" in way


@pytest.mark.parametrize(("statement", "index"), [(UNSENT, "delivery_leased"), (TOO_LATE, "delivery_to_expire")])
def test_a_sweep_walks_its_own_index(house: House, statement: str, index: str):
    way = way_of(statement, [500])

    assert index in way


def test_one_message_is_found_by_its_key_and_not_among_all_that_are_in_hand(house: House):
    row = make_delivery(channel="email", token=uuid4(), lease_until=handrail_now(), state="leased")
    way = way_of(ACK_AND_FENCE, {"sent_id": row.pk, "sent_token": row.token, "code": "", "stage": ""} | gate(row))

    assert "notifications_delivery_pkey" in way
    assert "delivery_leased" not in way
