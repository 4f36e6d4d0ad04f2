"""Telling other systems what was written down: claimed by row, called outside transactions, tried again."""

import logging
import random
import time
import uuid
from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from portal.core.clock import handrail_now
from portal.notifications.channels.hook_call import call, signed_headers
from portal.notifications.channels.outgoing import Failed, NotAllowed
from portal.notifications.engine.sender import Stop, never
from portal.notifications.models import WebhookDelivery, WebhookEndpoint
from portal.notifications.operations.events import record_event, wake_on_commit
from portal.notifications.operations.webhooks import FAILED_KIND, switch

log = logging.getLogger(__name__)
State = WebhookDelivery.State
LEASE = timedelta(seconds=60)  # longer than a call may take
WAITS = [30, 120, 600, 3600, 3 * 3600, 6 * 3600, 12 * 3600]  # seconds; from then on the last one
GIVE_UP_AFTER = timedelta(days=3)
KEPT = timedelta(days=7)
GONE = 410


def send_webhooks(*, limit: int = 200, seconds: float = 20.0, stop: Stop = never) -> int:
    """Tell what is due, oldest first. Returns how many calls were made. A system that does not take one is left alone
    until the next time: the others do not wait while it is asked for each of its own."""
    calls, until, left_alone = 0, time.monotonic() + seconds, set[UUID]()
    while calls < limit and time.monotonic() < until and not stop():
        row = take_delivery(left_alone)
        if row is None:
            break
        taken, answer = outcome_of(row)
        settle(row, taken, answer)
        if not taken:
            left_alone.add(row.endpoint_id)
        calls += 1
    return calls


@transaction.atomic
def take_delivery(left_alone: Collection[UUID] = ()) -> WebhookDelivery | None:
    """One that is due, for this sender alone: until the lease is over nobody else finds it."""
    now = handrail_now()
    due = WebhookDelivery.objects.filter(state=State.PENDING, next_try_at__lte=now, endpoint__disabled_at=None)
    due = due.exclude(endpoint_id__in=left_alone)
    row = due.select_for_update(of=("self",), skip_locked=True).order_by("next_try_at", "id").first()
    if row is None:
        return None
    row.token, row.next_try_at, row.attempts = uuid.uuid4(), now + LEASE, row.attempts + 1
    row.save(update_fields=["token", "next_try_at", "attempts"])
    return WebhookDelivery.objects.select_related("endpoint").get(pk=row.pk)


def outcome_of(row: WebhookDelivery) -> tuple[bool, str]:
    """Whether it was taken, and the answer in a word. What comes back is never read further than its status."""
    now, body = handrail_now(), row.body.encode()
    secrets = row.endpoint.secrets_now(now)
    try:
        status = call(row.endpoint.url, body, signed_headers(secrets, row.event_id, int(now.timestamp()), body))
    except NotAllowed:
        return False, "not allowed"
    except Failed as error:
        return False, error.code
    return 200 <= status < 300, str(status)


@transaction.atomic
def settle(row: WebhookDelivery, taken: bool, answer: str) -> None:
    """Only while it is still this sender's. An endpoint that failed for three days is switched off, and said so."""
    now = handrail_now()
    mine = WebhookDelivery.objects.filter(pk=row.pk, token=row.token, state=State.PENDING)
    endpoint = WebhookEndpoint.objects.filter(pk=row.endpoint_id)
    if taken:
        mine.update(state=State.SENT, settled_at=now, last_status=answer, token=None)
        endpoint.exclude(failing_since=None).update(failing_since=None)
        return
    wait = WAITS[min(row.attempts, len(WAITS)) - 1]
    again = now + timedelta(seconds=wait * random.uniform(0.9, 1.2))  # noqa: S311
    over = row.made_at < now - GIVE_UP_AFTER
    more = {"state": State.GIVEN_UP, "settled_at": now} if over else {"next_try_at": again}
    if not mine.update(last_status=answer, token=None, **more):
        return
    endpoint.filter(failing_since=None).update(failing_since=now)
    worn_out = endpoint.filter(failing_since__lt=now - GIVE_UP_AFTER).exists()
    if (worn_out or answer == str(GONE)) and switch(row.endpoint, on=False):
        log.warning("webhook switched off", extra={"id": str(row.endpoint_id)})
        record_event(kind=FAILED_KIND, subject=str(row.endpoint_id))
        wake_on_commit()


def forget_webhooks() -> int:
    """Let go of what was settled a week ago, and of secrets that no longer count."""
    now = handrail_now()
    WebhookEndpoint.objects.filter(earlier_until__lt=now).update(earlier_secret_sealed=None, earlier_until=None)
    old = WebhookDelivery.objects.exclude(state=State.PENDING).filter(settled_at__lt=now - KEPT)
    return old.filter(pk__in=old.values("pk")[:1000]).delete()[0]
