"""How far a message got decides whether it may be sent again. Real sockets, a server that misbehaves on demand."""

import socket
import threading
import time
from typing import Any

import pytest

from portal.notifications.channels import smtp
from portal.notifications.channels.email import EmailChannel, deliverable
from portal.notifications.channels.outcome import ForGood, ForNow, Sent, Unknown
from tests.portal.notifications.channels.scripted import DRIP, HANG_UP, SILENCE, WAIT, mail_server

LETTER = ("a@there.example", b"Subject: s\r\nMessage-ID: <1@x>\r\n\r\nwords\r\n.dotted\r\n")


GROUPS = "250-here\r\n250 PIPELINING"


def handed_over(settings: Any, **script: Any) -> Any:
    with mail_server(settings, **script):
        channel = EmailChannel()
        outcome = channel.hand_over(LETTER)
        channel.close()
        return outcome


def test_a_message_is_accepted_with_its_dots_doubled(settings):
    with mail_server(settings) as server:
        channel = EmailChannel()
        assert channel.hand_over(LETTER) == Sent("2.0.0", "dot")
        channel.close()

    assert server.mails == [b"Subject: s\r\nMessage-ID: <1@x>\r\n\r\nwords\r\n..dotted\r\n"]
    assert server.envelopes == ["MAIL FROM:<no-reply@handrail.example>", "RCPT TO:<a@there.example>"]


def test_a_batch_uses_one_connection(settings):
    with mail_server(settings) as server:
        channel = EmailChannel()
        assert [channel.hand_over(LETTER).stage for _ in range(5)] == ["dot"] * 5
        channel.close()

    assert (server.connections, len(server.mails)) == (1, 5)


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        ({"HELLO": "554 go away"}, ForNow("554", "connect")),
        ({"HELLO": HANG_UP}, ForNow("SMTPServerDisconnected", "connect")),
        ({"MAIL": "451 4.3.0 later"}, ForNow("4.3.0", "mail")),
        ({"MAIL": "530 5.5.1 sign in first"}, ForNow("5.5.1", "mail")),
        ({"MAIL": "530 5.7.0 sign in first"}, ForNow("5.7.0", "mail")),
        ({"MAIL": "550 5.7.1 you may not"}, ForNow("5.7.1", "mail")),
        ({"MAIL": "553 5.1.8 who are you"}, ForNow("5.1.8", "mail")),
        ({"MAIL": HANG_UP}, ForNow("SMTPServerDisconnected", "mail")),
        ({"RCPT": "450 4.2.1 greylisted"}, ForNow("4.2.1", "rcpt")),
        ({"RCPT": "550 5.1.1 nobody"}, ForGood("5.1.1", "rcpt", nobody_there=True)),
        ({"RCPT": "550 no"}, ForGood("550", "rcpt")),
        ({"RCPT": "554 5.7.1 policy"}, ForGood("5.7.1", "rcpt")),
        ({"RCPT": HANG_UP}, ForNow("SMTPServerDisconnected", "rcpt")),
        ({"RCPT": "what?"}, ForNow("no reply", "rcpt")),
        ({"DATA": "451 no space"}, ForNow("451", "data")),
        ({"BODY": HANG_UP}, ForNow("", "body")),
        ({"DOT": "451 4.7.1 scanning"}, ForNow("4.7.1", "dot")),
        ({"DOT": "552 5.2.2 full"}, ForGood("5.2.2", "dot")),
        ({"DOT": HANG_UP}, Unknown("SMTPServerDisconnected", "dot")),
        ({"DOT": "200 fine"}, Sent("200", "dot")),
        ({"DOT": "251 2.1.5 passed on"}, Sent("2.1.5", "dot")),
        ({"DOT": "252 we shall see"}, Sent("252", "dot")),
        ({"DOT": "354 go on"}, Unknown("354", "dot")),
        ({"DOT": "150 wait"}, Unknown("150", "dot")),
        ({"DOT": "what?"}, Unknown("no reply", "dot")),
    ],
)
@pytest.mark.parametrize("hello", ["250 here", GROUPS])
def test_what_the_server_does_says_what_may_be_done(settings, hello: str, script: dict[str, str], outcome: Any):
    found = handed_over(settings, EHLO=hello, **script)

    if script.get("BODY") == HANG_UP:  # the whole small letter may be on its way before the line is cut
        assert isinstance(found, (ForNow, Unknown))
    else:
        assert found == outcome


def test_nobody_listening_is_for_now(settings):
    with socket.socket() as bound_but_deaf:
        bound_but_deaf.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = bound_but_deaf.getsockname()
        outcome = EmailChannel().hand_over(LETTER)

    assert outcome == ForNow("ConnectionRefusedError", "connect")


@pytest.mark.parametrize(("step", "expected"), [("RCPT", ForNow), ("DOT", Unknown)])
def test_silence_ends_at_the_deadline(settings, monkeypatch: pytest.MonkeyPatch, step: str, expected: type):
    monkeypatch.setattr(smtp, "DEADLINE_SECONDS", 0.4)

    assert isinstance(handed_over(settings, **{step: SILENCE}), expected)


