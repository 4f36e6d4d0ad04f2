"""Other systems that are told: setting one up, changing its secret, trying it; and what is written down to be told."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.hooks import HookKind, hook_kinds
from portal.notifications.channels.outgoing import NotAllowed, checked_place
from portal.notifications.models import Event, WebhookDelivery, WebhookEndpoint
from portal.notifications.models.webhook import new_secret

BOTH_COUNT = timedelta(hours=24)
TEST = "test"
FAILED_KIND = "notifications.webhook"

NOTE = """
INSERT INTO notifications_event (kind, subject, failures)
SELECT %s, %s, 0 WHERE EXISTS
    (SELECT 1 FROM notifications_webhookendpoint WHERE disabled_at IS NULL AND kinds && %s::varchar[])
"""


def need_administrator(actor: User) -> None:
    if not actor.staff_roles.administers:
        raise PermissionDenied(_("Only administrators set up webhooks."))


@transaction.atomic
def set_up_webhook(
    *, actor: User, name: str, url: str, kinds: Sequence[str], closed_too: bool
) -> tuple[WebhookEndpoint, str]:
    """The endpoint and its secret, which is told this once. Raises PermissionDenied, RuleViolation."""
    need_administrator(actor)
    try:
        checked_place(url)
    except NotAllowed as refusal:
        raise RuleViolation(str(refusal), code="address", field="url") from refusal
    row = WebhookEndpoint(name=name, url=url, kinds=known(kinds), closed_too=closed_too)
    row.secret = secret = new_secret()
    row.save(force_insert=True)
    return row, secret


@transaction.atomic
def change_webhook(
    *, actor: User, row: WebhookEndpoint, name: str, url: str, kinds: Sequence[str], closed_too: bool
) -> WebhookEndpoint:
    """Raises PermissionDenied, RuleViolation."""
    need_administrator(actor)
    try:
        checked_place(url)
    except NotAllowed as refusal:
        raise RuleViolation(str(refusal), code="address", field="url") from refusal
    row.name, row.url, row.kinds, row.closed_too = name, url, known(kinds), closed_too
    row.save(update_fields=["name", "url", "kinds", "closed_too"])
    return row


def known(kinds: Sequence[str]) -> list[str]:
    found = [kind.key for kind in hook_kinds if kind.key in kinds]
    if not found:
        raise RuleViolation(_("Choose at least one."), code="required", field="kinds")
    return found


@transaction.atomic
def change_secret(*, actor: User, row: WebhookEndpoint) -> str:
    """A new secret, told this once. For 24 hours the one before signs too, so that nothing is lost meanwhile."""
    need_administrator(actor)
    now = WebhookEndpoint.objects.select_for_update().get(pk=row.pk)
    now.earlier_secret, now.earlier_until = now.secret, handrail_now() + BOTH_COUNT
    now.secret = secret = new_secret()
    now.save(update_fields=["secret_sealed", "earlier_secret_sealed", "earlier_until"])
    return secret


@transaction.atomic
def switch_webhook(*, actor: User, row: WebhookEndpoint, on: bool) -> bool:
    """Off: what waits is given up. On again: it is told of what happens from now on. Returns whether it changed."""
    need_administrator(actor)
    return switch(row, on=on)


def switch(row: WebhookEndpoint, *, on: bool) -> bool:
    rows = WebhookEndpoint.objects.filter(pk=row.pk, disabled_at__isnull=not on)
    if not rows.update(disabled_at=None if on else handrail_now(), failing_since=None):
        return False
    if not on:
        waiting = WebhookDelivery.objects.filter(endpoint=row, state=WebhookDelivery.State.PENDING)
        waiting.update(state=WebhookDelivery.State.GIVEN_UP, settled_at=handrail_now(), token=None)
    return True


@transaction.atomic
def send_test(*, actor: User, row: WebhookEndpoint) -> WebhookDelivery:
    """Something to try it with: it is told at once, in the same way as everything else."""
    need_administrator(actor)
    now = handrail_now()
    event_id = id_of(f"test|{row.pk}|{now.isoformat()}")
    body = body_of(event_id, TEST, now, {})
    return WebhookDelivery.objects.create(endpoint=row, event_id=event_id, kind=TEST, body=body)


def note_for_webhooks(*, event: str, subject: str) -> None:
    """Write down, in the caller's transaction, what nobody but other systems is told of. One statement, and no row
    where nobody listens. `subject` is an id, never words."""
    keys = [kind.key for kind in hook_kinds if kind.event == event]
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [event, subject, keys])


def id_of(told: str) -> str:
    """Random to look at, and the same each time for the same happening."""
    return "evt_" + hmac.new(settings.INDEX_KEY.encode(), f"webhook|{told}".encode(), hashlib.sha256).hexdigest()[:32]


def body_of(event_id: str, kind: str, at: datetime, ids: dict[str, str]) -> str:
    told = {"id": event_id, "type": kind, "timestamp": at.isoformat(timespec="seconds"), "data": ids}
    return json.dumps(told, separators=(",", ":"))


def tell_webhooks(event: Event) -> int:
    """A delivery for each endpoint that wants to hear of this event. Called in the transaction that expands it; once
    second time adds nothing. Returns how many."""
    made = [kind for kind in hook_kinds if kind.event == event.kind]
    listening = WebhookEndpoint.objects.listening().filter(kinds__overlap=[kind.key for kind in made]) if made else []
    rows = [row for endpoint in listening for kind in made for row in _tellings(event, kind, endpoint)]
    return len(WebhookDelivery.objects.bulk_create(rows, ignore_conflicts=True)) if rows else 0


def _tellings(event: Event, kind: HookKind, endpoint: WebhookEndpoint) -> list[WebhookDelivery]:
    data = kind.data(event.subject) if kind.key in endpoint.kinds else None
    if data is None or (data.closed and not endpoint.closed_too):
        return []
    at = event.created_at.replace(minute=0, second=0, microsecond=0) if data.closed else event.created_at
    event_id = id_of(f"{event.pk}|{kind.key}")
    body = body_of(event_id, kind.key, at, {} if data.closed else dict(data.ids))
    return [WebhookDelivery(endpoint=endpoint, event_id=event_id, kind=kind.key, body=body)]
