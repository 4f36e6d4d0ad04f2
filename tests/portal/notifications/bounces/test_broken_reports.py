"""Reports that are not by the book, and reports about several people."""

from base64 import b64encode
from email import message_from_bytes
from textwrap import dedent

import pytest

from portal.notifications.bounces.files import parsed
from portal.notifications.bounces.reading import read_bounce
from tests.factories import bounces

FIELDS = """\
Reporting-MTA: dns; mx.there.example

Final-Recipient: rfc822; ana@there.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
"""


def report(fields, *, human="It was not delivered.", headers="", part="message/delivery-status", coded="7bit"):
    return dedent("""\
        From: MAILER-DAEMON@mx.there.example
        To: bounces@handrail.example
        Subject: Returned mail
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B"

        --B
        Content-Type: text/plain; charset=utf-8

        {human}

        --B
        Content-Type: {part}
        Content-Transfer-Encoding: {coded}
        {headers}
        {fields}
        --B
        Content-Type: text/rfc822-headers

        Message-ID: <ours@handrail.example>
        To: Ana <ana@there.example>

        --B--
        """).format(human=human, part=part, coded=coded, headers=headers, fields=fields)


def read(text):
    return read_bounce(parsed(text.encode() if isinstance(text, str) else text))


def hard_for_ana(found):
    return (found.kind, found.address, found.status, found.message_id) == (
        "hard", "ana@there.example", "5.1.1", "<ours@handrail.example>",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        report(FIELDS).replace("\n", "\r\n"),
        report(FIELDS.replace("example\n\nFinal", "example\nFinal")),  # no blank line before the recipient
        report(FIELDS.replace("Status:", "\nStatus:")),  # one too many
        report(b64encode(FIELDS.encode()).decode(), coded="base64"),
        report(FIELDS.replace("=", "=3D").replace("unknown", "unkn=\nown"), coded="quoted-printable"),
        report(FIELDS, part="message/global-delivery-status"),
        report(FIELDS, part="text/plain"),
        report(FIELDS, part="application/octet-stream").replace("It was not delivered.", FIELDS),
        report("", part="image/png").replace("text/plain;", "text/plain\n ").replace("It was not delivered.", FIELDS),
        report("Action: failed\nStatus: 5.1.1\nOriginal-Recipient: rfc822;ana@there.example\nFinal-Recipient: x400; a"),
        report("Final-Recipient: LOCAL;<ana>\nAction: failed\nStatus: 5.1.1"),  # named only in the copy
        report(FIELDS).replace('boundary="B"', 'boundary="C"'),
        report(FIELDS).replace("Subject: Returned mail", "Subject: =?utf-8?B?====?="),
    ],
    ids=[
        "line ends", "no blank line", "two blank lines", "base64", "quoted", "rfc 6533", "as text", "in the prose",
        "no semicolon",
        "other order", "local name", "broken boundary", "broken subject",
    ],
)  # fmt: skip
def test_it_is_understood_all_the_same(text):
    assert hard_for_ana(read(text))


def test_a_report_inside_another_mail_is_found():
    inner = report(FIELDS)
    outer = (
        "From: gateway@there.example\nTo: bounces@handrail.example\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="O"\n\n--O\nContent-Type: message/rfc822\n\n' + inner + "\n--O--\n"
    )
    assert hard_for_ana(read(outer))


@pytest.mark.parametrize(
    ("field", "address"),
    [
        ("Original-Recipient: rfc822;ana+2Btag@there.example", "ana+tag@there.example"),
        ("Original-Recipient: rfc822; <Ana@There.Example>", "ana@there.example"),
        (r"Original-Recipient: utf-8; Zo\x{EB}@there.example", "zoë@there.example"),
        ("Original-Recipient: utf-8; zoë@thére.example", "zoë@thére.example"),
        ("Original-Recipient: rfc822; tobias@there.example", "tobias@there.example"),
        ("X-Other: rfc822; other@there.example", "forwarded@elsewhere.example"),
    ],
)
def test_the_address_is_the_one_that_was_written_to(field, address):
    fields = f"Final-Recipient: rfc822; forwarded@elsewhere.example\n{field}\nAction: failed\nStatus: 5.1.1\n"
    assert read(report(fields)).address == address


@pytest.mark.parametrize("between", ["\n", ""])
def test_of_several_recipients_each_is_told_and_the_worst_comes_first(between):
    fields = between.join(
        f"Original-Recipient: rfc822;{name}@there.example\nFinal-Recipient: rfc822;{name}@there.example\n"
        f"Action: {action}\nStatus: {status}\n"
        for name, action, status in (
            ("bea", "relayed", "2.0.0"),
            ("cem", "failed", "5.2.2"),
            ("ana", "failed", "5.1.1"),
            ("eli", "failed", "5.1.1"),
        )
    )
    found = read(report(fields))
    told = [(one.address.partition("@")[0], one.kind) for one in (found, *found.others)]
    assert told == [("ana", "hard"), ("eli", "hard"), ("cem", "soft"), ("bea", "none")]


def test_a_code_without_words_is_read_with_what_people_are_told():
    fields = "Final-Recipient: rfc822; ana@there.example\nAction: failed\nStatus: 5.0.0\n"
    assert read(report(fields, human="Failed to deliver to 'ana@there.example': account is full")).kind == "soft"
    assert read(report(fields, human="Failed to deliver to 'ana@there.example': no such user")).kind == "hard"


def test_only_a_person_can_complain():
    text = bounces.COMPLAINT.replace("Feedback-Type: abuse", "Feedback-Type: {}")
    kinds = [read(text.format(one)).kind for one in ("abuse", "fraud", "opt-out", "not-spam", "auth-failure", "dmarc")]
    assert kinds == ["complaint", "complaint", "complaint", "none", "none", "none"]


def test_parts_that_lie_too_deep_in_each_other_are_one_long_text():
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (one, one) for one in range(1100))
    mail = parsed(
        b"From: MAILER-DAEMON@there.example\nSubject: failure notice\n" + deep + b"\n<ana@there.example>: gone\n"
    )
    assert read_bounce(mail).kind == "soft"


def test_a_large_attachment_does_not_matter():
    lines = (b64encode(bytes(54)) + b"\n") * 60_000
    head = b'From: MAILER-DAEMON@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\n\n'
    text = head + b"<ana@there.example>: 550 user unknown\n--B\nContent-Type: application/pdf\n\n" + lines + b"--B--\n"
    assert read_bounce(message_from_bytes(text)).address == "ana@there.example"