@pytest.mark.parametrize("step", ["HELLO", "EHLO", "MAIL"])
def test_dripping_does_not_prolong_the_deadline(settings, monkeypatch: pytest.MonkeyPatch, step: str):
    monkeypatch.setattr(smtp, "DEADLINE_SECONDS", 0.4)
    began = time.monotonic()

    outcome = handed_over(settings, **{step: DRIP})

    assert isinstance(outcome, ForNow)
    assert time.monotonic() - began < 5


def test_the_connection_is_fit_for_the_next_message_after_a_refusal(settings):
    with mail_server(settings, RCPT=["550 5.1.1 nobody", "250 ok"]) as server:
        channel = EmailChannel()
        assert isinstance(channel.hand_over(LETTER), ForGood)
        assert isinstance(channel.hand_over(LETTER), Sent)
        channel.close()

    assert server.connections == 1


@pytest.mark.parametrize("refusal", [{"MAIL": ["550 no", "250 ok"]}, {"RCPT": ["550 no", "250 ok"]}])
def test_no_answer_of_a_refused_message_is_taken_for_one_of_the_next(settings, refusal: dict[str, list[str]]):
    with mail_server(settings, EHLO=GROUPS, **refusal) as server:
        channel = EmailChannel()
        assert not isinstance(channel.hand_over(LETTER), Sent)
        assert channel.hand_over(LETTER) == Sent("2.0.0", "dot")
        channel.close()

    assert len(server.mails) == 1


def test_a_server_that_takes_groups_is_told_the_envelope_at_once(settings):
    with mail_server(settings, EHLO=GROUPS, MAIL=WAIT) as server:
        outcomes: list[Any] = []
        channel = EmailChannel()
        sender = threading.Thread(target=lambda: outcomes.append(channel.hand_over(LETTER)))
        sender.start()
        assert server.waiting.wait(20)
        server.go.set()
        sender.join(20)
        channel.close()

    assert outcomes == [Sent("2.0.0", "dot")]
    assert server.envelopes == ["MAIL FROM:<no-reply@handrail.example>", "RCPT TO:<a@there.example>"]


@pytest.mark.parametrize("hello", ["250 here", GROUPS])
@pytest.mark.parametrize("goodbye", ["421 tired", HANG_UP])
def test_an_old_connection_that_the_server_closed_is_opened_again(settings, goodbye: str, hello: str):
    with mail_server(settings, EHLO=hello, MAIL=["250 ok", goodbye, "250 ok"]) as server:
        channel = EmailChannel()
        assert isinstance(channel.hand_over(LETTER), Sent)
        assert isinstance(channel.hand_over(LETTER), Sent)
        channel.close()

    assert (server.connections, len(server.mails)) == (2, 2)


@pytest.mark.parametrize(("wanted", "stage"), [("EMAIL_USE_TLS", "tls"), ("EMAIL_USE_SSL", "connect")])
def test_a_server_without_tls_gets_nothing_when_tls_is_configured(
    settings, monkeypatch: pytest.MonkeyPatch, wanted: str, stage: str
):
    monkeypatch.setattr(smtp, "DEADLINE_SECONDS", 2)
    with mail_server(settings) as server:
        setattr(settings, wanted, True)
        outcome = EmailChannel().hand_over(LETTER)

    assert (type(outcome), outcome.stage) == (ForNow, stage)
    assert server.mails == server.envelopes == []


def test_a_server_that_takes_no_sign_in_gets_nothing(settings):
    with mail_server(settings) as server:
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "us", "secret"
        outcome = EmailChannel().hand_over(LETTER)

    assert (type(outcome), outcome.stage) == (ForNow, "login")
    assert server.mails == []


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@", "@b", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y>", "<a@b>"]
)
def test_what_is_not_an_address_is_refused_before_anything_is_said(address: str):
    with pytest.raises(ValueError):
        deliverable(address)


def test_a_domain_in_other_letters_is_written_for_mail_servers():
    assert deliverable("ana@bücher.example") == "ana@xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("domain", "written"),
    [
        ("straße.example", "xn--strae-oqa.example"),  # and not strasse.example, which is somebody else's
        ("STRAẞE.example", "xn--strae-oqa.example"),
        ("bücherstraße.bücher.example", "xn--bcherstrae-e4a35a.xn--bcher-kva.example"),
        ("βόλος.example", "xn--nxasmm1c.example"),  # the example of UTS 46
        ("βόλοσ.example", "xn--nxasmq6b.example"),
        ("ΒΌΛΟΣ.example", "xn--nxasmq6b.example"),
        ("strasse.example", "strasse.example"),
    ],
)
def test_a_domain_is_never_written_as_another_one(domain: str, written: str):
    assert deliverable(f"ana@{domain}") == f"ana@{written}"


@pytest.mark.parametrize(
    "domain",
    [
        "نامه\u200cای.example",
        "ක්\u200dර.example",
        "stra\u00adße.example",
        f"{'ß' * 60}.example",
        "straße..example",
        "b c.example",
    ],
)
def test_a_domain_that_cannot_be_written_is_refused(domain: str):
    with pytest.raises(ValueError):
        deliverable(f"ana@{domain}")
