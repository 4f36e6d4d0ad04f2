"""Turning a device on and off. Whoever signs out leaves none behind."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.kinds import PUSH, kinds
from portal.core.push_key import read
from portal.core.templatetags.portal_ui import device as words_for_browser
from portal.notifications.channels.aes128gcm import AUTH_BYTES, receiver_key
from portal.notifications.channels.outgoing import NotAllowed
from portal.notifications.devices import can_push, checked_endpoint, sign_in_mark, site_key_mark
from portal.notifications.models import PushSubscription
from portal.notifications.models.device import endpoint_key
from portal.notifications.operations.deliveries import Wish, schedule, schedule_found
from portal.notifications.operations.events import wake_on_commit

MOST, NAME_LENGTH, ENDPOINT_LENGTH = 5, 60, 1000
TRY_KIND = "notifications.try"
TRY_FOR = timedelta(minutes=10)
FRESH = timedelta(minutes=3)

WAITING = """
SELECT DISTINCT ON (subject_key) subject_key, recipient_id, due_at, not_after FROM notifications_delivery
WHERE kind = %(kind)s AND recipient_id = %(person)s AND channel IN ('in_app', 'email') AND state = 'pending'
ORDER BY subject_key, channel
"""
TO_DEVICES = "SELECT subject_key, 'push' AS channel, recipient_id, due_at, not_after FROM found"
LEFT = """
DELETE FROM notifications_pushsubscription d USING accounts_user u
WHERE u.id = d.user_id AND (NOT u.is_active OR u.erased_at IS NOT NULL)
"""


@transaction.atomic
def turn_on(
    *,
    actor: User,
    endpoint: str,
    p256dh: str,
    auth: str,
    browser: str,
    instead_of: UUID | None = None,
    again: bool = False,
) -> PushSubscription:
    """Tell this device too, from what already waits on. The same device again keeps its row and its name; one that
    belonged to somebody else changes hands with the browser. `instead_of` is its row before the browser changed the
    address. `again`: only while it is on. Raises RuleViolation for what is no subscription of a service we work with,
    for one device too many, and for one that was turned off."""
    where = checked(endpoint, p256dh, auth)
    User.objects.select_for_update().get(pk=actor.pk)  # two devices at once count one another
    mine = PushSubscription.objects.owned_by(actor)
    known = Q(endpoint_key=endpoint_key(endpoint)) | (Q(pk=instead_of) if instead_of else Q())
    rows = sorted(mine.filter(known), key=lambda one: one.endpoint_key != endpoint_key(endpoint))
    same = rows[0] if rows else None
    if same is None and again:
        raise RuleViolation(_("This device was turned off."), code="turned_off")
    if same is None and mine.count() >= MOST:
        words = ngettext("%(count)s device", "%(count)s devices", MOST) % {"count": MOST}
        raise RuleViolation(_("You have %(devices)s already. Remove one first.") % {"devices": words}, code="too_many")
    device = same or PushSubscription(user=actor)
    PushSubscription.objects.filter(endpoint_key=endpoint_key(endpoint)).exclude(pk=device.pk).delete()
    if same is None:
        device.name = words_for_browser(browser)[:NAME_LENGTH]
    device.endpoint_key, device.where = endpoint_key(endpoint), where
    device.made_for, device.signed_in_by = site_key_mark(), sign_in_mark(actor)
    device.save()
    follow(actor.pk)
    return device


def checked(endpoint: str, p256dh: str, auth: str) -> dict[str, str]:
    """What is sealed. Raises RuleViolation."""
    try:
        if len(endpoint) > ENDPOINT_LENGTH:
            raise NotAllowed(_("This is not an address."))
        receiver_key(read(p256dh))
        if len(read(auth)) != AUTH_BYTES:
            raise ValueError("not 16 bytes")
        return {"endpoint": checked_endpoint(endpoint), "p256dh": p256dh, "auth": auth}
    except NotAllowed as no:
        raise RuleViolation(str(no), code="endpoint", field="endpoint") from no
    except ValueError as error:
        raise RuleViolation(_("These are not the keys of a browser."), code="keys", field="keys") from error


def follow(person: Any) -> int:
    """What waits for somebody in their inbox or by mail is to come to their devices as well. May run twice."""
    values = {"person": person}
    named = [kind.key for kind in kinds if PUSH in kind.channels and kind.key != TRY_KIND]
    return sum(
        schedule_found(kind=key, found=WAITING, wishes=TO_DEVICES, values=values | {"kind": key}) for key in named
    )


def rename(*, actor: User, device: PushSubscription, name: str) -> bool:
    """Call it something its person recognises; an empty name changes nothing. Returns whether it did."""
    row, name = PushSubscription.objects.owned_by(actor).filter(pk=device.pk).first(), " ".join(name.split())
    if row is None or not name or name == row.name:
        return False
    row.name = name[:NAME_LENGTH]
    row.save(update_fields=["name_sealed"])
    return True


def turn_off(*, actor: User, device_id: UUID | str) -> bool:
    """Tell it nothing more. Returns whether it was on."""
    return PushSubscription.objects.owned_by(actor).filter(pk=device_id).delete()[0] > 0


def forget_device(device_id: str) -> None:
    """Its session ended: whoever holds the device next is told nothing of who left."""
    PushSubscription.objects.filter(pk=device_id).delete()


def send_try(*, actor: User, device: PushSubscription) -> bool:
    """One message to this device alone, through the whole engine; at most one a minute. Returns whether it is new."""
    row, now = PushSubscription.objects.owned_by(actor).filter(pk=device.pk).first(), handrail_now()
    if row is None or not can_push():
        return False
    wish = Wish(TRY_KIND, f"try:{row.pk}:{now:%Y-%m-%dT%H:%M}", actor.pk, PUSH, now, now + TRY_FOR)
    with transaction.atomic():
        new = schedule([wish]) > 0
        wake_on_commit()
    return new


def keep_devices(limit: int) -> int:
    """Each turn of planning: accounts that were closed have no devices, and a planner that did not see a new device
    yet is made good. Nothing is counted as planned. One or two statements, none without keys."""
    if not can_push():
        return 0
    with connection.cursor() as cursor:
        cursor.execute(LEFT)
    fresh = PushSubscription.objects.filter(created_at__gt=handrail_now() - FRESH)
    for person in set(fresh.values_list("user_id", flat=True)[:limit]):
        with transaction.atomic():
            follow(person)
    return 0
