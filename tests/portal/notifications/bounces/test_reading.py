"""What returned mail means, by the standard and as odd servers write it."""

from email import message_from_string
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal.notifications.bounces.files import parsed
from portal.notifications.bounces.reading import read_bounce
from tests.factories import bounces


def read(text):
    return read_bounce(message_from_string(text))


@pytest.mark.parametrize(
    ("status", "said", "kind", "reason"),
    [
        ("5.1.1", "smtp; 550 5.1.1 User unknown", "hard", "no such mailbox"),
        ("5.1.10", "smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound", "hard", "no such mailbox"),
        ("5.1.2", "smtp; 550 bad destination system", "hard", "no such domain"),
        ("5.4.4", "X-Postfix; Host or domain name not found. Name service error", "hard", "no such domain"),
        ("5.2.1", "smtp; 550 5.2.1 The email account that you tried to reach is disabled", "hard", "mailbox closed"),
        ("5.0.0", "smtp; 550 No such user here", "hard", "no such mailbox"),
        ("5.0.0", "smtp; 550-5.1.1 The email account does not exist", "hard", "no such mailbox"),
        ("5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied.", "hard", "no such mailbox"),
        ("5.7.1", "smtp; 550 User unknown in virtual alias table", "hard", "no such mailbox"),
        ("5.2.2", "smtp; 552 5.2.2 Mailbox full", "soft", "mailbox full"),
        ("5.0.0", "smtp; 552 Requested mail action aborted: exceeded storage allocation", "soft", "mailbox full"),
        ("5.2.0", "smtp; 554 5.2.0 STOREDRV.Deliver.Exception:QuotaExceededException", "soft", "mailbox full"),
        ("4.2.2", "smtp; 452 4.2.2 The email account is over quota", "soft", "mailbox full"),
        ("4.4.7", "smtp; 451 4.4.7 Delivery time expired", "soft", "not now"),
        ("4.7.1", "smtp; 450 4.7.1 Greylisted, try again later", "soft", "not now"),
        ("5.7.1", "smtp; 554 client host blocked using zen.spamhaus.org", "soft", "refused by policy"),
        ("5.7.26", "smtp; 550 not accepted due to DMARC policy", "soft", "refused by policy"),
        ("5.3.4", "smtp; 552 5.3.4 Message size exceeds fixed limit", "soft", "message too big"),
        ("5.1.8", "smtp; 553 5.1.8 Sender address rejected: Domain not found", "soft", "sender refused"),
    ],
)  # fmt: skip
def test_a_standard_report_is_read_by_its_code_and_its_words(status, said, kind, reason):
    found = read(bounces.standard(status=status, said=said))
    assert (found.kind, found.reason, found.address) == (kind, reason, "ana@there.example")


@pytest.mark.parametrize("copy", ["headers", "whole"])
def test_a_standard_report_says_which_mail_it_is_about(copy):
    assert read(bounces.standard(copy=copy)).message_id == "<ours@handrail.example>"


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_arrival_is_no_bounce(action):
    assert read(bounces.standard(action=action, status="2.0.0", said="smtp; 250 ok")).kind == "none"


def test_a_delay_is_soft_and_not_the_end():
    found = read(bounces.standard(action="delayed", status="4.4.1", said="smtp; connection timed out"))
    assert (found.kind, found.reason, found.final) == ("soft", "delayed", False)


@pytest.mark.parametrize(
    ("mail", "kind", "reason", "address"),
    [
        (bounces.QMAIL, "hard", "no such mailbox", "bea@there.example"),
        (bounces.EXIM, "hard", "no such mailbox", "cem@there.example"),
        (bounces.EXIM_WARNING, "soft", "delayed", "cem@there.example"),
        (bounces.EXCHANGE, "hard", "no such mailbox", "dana@there.example"),
        (bounces.EXCHANGE_OLD, "soft", "mailbox full", "eli@there.example"),
        (bounces.SENDMAIL, "hard", "no such domain", "flo@nowhere.example"),
        (bounces.FULL, "soft", "mailbox full", "gil@there.example"),
        (bounces.NOTES, "hard", "no such mailbox", "hana@there.example"),
        (bounces.COMPLAINT, "complaint", "reported as spam", "lou@there.example"),
    ],
)
def test_odd_reports_are_understood_too(mail, kind, reason, address):
    found = read(mail)
    assert (found.kind, found.reason, found.address) == (kind, reason, address)


@pytest.mark.parametrize("mail", [bounces.OUT_OF_OFFICE, bounces.VACATION, bounces.LETTER])
def test_somebody_who_is_away_or_writes_back_is_no_bounce(mail):
    found = read(mail)
    assert (found.kind, found.address) == ("none", None)


def test_the_address_is_never_one_of_the_copy_of_our_own_mail():
    assert read(bounces.QMAIL).address == "bea@there.example"
    assert read(bounces.QMAIL).message_id == "<ours@handrail.example>"


@given(some.binary(max_size=400) | some.text(max_size=400).map(str.encode))
def test_nothing_that_arrives_breaks_it(raw):
    assert read_bounce(parsed(raw)).kind in {"hard", "soft", "none", "complaint"}
    assert read_bounce(parsed(b"From: MAILER-DAEMON\nSubject: failure notice\n\n" + raw)).kind != ""


@pytest.mark.parametrize(
    "unit",
    [
        "a", "a@", "<", "<a ", "x" * 50 + " ", "user ", "exceeded ", "following user ", "a.a@a-a.", "quota is ",
        "name server a a a ", "message a a a ", "\n> ", "\n--- ", "550 ", "5.1.",
        "Final-Recipient: rfc822;a@b.example\n",
    ],
)  # fmt: skip
def test_a_hostile_mail_takes_no_more_than_its_length(unit):
    long = unit * (400_000 // len(unit))
    for mail in (
        bounces.prose(long),
        bounces.prose(long, more="Content-Type: text/html\n"),
        bounces.standard(said=long),
    ):
        began = process_time()
        read(mail)
        assert process_time() - began < 3
