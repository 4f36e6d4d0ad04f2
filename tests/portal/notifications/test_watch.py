"""What the probes tell the monitoring. They ask on a connection of their own, so all here is committed."""

from datetime import timedelta

from portal.core.clock import handrail_now
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.plan import canary
from portal.notifications.engine.sender import drain
from portal.notifications.engine.settle import settle_without_words
from portal.notifications.overview import by_kind
from tests.factories.notifications import CODE, WALK, House, make_delivery, move_clock


def test_the_canary_goes_all_the_way_each_minute_and_its_silence_is_told(committed, client):
    assert client.get("/readyz/").json()["canary"] == "not heard of late"
    canary()
    canary()
    assert drain(limit=10) == 1, "one a minute, whoever plans it"
    assert client.get("/readyz/").json()["canary"] == "ok"

    move_clock(minutes=4)
    told = client.get("/readyz/")
    assert (told.status_code, told.json()["canary"], told.json()["status"]) == (200, "not heard of late", "degraded")
    canary()
    assert drain(limit=10) == 1


def test_the_monitoring_gets_the_same_figures(committed, house: House, client):
    make_delivery(state="uncertain")
    lines = client.get("/metrics").content.decode().splitlines()

    assert f'handrail_kind_uncertain{{kind="{WALK}"}} 1' in lines
    assert any(line.startswith("handrail_lateness_p99_seconds ") for line in lines)
    assert any(line.startswith("handrail_overdue_age_seconds ") for line in lines)


def test_a_canary_that_was_tried_and_did_not_arrive_is_not_fresh(committed, client):
    canary()
    [held] = claim(limit=1)
    fence(held)
    settle_without_words(held)

    assert client.get("/readyz/").json()["canary"] == "not heard of late"


def test_the_oldest_that_waits_is_told_whatever_came_to_the_head_of_the_queue(committed, house: House, client):
    """Codes go first, with a next try that lies an hour back; they are no hour late."""
    now = handrail_now()
    make_delivery(due_at=now - timedelta(minutes=30), not_after=now + timedelta(hours=1))
    make_delivery(kind=CODE, channel="email", next_try_at=now - timedelta(hours=1), due_at=now)

    told = client.get("/readyz/").json()
    walk, code = ({one.key: one.oldest_seconds for one in by_kind()}[kind] for kind in (WALK, CODE))

    assert 1800 <= told["overdue_age_seconds"] < 1830
    assert 1800 <= walk < 1830
    assert 0 <= code < 30
