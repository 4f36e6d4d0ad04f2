"""Saying that something happened. The row commits with the act itself; the wake is only a hint."""

import logging
import time
from collections.abc import Sequence

from celery import current_app
from django.db import transaction

from portal.core.kinds import kinds
from portal.notifications.models import Event

log = logging.getLogger(__name__)

WAKE = "portal.notifications.tasks.wake"
REST_SECONDS = 5.0
_broker = {"rest_until": 0.0}


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
    """After a failure the broker is left alone for five seconds, so that pages do not wait for it one by one."""
    if time.monotonic() < _broker["rest_until"]:
        return
    try:
        current_app.send_task(WAKE, expires=10, ignore_result=True, retry=False)
    except Exception as error:
        _broker["rest_until"] = time.monotonic() + REST_SECONDS
        log.warning("wake not sent", extra={"error": type(error).__name__})
