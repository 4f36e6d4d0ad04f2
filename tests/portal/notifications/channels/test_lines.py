"""Calls that follow each other on one connection, through real sockets."""

import select
from contextlib import closing

import pytest

from portal.notifications.channels.outgoing import Failed, Lines
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.notifications import make_delivery
from tests.factories.push import PushService, make_device, with_keys


class Lasting(PushService):
    """Keeps connections open, as push services do, and counts them. "drops": it answers and hangs up without a word."""

    def __init__(self):
        self.connections = []
        super().__init__()
        self.server.RequestHandlerClass.protocol_version = "HTTP/1.1"

    def answer(self, handler, answer):
        if handler.connection not in self.connections:
            self.connections.append(handler.connection)
        super().answer(handler, 201 if answer == "drops" else answer)
        handler.close_connection = handler.close_connection or answer in ("drops", "cut")


@pytest.fixture
def lasting(settings):
    with_keys(settings)
    found = Lasting()
    yield found
    found.close()


def post(lines, service, path="/push/x"):
    return lines.post(service.browser().endpoint, b"words", {"TTL": "1"}, seconds=5).status


@pytest.mark.django_db
def test_a_batch_is_told_on_one_connection_each_device_once(house, lasting):
    for _ in range(3):
        person = make_user()
        make_device(person, lasting.browser())
        make_delivery(channel="push", recipient=person)

    assert drain(limit=10) == 3

    assert (len(lasting.calls), len(set(lasting.paths)), len(lasting.connections)) == (3, 3, 1)
    assert set(Delivery.objects.values_list("state", "ambiguous")) == {("sent", 0)}


def test_a_connection_that_was_closed_meanwhile_is_not_used_again(lasting):
    with closing(Lines()) as lines:
        lasting.answers = ["drops"]
        assert post(lines, lasting) == 201
        [line] = lines.kept.values()
        assert select.select([line.handle], [], [], 5)[0]
        assert post(lines, lasting) == 201

    assert (len(lasting.calls), len(lasting.connections)) == (2, 2)


@pytest.mark.parametrize(
    "answer", [(201, {"Connection": "close", "Content-Length": "0"}), (201, {}), (500, {"Content-Length": "90000"})]
)
def test_a_connection_is_kept_only_after_a_whole_short_answer(lasting, answer):
    with closing(Lines()) as lines:
        lasting.answers = [answer]
        assert lines.post(lasting.browser().endpoint, b"", {}, seconds=0.3).status == answer[0]
        assert lines.kept == {}


def test_a_connection_on_which_nobody_answered_is_let_go(lasting):
    with closing(Lines()) as lines:
        post(lines, lasting)
        lasting.answers = ["cut"]
        with pytest.raises(Failed) as failed:
            post(lines, lasting)
        assert (failed.value.code, failed.value.begun, lines.kept) == ("no answer", True, {})
