import email
import smtplib
import stat
import subprocess
import sys
from email.message import EmailMessage

import pytest

from portal.launch.mail_sink import Folder, listen
from portal.launch.processes import wait_until


@pytest.fixture
def post_office(tmp_path):
    """A real mailbox process: its port and its folder."""
    listening = listen()
    words = ["--descriptor", str(listening.fileno()), "--folder", str(tmp_path / "mail")]
    with subprocess.Popen(
        [sys.executable, "-m", "portal.launch.mail_sink", *words], pass_fds=[listening.fileno()]
    ) as sink:
        yield listening.getsockname(), tmp_path / "mail"
        sink.terminate()
        assert sink.wait(10) == 0
    listening.close()


def letter(subject):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "no-reply@handrail.example", "jo@handrail.example", subject
    mail.set_content("Zażółć gęślą jaźń.")
    mail.add_alternative("<p>Zażółć</p>", subtype="html")
    return mail


def test_a_mail_is_kept_whole_and_only_the_owner_can_read_it(post_office):
    (host, port), folder = post_office
    with smtplib.SMTP(host, port, timeout=10) as client:
        client.send_message(letter("Time to stretch"))
    [kept] = folder.glob("*.eml")
    mail = email.message_from_bytes(kept.read_bytes(), policy=email.policy.default)
    assert (host, mail["Subject"]) == ("127.0.0.1", "Time to stretch")
    assert mail.get_body(["plain"]).get_content().strip() == "Zażółć gęślą jaźń."
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_newest_are_kept_and_their_names_sort_by_arrival(tmp_path):
    folder = Folder(tmp_path, kept=3)
    for number in range(5):
        folder.save(f"Subject: {number}\r\n\r\n".encode())
    assert [each.read_bytes() for each in sorted(tmp_path.iterdir())] == [
        b"Subject: 2\r\n\r\n",
        b"Subject: 3\r\n\r\n",
        b"Subject: 4\r\n\r\n",
    ]


def test_a_mailbox_that_is_started_again_has_the_same_port(tmp_path):
    listening = listen()
    words = ["--descriptor", str(listening.fileno()), "--folder", str(tmp_path / "mail")]
    command = [sys.executable, "-m", "portal.launch.mail_sink", *words]
    for subject in ("before", "after"):
        with subprocess.Popen(command, pass_fds=[listening.fileno()]) as sink:
            with smtplib.SMTP(*listening.getsockname(), timeout=10) as client:
                client.send_message(letter(subject))
            sink.kill()
    listening.close()
    assert wait_until(lambda: len(list((tmp_path / "mail").glob("*.eml"))) == 2, seconds=5)
