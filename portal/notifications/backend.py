"""Django's email backend, closed: whoever calls send_mail gets a delivery, or a loud refusal."""

import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from portal.core.clock import handrail_now
from portal.core.kinds import Message
from portal.notifications.account_words import SECURITY_KIND
from portal.notifications.operations.deliveries import send_now


class DirectMailRefused(Exception):
    """Something tried to send a mail that the engine cannot carry whole: use a message kind of your own."""


class NoDirectMail(BaseEmailBackend):
    """A plain text mail to one address, as libraries send them, becomes a delivery with its words sealed. Copies,
    attachments, other forms and senders, answers elsewhere and headers are refused, even with `fail_silently`: losing
    a part in silence is worse."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for mail in email_messages:
            for address in self._only_addresses(mail):
                send_now(
                    kind=SECURITY_KIND,
                    subject_key=f"mail:{uuid.uuid4().hex}",
                    recipient=None,
                    address=address,
                    message=Message(
                        subject=str(mail.subject), title=str(mail.subject), lines=paragraphs(str(mail.body))
                    ),
                    not_after=handrail_now() + timedelta(hours=24),
                )
        return len(email_messages)

    def _only_addresses(self, mail: EmailMessage) -> Sequence[str]:
        also = [
            mail.attachments,
            getattr(mail, "alternatives", ()),
            mail.cc,
            mail.bcc,
            mail.reply_to,
            mail.extra_headers,
        ]
        ours = mail.from_email in {settings.DEFAULT_FROM_EMAIL, settings.SERVER_EMAIL}
        if any(also) or mail.content_subtype != "plain" or not ours:
            raise DirectMailRefused("Send it as a message kind: portal.core.kinds, then schedule() or send_now().")
        return list(mail.to)


def paragraphs(body: str) -> list[str]:
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
