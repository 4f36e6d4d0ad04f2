"""The boxes that returned mail lies in."""

import mailbox
from email import message_from_string

import pytest

from portal.notifications.bounces.files import mails_in
from portal.notifications.bounces.reading import read_bounce
from tests.factories import bounces

LINE = "From MAILER-DAEMON Sun Nov 29 08:00:00 2026\n"
MAIL = "From: a@there.example\nSubject: {}\n\nFirst line\n{}\n"


def subjects(path):
    return [str(mail["Subject"]) for mail in mails_in(path, pytest.fail)]


@pytest.fixture
def box(tmp_path):
    def write(text):
        (tmp_path / "box").write_bytes(text.encode())
        return tmp_path / "box"

    return write


@pytest.mark.parametrize("lead", ["", "\n", "\r\n\n"])
def test_an_mbox_is_read_mail_by_mail_also_after_blank_lines(box, lead):
    assert subjects(box(lead + LINE + MAIL.format("one", "") + LINE + MAIL.format("two", ""))) == ["one", "two"]


def test_a_sentence_that_begins_with_from_ends_no_mail(box):
    said = "\nFrom Monday on we are away.\n>From time to time\n"
    path = box(LINE + MAIL.format("one", said) + LINE + MAIL.format("two", ""))

    assert subjects(path) == ["one", "two"]
    assert "\nFrom time to time" in next(mails_in(path, pytest.fail)).get_payload()


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_box_holds_no_mail(box, text):
    assert subjects(box(text)) == []


def test_a_single_mail_may_have_no_line_before_it(box):
    assert subjects(box("\n" + MAIL.format("one", ""))) == ["one"]


def test_a_maildir_may_hold_odd_names_and_other_folders(tmp_path):
    tray = mailbox.Maildir(tmp_path / "tray")
    tray.add(message_from_string(bounces.QMAIL))
    for name in ("1764.M1P2.host,S=10:2,FS", "ünï cödé", "-rf"):
        (tmp_path / "tray" / "cur" / name).write_text(MAIL.format("odd", ""))
    (tmp_path / "tray" / "cur" / "folder").mkdir()
    (tmp_path / "tray" / "new" / ".hidden").write_text("x")

    assert sorted(subjects(tmp_path / "tray")) == ["failure notice", "odd", "odd", "odd"]


def test_a_folder_is_read_for_its_eml_files_in_either_case(tmp_path):
    for name in ("a.eml", "B.EML", "c.txt"):
        (tmp_path / name).write_text(MAIL.format(name, ""))
    assert sorted(subjects(tmp_path)) == ["B.EML", "a.eml"]


@pytest.mark.parametrize("letters", ["charset*0*=utf-8''%ff", 'charset="us\0ascii"', "charset=idna", "charset=none"])
def test_letters_that_are_named_as_nobody_foresaw_stop_nothing(box, letters):
    path = box(f"Content-Type: text/plain; {letters}\n{bounces.QMAIL}\nżółć\n")

    assert [read_bounce(mail).kind for mail in mails_in(path, pytest.fail)] == ["hard"]
