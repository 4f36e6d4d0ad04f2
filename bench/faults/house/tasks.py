"""The usual way, for comparison only: one Celery task for each message, as tutorials have it."""

from uuid import UUID

from celery import shared_task
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import timezone

from portal.notifications.channels.letter import context_for, message_id
from portal.notifications.engine.render import as_the_recipient_reads, words_for
from portal.notifications.models import Delivery
from portal.notifications.reads import wants


@shared_task
def send_one(pk: str) -> None:
    """Load it, ask whether it is wanted, make the words, send them, mark it."""
    delivery = Delivery.objects.select_related("recipient").get(pk=UUID(pk))
    if delivery.recipient_id not in wants([delivery.recipient_id], delivery.kind, delivery.channel):
        return
    with as_the_recipient_reads(delivery):
        message = words_for(delivery)
        if delivery.channel == "email":
            context = context_for(delivery, message)
            letter = EmailMultiAlternatives(
                str(message.subject),
                render_to_string("notifications/email/message.txt", context),
                to=[delivery.recipient.email],
                headers={"Message-ID": message_id(delivery)},
                connection=get_connection("django.core.mail.backends.smtp.EmailBackend"),
            )
            letter.attach_alternative(render_to_string("notifications/email/message.html", context), "text/html")
            letter.send()
    Delivery.objects.filter(pk=pk).update(state="sent", sent_at=timezone.now())
