"""`manage.py read_bounces`: every box a mail server may leave, and what follows for the person."""

import errno
import json
import mailbox
from email import message_from_string
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.notifications.channels.outcome import Sent
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.sender import drain
from portal.notifications.engine.settle import settle
from portal.notifications.models import Delivery, Notice, Suppression
from portal.notifications.models.suppression import address_key
from tests.factories import bounces
from tests.factories.accounts import make_user
from tests.factories.notifications import House, make_delivery

pytestmark = pytest.mark.django_db


def run(*paths, **options):
    out = StringIO()
    call_command("read_bounces", *map(str, paths), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def eml(tmp_path):
    def write(text, name="one.eml"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def sent_mail(person):
    make_delivery(channel="email", recipient=person)
    [held] = claim(limit=1)
    assert fence(held)
    settle(held, Sent("250"))
    return Delivery.objects.get(pk=held.pk)


def test_one_line_for_each_mail_of_an_mbox_a_maildir_a_folder_and_a_file(tmp_path, eml):
    box = mailbox.mbox(tmp_path / "box")
    tray = mailbox.Maildir(tmp_path / "tray")
    for text in (bounces.standard(), bounces.OUT_OF_OFFICE):
        box.add(message_from_string(text))
        tray.add(message_from_string(text))
    box.close()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.eml").write_text(bounces.FULL)

    found = run(tmp_path / "box", tmp_path / "tray", tmp_path / "folder", eml(bounces.QMAIL))

    hard = {"address": "ana@there.example", "kind": "hard", "reason": "no such mailbox", "status": "5.1.1"}
    away = {"address": None, "kind": "none", "reason": "automatic answer", "status": None}
    assert found[:2] == [hard, away]
    assert sorted(one["kind"] for one in found[2:4]) == ["hard", "none"]
    assert [one["address"] for one in found[4:]] == ["gil@there.example", "bea@there.example"]


def test_a_hard_bounce_gives_the_address_up_and_its_owner_is_told_in_the_inbox(eml):
    person = make_user(email="ana@there.example")
    run(eml(bounces.standard()))

    assert Suppression.objects.get().address_key == address_key("ANA@there.example")
    assert "ana" not in Suppression.objects.get().address_key
    drain(limit=10)
    assert Notice.objects.get(user=person).words["title"] == "Mail to your address came back"


def test_the_mail_it_was_is_marked_as_come_back_and_twice_is_once(house: House, eml):
    person = make_user(email="ana@there.example")
    sent = sent_mail(person)
    path = eml(bounces.standard(message_id=sent.message_id))
    run(path)
    run(path)

    sent.refresh_from_db()
    assert sent.state == "bounced"
    assert Suppression.objects.get().reason == "bounced"


def test_a_full_mailbox_marks_the_mail_and_keeps_the_address(house: House, eml):
    person = make_user(email="ana@there.example")
    sent = sent_mail(person)
    run(eml(bounces.standard(status="5.2.2", said="smtp; 552 Mailbox full", message_id=sent.message_id)))

    sent.refresh_from_db()
    assert sent.state == "bounced" and not Suppression.objects.exists()


@pytest.mark.parametrize("mail", [bounces.OUT_OF_OFFICE, bounces.VACATION, bounces.EXIM_WARNING, bounces.FULL])
def test_being_away_late_or_full_changes_nothing(eml, mail):
    run(eml(mail))
    assert not Suppression.objects.exists()


def test_a_complaint_is_kept_and_told_as_one(house: House, eml):
    person = make_user(email="lou@there.example")
    run(eml(bounces.COMPLAINT))
    later = make_delivery(channel="email", recipient=person)
    drain(limit=10)

    assert Suppression.objects.get().reason == "complained"
    assert Notice.objects.get(user=person).words["title"] == "Our mail to you was marked as spam"
    later.refresh_from_db()
    assert (later.state, later.last_code) == ("suppressed", "complained")


def test_only_ours_believes_nothing_that_somebody_made_up(house: House, eml):
    sent = sent_mail(make_user(email="ana@there.example"))
    run(eml(bounces.standard(address="victim@there.example")), only_ours=True)
    assert not Suppression.objects.exists()

    run(eml(bounces.standard(message_id=sent.message_id)), only_ours=True)
    assert Suppression.objects.count() == 1


def test_a_member_cannot_silence_another_with_the_message_id_of_their_own_mail(house: House, eml):
    sent = sent_mail(make_user(email="ana@there.example"))
    make_user(email="victim@there.example")
    for only_ours in (True, False, True):  # the last when the mail has come back already
        run(eml(bounces.standard(address="victim@there.example", message_id=sent.message_id)), only_ours=only_ours)
    assert not Suppression.objects.exists()


def test_a_report_that_is_not_believed_says_so(house: House, eml):
    [told] = run(eml(bounces.standard()), only_ours=True)
    assert (told["kind"], told["believed"]) == ("hard", False)


@pytest.mark.parametrize("reported", ["ANA@There.Example", "ana@there.example"])
def test_the_address_is_given_up_as_it_was_written_to_in_whatever_way_it_is_reported(house: House, eml, reported):
    person = make_user(email="Ana+handrail@there.example")
    sent = sent_mail(person)
    run(eml(bounces.standard(address=reported, message_id=sent.message_id)), only_ours=True)

    assert Suppression.objects.get().address_key == address_key("ana+handrail@there.example")
    drain(limit=10)
    assert Notice.objects.get(user=person).words["title"] == "Mail to your address came back"


def test_a_copy_that_is_sent_on_to_a_dead_mailbox_leaves_the_address_alone(house: House, eml):
    person = make_user(email="ana@there.example")
    sent = sent_mail(person)
    run(eml(bounces.standard(address="old.ana@elsewhere.example", message_id=sent.message_id)), only_ours=True)

    assert not Suppression.objects.filter(address_key=address_key("ana@there.example")).exists()
    assert not Notice.objects.filter(user=person).exists()


def test_a_report_about_several_people_is_one_line_and_gives_each_up(eml):
    two = "Action: failed\nFinal-Recipient: rfc822; bea@there.example\nStatus: 5.1.1\n\nFinal-Recipient:"
    [told] = run(eml(bounces.standard().replace("Final-Recipient:", two)))

    assert [one["address"] for one in (told, *told["others"])] == ["bea@there.example", "ana@there.example"]
    assert Suppression.objects.count() == 2


def test_a_dry_run_only_says_what_the_mails_are(eml):
    assert run(eml(bounces.standard()), dry_run=True)[0]["kind"] == "hard"
    assert not Suppression.objects.exists()


NASTY = b"""\
From: MAILER-DAEMON@there.example
To: bounces@handrail.example
Subject: failure notice
X-Failed-Recipients: %b

<%b>: user unknown

--- Below this line is a copy of the message.
Message-ID: <a%bb@handrail.example>
To: %b
"""


@pytest.mark.parametrize("sign", [b"\x00", b"\xff", b"\xed\xa0\x80", b"\x1b[2J", "\u202e".encode()])
@pytest.mark.parametrize("kind", [b"", b"Content-Type: multipart/mixed; boundary=none\n"])
def test_signs_that_cannot_be_written_down_stop_nothing(tmp_path, sign, kind):
    address = b"an" + sign + b"a@there.example"
    (tmp_path / "a.eml").write_bytes(kind + NASTY % (address, address, sign, address))
    (tmp_path / "b.eml").write_text(bounces.standard())

    [_told, after] = run(tmp_path, only_ours=True)
    assert after["address"] == "ana@there.example"
    assert run(tmp_path)[1]["kind"] == "hard" and Suppression.objects.exists()


def test_what_cannot_be_read_is_said_in_the_end_and_the_rest_is_read_all_the_same(tmp_path, monkeypatch):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.eml").write_text(bounces.QMAIL)
    refuse_to_open("b.eml", monkeypatch)
    said = StringIO()

    with pytest.raises(CommandError) as told:
        call_command("read_bounces", str(tmp_path / "nowhere"), str(tmp_path), "--dry-run", stdout=said)

    assert len(said.getvalue().splitlines()) == 2
    assert str(told.value).splitlines() == [
        f"{tmp_path / 'nowhere'}: No such file or directory",
        f"{tmp_path / 'b.eml'}: Permission denied",
    ]


def refuse_to_open(name, monkeypatch):
    """As for a file of somebody else; the tests may run as root, whom nobody refuses anything."""
    opens = Path.open

    def open_others(path, *args, **more):
        if path.name == name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opens(path, *args, **more)

    monkeypatch.setattr(Path, "open", open_others)


def test_a_mail_may_come_in_through_a_pipe(monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(bounces.QMAIL.encode())))

    assert [one["kind"] for one in run("-")] == ["hard"]
