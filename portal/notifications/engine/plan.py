"""Looking ahead: houses plan what will be due, and what happened is turned into messages for those it concerns."""

import logging
import time
from collections import deque
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F

from portal.core.clock import HandrailNow, handrail_now
from portal.core.hooks import hook_kinds
from portal.core.kinds import PUSH, Kind, kinds, planners
from portal.notifications.engine.sender import Stop, never
from portal.notifications.models import Event
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.operations.webhooks import tell_webhooks
from portal.notifications.reads import wants

log = logging.getLogger(__name__)

RULES_PER_CHUNK, PEOPLE_PER_CHUNK = 500, 500
GIVE_UP_AFTER = 10
CANARY = "notifications.canary"


def plan_ahead(seconds: float = 20.0, stop: Stop = never) -> int:
    """Let every house plan up to its horizon, a chunk each in turn: neither one that has much to do nor one that fails
    holds up the others. Then the steps that follow, each by itself."""
    advanced, until = 0, time.monotonic() + seconds
    busy = deque(planners)
    while busy and time.monotonic() < until and not stop():
        planner = busy.popleft()
        try:
            chunk = planner.plan_chunk(RULES_PER_CHUNK)
        except Exception:
            log.exception("planning failed", extra={"kind": planner.key})
            continue
        advanced += chunk
        if chunk:
            busy.append(planner)
    for house, step in [(one.key, step) for one in planners for step in one.expire]:
        if stop():
            break
        try:
            step()
        except Exception:
            log.exception("step failed", extra={"kind": house, "operation": getattr(step, "__name__", "")})
    return advanced


def expand_events(most: int = 100, stop: Stop = never) -> int:
    """Make deliveries for what happened; returns how many chunks of people were told. One transaction a chunk."""
    chunks = 0
    for _ in range(most):
        if stop():
            break
        held: list[Event] = []
        try:
            with transaction.atomic():
                event = _next_event()
                if event is None:
                    break
                held.append(event)
                _expand_chunk(event)
                chunks += 1
        except Exception:
            if not held:
                raise
            log.exception("audience failed", extra={"id": held[0].pk})
            _put_off(held[0])
    return chunks


def _next_event() -> Event | None:
    due = Event.objects.filter(done_at=None, next_try_at__lte=HandrailNow()).order_by("next_try_at", "id")
    return due.select_for_update(skip_locked=True).first()


def _expand_chunk(event: Event) -> None:
    """People who are told, chunk by chunk; other systems with the first of them. Some events are for those alone."""
    if event.cursor is None:
        tell_webhooks(event)
    if any(hook.event == event.kind for hook in hook_kinds) and kinds.find(event.kind) is None:
        Event.objects.filter(pk=event.pk).update(done_at=HandrailNow())
        return
    kind = kinds.get(event.kind)
    people = list(kind.audience(event, event.cursor, PEOPLE_PER_CHUNK))
    for channel in (one for one in kind.channels if one != PUSH):  # devices follow by themselves
        willing = wants([one.user_id for one in people], kind.key, channel)
        schedule(_wish(event, kind, one.user_id, one.subject_key, channel) for one in people if one.user_id in willing)
    if len(people) < PEOPLE_PER_CHUNK:
        Event.objects.filter(pk=event.pk).update(done_at=HandrailNow())
    else:
        Event.objects.filter(pk=event.pk).update(cursor=people[-1].user_id)


def _wish(event: Event, kind: Kind, user_id: object, subject_key: str, channel: str) -> Wish:
    return Wish(kind.key, subject_key, user_id, channel, event.created_at, event.created_at + kind.grace)  # type: ignore[arg-type]


def _put_off(event: Event) -> None:
    """Later, and later still; after ten failures it is left as done, with an alert. Nobody holds it any more, so it is
    only put off as it was read: another ticker may have finished it since, or failed at it too."""
    wait = timedelta(seconds=min(30 * 4**event.failures, 3600))
    now = handrail_now()
    gone = event.failures + 1 >= GIVE_UP_AFTER
    as_read = Event.objects.filter(pk=event.pk, done_at=None, failures=event.failures)
    if as_read.update(failures=F("failures") + 1, next_try_at=now + wait, done_at=now if gone else None) and gone:
        log.error("event given up", extra={"id": event.pk, "kind": event.kind})


def canary() -> int:
    """One message a minute that goes all the way to nowhere, so that silence is noticed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT date_trunc('minute', handrail_now())")
        minute = cursor.fetchone()[0]
    key = f"canary:{minute:%Y-%m-%dT%H:%M}"
    return schedule([Wish(CANARY, key, None, "null", minute, minute + timedelta(minutes=10))])
