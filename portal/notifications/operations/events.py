"""Saying that something happened. The row commits with the act itself; the wake is only a hint."""

import logging
from collections.abc import Sequence

from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu.pools import producers

from portal.core.kinds import kinds
from portal.core.resting import Rest
from portal.notifications.models import Event

log = logging.getLogger(__name__)

WAKE = "portal.notifications.tasks.wake"
PATIENCE, REST_SECONDS = 1.0, 5.0
broker_rest = Rest(REST_SECONDS)


def record_event(*, kind: str, subject: str) -> Event:
    """Write down that something happened, in the caller's transaction. `subject` is an id or key, never words.

    The ticker asks the kind for its audience and makes the deliveries. Raises KeyError for a kind nobody registered.
    """
    kinds.get(kind)
    return Event.objects.create(kind=kind, subject=subject)


def record_events(*, kinds_of_it: Sequence[str], subject: str) -> None:
    """One happening that several kinds of message are about, in one statement. Raises KeyError likewise."""
    for kind in kinds_of_it:
        kinds.get(kind)
    Event.objects.bulk_create(Event(kind=kind, subject=subject) for kind in kinds_of_it)


def wake_on_commit() -> None:
    """Hint that something is due, once the transaction is through. Never raises: losing the hint costs seconds."""
    transaction.on_commit(_wake, robust=True)


def _wake() -> None:
    """A page waits a second for a broker that does not answer, then nobody waits for it for five."""
    if not broker_rest.may_ask():
        return
    try:
        _send_hint()
    except Exception as error:
        broker_rest.begin()
        log.warning("wake not sent", extra={"error": type(error).__name__})
    else:
        broker_rest.end()


def _send_hint() -> None:
    """On a line of its own: those of the workers wait longer for an answer, because they listen."""
    patience = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "max_retries": 0}
    line = current_app.connection_for_write(settings.CELERY_BROKER_URL, transport_options=patience)
    with producers[line].acquire(block=True, timeout=PATIENCE) as producer:
        current_app.send_task(WAKE, expires=10, ignore_result=True, retry=False, producer=producer)
