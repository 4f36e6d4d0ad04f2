"""Returned mail as servers write it, with invented people."""

from textwrap import dedent

OURS = "Return-Path: <bounces@handrail.example>\nFrom: Handrail <hello@handrail.example>\nTo: {address}\n"


def standard(
    address: str = "ana@there.example", *, action: str = "failed", status: str = "5.1.1",
    said: str = "smtp; 550 5.1.1 User unknown", message_id: str = "<ours@handrail.example>", copy: str = "headers",
) -> str:  # fmt: skip
    """A report by the standard (RFC 3464)."""
    returned = f"Message-ID: {message_id}\nSubject: A secret subject\nTo: {address}\n"
    part = "text/rfc822-headers" if copy == "headers" else "message/rfc822"
    body = "" if copy == "headers" else "\nA secret body\n"
    return dedent("""\
        From: Mail Delivery System <MAILER-DAEMON@mx.there.example>
        To: bounces@handrail.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B"

        --B
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --B
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.there.example
        Arrival-Date: Sun, 29 Nov 2026 08:00:00 +0000

        Final-Recipient: rfc822; {address}
        Action: {action}
        Status: {status}
        Diagnostic-Code: {said}

        --B
        Content-Type: {part}

        {returned}{body}
        --B--
        """).replace("{returned}", returned).format(
        address=address, action=action, status=status, said=said, part=part, body=body
    )  # fmt: skip


def prose(
    body: str, *, sender: str = "MAILER-DAEMON@mx.there.example", subject: str = "failure notice", more: str = ""
) -> str:
    return f"From: {sender}\nTo: bounces@handrail.example\nSubject: {subject}\n{more}\n{dedent(body)}"


QMAIL = prose("""\
    Hi. This is the qmail-send program at mx.there.example.
    I'm afraid I wasn't able to deliver your message to the following addresses.
    This is a permanent error; I've given up. Sorry it didn't work out.

    <bea@there.example>:
    Sorry, no mailbox here by that name. (#5.1.1)

    --- Below this line is a copy of the message.

    Return-Path: <bounces@handrail.example>
    Message-ID: <ours@handrail.example>
    To: somebody.else@other.example
    """)

EXIM = prose(
    """\
    This message was created automatically by mail delivery software.

    A message that you sent could not be delivered to one or more of its
    recipients. This is a permanent error. The following address(es) failed:

      cem@there.example
        host mx.there.example [192.0.2.7]
        SMTP error from remote mail server after RCPT TO:<cem@there.example>:
        550 No such recipient

    ------ This is a copy of the message, including all the headers. ------

    Message-ID: <ours@handrail.example>
    """,
    sender="Mail Delivery System <Mailer-Daemon@relay.example>",
    subject="Mail delivery failed: returning message to sender",
    more="X-Failed-Recipients: cem@there.example\n",
)

EXIM_WARNING = prose(
    """\
    This message was created automatically by mail delivery software.
    A message that you sent has not yet been delivered to one or more of its
    recipients after more than 24 hours on the queue on relay.example.

    The address to which the message has not yet been delivered is:

      cem@there.example
        Delay reason: Connection timed out

    No action is required on your part. Delivery attempts will continue for some time.
    """,
    sender="Mail Delivery System <Mailer-Daemon@relay.example>",
    subject="Warning: message 1abc delayed 24 hours",
)

EXCHANGE = prose(
    """\
    Delivery has failed to these recipients or groups:

    Dana Example (dana@there.example)<mailto:dana@there.example>
    The e-mail address you entered couldn't be found. Please check the recipient's e-mail address and try to resend.

    Diagnostic information for administrators:

    Generating server: mail.there.example

    dana@there.example
    #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

    Original message headers:

    Message-ID: <ours@handrail.example>
    """,
    sender="Microsoft Outlook <MicrosoftExchange329e71ec@there.example>",
    subject="Undeliverable: Your daily summary",
)

EXCHANGE_OLD = prose(
    """\
    Your message did not reach some or all of the intended recipients.

          Subject:	Your daily summary
          Sent:	29/11/2026 09:00

    The following recipient(s) could not be reached:

          'eli@there.example' on 29/11/2026 09:01
                The recipient's mailbox is full. Please retry at a later time. <mail.there.example #5.2.2>
    """,
    sender="System Administrator <postmaster@there.example>",
    subject="Undeliverable: Your daily summary",
)

SENDMAIL = prose(
    """\
    The original message was received at Sun, 29 Nov 2026 09:00:01 GMT from relay.example [192.0.2.9]

       ----- The following addresses had permanent fatal errors -----
    <flo@nowhere.example>
        (reason: 550 Host unknown)

       ----- Transcript of session follows -----
    550 5.1.2 <flo@nowhere.example>... Host unknown (Name server: nowhere.example: host not found)
    """,
    subject="Returned mail: see transcript for details",
)

FULL = prose("""\
    Hi. This is the qmail-send program at mx.there.example.

    <gil@there.example>:
    user is over quota. The mailbox is full. (#5.2.2)

    --- Below this line is a copy of the message.
    """)

NOTES = prose(
    "User hana (hana@there.example) not listed in Domino Directory\n",
    sender="Postmaster@there.example", subject="DELIVERY FAILURE: User hana not listed in Domino Directory",
)  # fmt: skip

OUT_OF_OFFICE = prose(
    """\
    Thank you for your message. I am out of the office until Monday with no access to mail.
    In urgent cases write to ida.colleague@there.example. Your message could not be delivered to anybody else.
    """,
    sender="Ida <ida@there.example>",
    subject="Automatic reply: Your daily summary",
    more="Auto-Submitted: auto-replied\n",
)

VACATION = prose("I am on leave.\n", sender="Jo <jo@there.example>", subject="Abwesenheitsnotiz: Ihre Nachricht")
LETTER = prose("Dear all, thank you so much.\n", sender="Kim <kim@there.example>", subject="Thank you")

COMPLAINT = dedent("""\
    From: <fbl@provider.example>
    To: bounces@handrail.example
    Subject: FW: Your daily summary
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=feedback-report; boundary="B"

    --B
    Content-Type: text/plain

    This is an email abuse report.

    --B
    Content-Type: message/feedback-report

    Feedback-Type: abuse
    User-Agent: SomeGenerator/1.0
    Version: 1
    Original-Rcpt-To: <lou@there.example>

    --B
    Content-Type: message/rfc822

    Message-ID: <ours@handrail.example>
    Subject: Your daily summary

    A secret body
    --B--
    """)
