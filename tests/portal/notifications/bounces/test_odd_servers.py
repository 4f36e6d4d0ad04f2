"""Servers that tell it in their own way: each mail here is invented in the manner of one of them."""

from email import message_from_string

import pytest

from portal.notifications.bounces.reading import read_bounce
from tests.factories.bounces import prose

COPY = "\nMessage-ID: <ours@handrail.example>\nFrom: Handrail <hello@handrail.example>\nTo: {}\nSubject: Secret\n"


def read(text):
    return read_bounce(message_from_string(text))


ODD = {
    "an address that begins with user": (
        prose("These recipients could not be reached:\n\n    user.one@there.example\n        unknown host\n"),
        ("hard", "no such domain", "user.one@there.example"),
    ),
    "an address that begins with to": (
        prose("Your mail was not delivered to:\n\n    tobias@there.example:\n    quota exceeded\n"),
        ("soft", "mailbox full", "tobias@there.example"),
    ),
    "the list of those written to comes first": (
        prose(
            "Your message\n\n  To:      everybody@elsewhere.example\n  Subject: Hello\n\ndid not reach the following "
            "recipient(s):\n\nmia@there.example on Sun, 29 Nov 2026\n    The recipient name is not recognized\n",
            sender="System Administrator <postmaster@there.example>", subject="Undeliverable: Hello",
        ),
        ("hard", "no such mailbox", "mia@there.example"),
    ),
    "a cause before the address": (
        prose("Unknown user: nora@there.example\n\nOriginal message follows.\n" + COPY.format("nora@there.example")),
        ("hard", "no such mailbox", "nora@there.example"),
    ),
    "what the other server said, and what this one makes of it": (
        prose(
            "   ----- The following addresses had permanent fatal errors -----\n<otto@there.example>\n"
            "    (reason: 553 we do not like spam)\n\n   ----- Transcript of session follows -----\n"
            "<<< 553 we do not like spam\n550 5.1.1 <otto@there.example>... User unknown\n",
            subject="Returned mail: see transcript for details",
        ),
        ("soft", "refused by policy", "otto@there.example"),
    ),
    "two people, two causes": (
        prose('These addresses failed:\n\n"pia@there.example":\nuser unknown\n"quin@there.example":\nmailbox full\n'),
        ("hard", "no such mailbox", "pia@there.example"),
    ),
    "another language, a machine answer by its mark, and yet a report": (
        prose("<rosa@there.example>: пользователь не найден, user not found\n", more="Auto-Submitted: auto-replied\n"),
        ("hard", "no such mailbox", "rosa@there.example"),
    ),
    "from nobody": (
        prose("You sent mail to sam@there.example. That is not a valid user here.\n", sender="<>", subject=""),
        ("hard", "no such mailbox", "sam@there.example"),
    ),
    "rejected by a filter of the reader": (
        prose(
            "Your message to <tess@there.example> was automatically rejected:\nQuota exceeded\n",
            sender="Mail <post@there.example>", subject="Automatically rejected mail",
            more="Auto-Submitted: auto-replied (rejected)\n",
        ),
        ("soft", "mailbox full", "tess@there.example"),
    ),
    "only the copy names the address": (
        prose("Your mail could not be delivered to a screen name.\nuser unknown\n\n--- The original message ---\n"
              + COPY.format("Uma <uma@there.example>")),
        ("hard", "no such mailbox", "uma@there.example"),
    ),
    "two addresses in running text are none": (
        prose("No such user. Instead of ana.b@there.example, try ana.c@there.example or ask us.\n"),
        ("hard", "no such mailbox", None),
    ),
    "the software has a version": (
        prose("Mailer 5.1.1 could not reach <vic@there.example>: 451 4.7.1 try again later\n"),
        ("soft", "not now", "vic@there.example"),
    ),
    "a report of success": (
        prose("Your message was successfully delivered to <wim@there.example>.\n", subject="Delivery Receipt"),
        ("none", "arrived", "wim@there.example"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("manner", ODD)
def test_the_address_and_the_cause_are_found(manner):
    mail, expected = ODD[manner]
    found = read(mail)
    assert (found.kind, found.reason, found.address) == expected


@pytest.mark.parametrize(
    "subject", ["Fwd: Undeliverable: Your daily summary", "Re: failure notice", "AW: Returned mail"]
)
def test_a_person_who_asks_about_a_returned_mail_is_no_report(subject):
    mail = prose("What is this? <ana@there.example>: user unknown\n", sender="Kim <kim@there.example>", subject=subject)
    assert read(mail).kind == "none"


def test_a_letter_of_the_postmaster_that_reports_nothing_is_no_report():
    mail = prose("We move to a new building on Monday.\n", sender="postmaster@there.example", subject="News")
    assert read(mail).kind == "none"
