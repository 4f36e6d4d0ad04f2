"""What a code and a sentence of a mail server mean. A wrong "hard" silences somebody; a wrong "soft" costs a mail."""

import pytest

from portal.notifications.bounces.clues import meaning_of

NOBODY, CLOSED, NO_DOMAIN = "no such mailbox", "mailbox closed", "no such domain"
FULL, POLICY, SENDER, LATER, BIG = "mailbox full", "refused by policy", "sender refused", "not now", "message too big"


@pytest.mark.parametrize(
    ("status", "said", "reason"),
    [
        ("5.1.1", "550-5.1.1 The email account that you tried to reach does not exist.", NOBODY),
        ("5.1.1", "550 5.1.1 <x@there.example>: user does not exist", NOBODY),
        ("5.1.1", "", NOBODY),
        ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", NOBODY),
        ("5.1.351", "550 5.1.351 Remote server returned unknown recipient or mailbox unavailable", NOBODY),
        ("5.7.1", "550 5.7.1 No such user!", NOBODY),
        ("5.0.0", "550 Requested action not taken: mailbox unavailable", NOBODY),
        ("5.0.0", "550 Invalid Recipient - https://there.example/docs#550 [abc]", NOBODY),
        ("5.0.0", "550 BAD_RECIPIENT - see https://there.example/bounced", NOBODY),
        ("5.0.0", '550 "x@there.example" is not a known user', NOBODY),
        ("5.0.0", "550 ** No mail box available for this user **", NOBODY),
        ("5.0.0", "553 Invalid final delivery userid", NOBODY),
        ("5.0.0", "554 delivery error: dd Not a valid recipient", NOBODY),
        ("5.0.0", "550 <x@there.example> Empfaenger unbekannt", NOBODY),
        ("5.1.6", "550 5.1.6 recipient no longer on server", CLOSED),
        ("5.2.1", "550 5.2.1 The email account that you tried to reach is inactive.", CLOSED),
        ("5.0.0", "551 <x@there.example> is a deactivated mailbox", CLOSED),
        ("5.4.310", "550 5.4.310 DNS domain nowhere.example does not exist", NO_DOMAIN),
        ("5.1.0", "Domain nowhere.example does not accept mail (nullMX)", NO_DOMAIN),
        ("", "all relevant MX records point to non-existent hosts", NO_DOMAIN),
    ],
)
def test_nobody_is_there(status, said, reason):
    found = meaning_of(status, said)
    assert (found.kind, found.reason) == ("hard", reason)


@pytest.mark.parametrize(
    ("status", "said", "reason"),
    [
        ("5.1.1", "550 RCPT TO:<x@there.example> max message size exceeded", BIG),
        ("5.1.1", "550 5.1.1 Your server is on a block list", POLICY),
        ("5.1.0", "550 5.1.0 192.0.2.1 is not allowed to send mail.", POLICY),
        ("5.7.1", "554 5.7.1 <x@there.example>: Recipient address rejected: Policy rejection", POLICY),
        ("5.7.1", "554 5.7.1 <x@there.example>: Recipient address rejected: Access denied", POLICY),
        ("5.0.0", "550 Requested action not taken: mailbox unavailable, reject due to policy restrictions", POLICY),
        ("5.0.0", "553 Sender Policy Framework (SPF) fail", POLICY),
        ("5.0.0", "550-Verification failed for <hello@handrail.example> 550-No Such User Here", SENDER),
        ("5.0.0", "550 sender verify fail for <hello@handrail.example>: Unrouteable address", SENDER),
        ("5.7.1", "554 5.7.1 Client host rejected: cannot find your hostname", SENDER),
        ("5.0.0", "550 Your domain handrail.example does not exist or has no MX", SENDER),
        ("5.5.2", "504 5.5.2 <localhost>: Helo command rejected: Host not found", SENDER),
        ("5.2.1", "550-5.2.1 The user you are trying to contact is receiving mail at a rate that", LATER),
        ("5.2.1", "550 5.2.1 Mailbox is temporarily disabled", LATER),
        ("5.0.0", "550 mailbox is suspended, please ask its owner", LATER),
        ("5.4.1", "550 5.4.1 no answer from host", LATER),
        ("5.4.312", "550 5.4.312 Message expired, DNS query failed(ServerFailure)", LATER),
        ("5.4.4", "Name service error for name=there.example type=MX: Malformed name server reply", LATER),
        ("4.4.3", "Host or domain name not found. Name service error: Host not found, try again", LATER),
        ("5.0.0", "450 4.2.0 mailbox unavailable", LATER),
        ("", "all hosts have been failing for a long time (and retry time not reached)", LATER),
        ("5.2.1", "552-5.2.2 The email account that you tried to reach is over quota and inactive.", FULL),
        ("5.0.0", "554 the recipient is over disk quota, this account will not receive mail", FULL),
        ("5.7.0", "x-unix; The recipient mailbox has exceeded its disk space limit.", FULL),
        ("5.0.0", "550 User has too many messages on the server.", FULL),
        ("5.0.0", "550 Your server requires confirmation", POLICY),
        ("5.0.0", "550 go away", "refused, no cause given"),
        ("5.0.0", "", "refused, no cause given"),
        ("", "It did not work.", "unclear"),
    ],
)
def test_somebody_may_be_there(status, said, reason):
    found = meaning_of(status, said)
    assert (found.kind, found.reason) == ("soft", reason)


def test_what_stands_around_is_asked_only_where_the_server_gave_no_cause():
    assert meaning_of("5.0.0", "", "the account is full").reason == FULL
    assert meaning_of("5.1.1", "", "the account is full").reason == FULL
    assert meaning_of("5.1.1", "", "scanned for viruses by our spam filter").reason == NOBODY
    assert meaning_of("5.0.0", "550 spam", "user unknown").reason == POLICY
