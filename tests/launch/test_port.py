import socket

import pytest

from portal.launch.port import answers, chosen_port, refuse_busy
from portal.launch.refusal import Refusal


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_the_port_is_8000_unless_PORT_says_otherwise():
    assert chosen_port({}) == 8000
    assert chosen_port({"PORT": "8123"}) == 8123


@pytest.mark.parametrize("text", ["0", "65536", "eighty", "-1", "80.0"])
def test_a_port_that_is_no_port_is_refused_in_one_sentence(text):
    with pytest.raises(Refusal) as no:
        chosen_port({"PORT": text})
    assert str(no.value) == f"PORT is {text!r}, but a port is a number from 1 to 65535."


def test_a_port_in_use_is_refused_with_a_way_out(taken):
    with pytest.raises(Refusal) as no:
        refuse_busy(taken)
    assert str(no.value) == f"Port {taken} is in use by another program: PORT={taken + 1} scripts/run takes another."


def test_a_port_in_use_only_for_the_newer_protocol_is_refused_too():
    try:
        server = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6")
    with server, pytest.raises(Refusal):
        refuse_busy(server.getsockname()[1])


def test_a_free_port_is_not_refused(taken):
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    refuse_busy(free)


def test_nothing_answers_on_a_port_without_a_web_server():
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    assert answers(free) is False
