"""Web push (RFC 8030): one message to all devices of a person. It is sent when any of them took it."""

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from portal.core.clock import HandrailNow
from portal.core.kinds import Message, kinds
from portal.core.push_key import read
from portal.notifications.channels.aes128gcm import encrypt, padded
from portal.notifications.channels.outcome import ForGood, ForNow, Outcome, Sent, Unknown
from portal.notifications.channels.outgoing import Failed, Lines, NotAllowed, Reply
from portal.notifications.channels.push_words import as_sent, topic
from portal.notifications.channels.vapid import authorization
from portal.notifications.devices import tellable
from portal.notifications.models import Delivery, PushSubscription

log = logging.getLogger(__name__)

SECONDS = 5.0  # for one device; all that a person may have fit into the time for one message
LONGEST = 28 * 86_400  # seconds that services keep a message at most
TOLD_LATELY = timedelta(hours=1)
GONE, NOT_US, LATER = {404, 410}, {401, 403}, {408, 425, 429}

TAKEN = """
UPDATE notifications_delivery SET taken_by = array_append(coalesce(taken_by, '{}'), %s)
WHERE id = %s AND token = %s AND (state = 'handing') IS TRUE
"""


@dataclass(frozen=True, slots=True)
class Target:
    """One device, and what is posted for it. `never`: it has not been told anything yet."""

    device_id: UUID
    url: str
    headers: dict[str, str]
    body: bytes
    never: bool
    lately: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    delivery: Delivery
    targets: Sequence[Target]


class PushChannel:
    """One connection to each service for a batch."""

    def __init__(self) -> None:
        self.lines = Lines()

    def prepare(self, delivery: Delivery, message: Message) -> Parcel:
        """A body for each device that has not taken it: only that device can read it. One query."""
        return Parcel(delivery, [target(one, delivery, message) for one in devices_for(delivery)])

    def hand_over(self, prepared: Parcel, until: float = math.inf) -> Outcome:
        took = Sent("taken", "push") if prepared.delivery.taken_by else None
        others: list[Outcome] = []
        for one in prepared.targets:
            outcome = told(self.lines, one, until)
            if isinstance(outcome, Sent):
                took = outcome
                remember(prepared, one)
            else:
                others.append(outcome)
        return took or worst(others)

    def close(self) -> None:
        self.lines.close()


def devices_for(delivery: Delivery) -> list[Any]:
    """Those of the recipient that can be told and have not taken this message; of a try, the one that asked."""
    if delivery.recipient is None:
        return []
    rows = PushSubscription.objects.owned_by(delivery.recipient).exclude(pk__in=delivery.taken_by or [])
    if delivery.subject_key.startswith("try:"):
        rows = rows.filter(pk=delivery.subject_key.split(":")[1])
    found = rows.annotate(now=HandrailNow()).in_order()
    return [one for one in found if tellable(one, delivery.recipient)]


def target(device: Any, delivery: Delivery, message: Message) -> Target:
    where, kind = device.where, kinds.find(delivery.kind)
    urgent = kind is not None and kind.fleeting
    headers = {
        "Authorization": authorization(where["endpoint"]),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(kept_for(delivery, device.now)),
        "Topic": topic(delivery),
        "Urgency": "high" if urgent else "normal",  # RFC 8030 §5.3: a reminder of eight is not worth much at nine
    }
    last = device.last_told_at
    return Target(
        device_id=device.pk,
        url=where["endpoint"],
        headers=headers,
        body=encrypt(padded(as_sent(delivery, message)), read(where["p256dh"]), read(where["auth"])),
        never=last is None,
        lately=last is not None and last > device.now - TOLD_LATELY,
    )


def kept_for(delivery: Delivery, now: datetime) -> int:
    """Seconds for which it is worth something to a device that is away; none: at once or not at all."""
    return max(0, min(int((delivery.not_after - now).total_seconds()), LONGEST))


def told(lines: Lines, one: Target, until: float) -> Outcome:
    seconds = min(SECONDS, until - time.monotonic())
    if seconds <= 0:
        return ForNow("too late", "late")
    try:
        return meaning(lines.post(one.url, one.body, one.headers, seconds=seconds), one)
    except NotAllowed:
        return ForGood("not allowed", "connect")
    except Failed as failure:
        return Unknown(failure.code, "push") if failure.begun else ForNow(failure.code, "connect")


def meaning(reply: Reply, one: Target) -> Outcome:
    """2xx: the service has it. Gone: the device is forgotten. Not us: a device that never took anything was made for
    somebody else; with the others our key or our clock is wrong, and the channel rests until that is mended."""
    code = str(reply.status)
    if 200 <= reply.status < 300:
        return Sent(code, "push")
    if reply.status in GONE or (reply.status in NOT_US and one.never):
        beside(lambda: PushSubscription.objects.filter(pk=one.device_id).delete())
        return ForGood(code, "push")
    if reply.status in LATER | NOT_US or not 400 <= reply.status < 500:
        return ForNow(code, "push", seconds_of(reply.retry_after))
    return ForGood(code, "push")


def seconds_of(retry_after: str) -> float:
    """Seconds, or a date (RFC 9110 §10.2.3); nonsense is nothing."""
    if retry_after.isascii() and retry_after.isdigit():
        return min(float(retry_after), LONGEST)
    try:
        at = parsedate_to_datetime(retry_after)
        return min(max((at - timezone.now()).total_seconds(), 0.0), LONGEST)
    except (ValueError, TypeError):
        return 0.0


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """When no device took it: perhaps one did; else one may take it later, at the earliest that any service said;
    else none ever will."""
    for one in outcomes:
        if isinstance(one, Unknown):
            return one
    later = [one for one in outcomes if isinstance(one, ForNow)]
    if later:
        return min(later, key=lambda one: one.wait)
    return outcomes[0] if outcomes else ForGood("no-device", "push")


def remember(prepared: Parcel, one: Target) -> None:
    """That this device took it, while others are still to come: a sender that dies now does not tell it twice. After
    the last one the ack says as much. When a device was last told is kept to the hour."""
    row = prepared.delivery
    if one is not prepared.targets[-1]:
        beside(lambda: said(TAKEN, [one.device_id, row.pk, row.token]))
    if not one.lately:
        devices = PushSubscription.objects.filter(pk=one.device_id)
        beside(lambda: devices.update(last_told_at=HandrailNow()))


def said(statement: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def beside(write: Any) -> None:
    """What is written beside the message never decides what became of it."""
    try:
        write()
    except (OperationalError, InterfaceError):
        log.warning("beside a message nothing was written down")
