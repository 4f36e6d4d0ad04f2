"""Asking, for a whole batch, whether each message is still wanted: by the person, and by the house it comes from."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.crypto import CannotOpen
from portal.core.kinds import PUSH, Held, Kind, Later, No, Verdict, Yes, kinds
from portal.notifications.devices import who_can_be_told
from portal.notifications.engine.fence import suppression_key
from portal.notifications.engine.hush import ends_after, hushed
from portal.notifications.engine.line import AWAY, is_away
from portal.notifications.models import Delivery, Suppression
from portal.notifications.reads import wants

log = logging.getLogger(__name__)

GOOD_FOR_SECONDS = 1.0
CANNOT_SAY = No("cannot-say")  # the house failed to answer: tried again, like words that could not be made

DROP = """
UPDATE notifications_delivery
SET state = %s, last_code = %s, token = NULL, lease_until = NULL
WHERE id = %s AND token = %s AND (state = 'leased') IS TRUE
"""
PUT_OFF = """
UPDATE notifications_delivery
SET state = 'pending', next_try_at = %s, not_after = greatest(not_after, %s), last_code = %s,
    token = NULL, lease_until = NULL
WHERE id = %s AND token = %s AND (state = 'leased') IS TRUE
"""


@dataclass(frozen=True, slots=True)
class GivenUp(No):
    """Its address is not written to any more; `reason` is why."""


class Wanted:
    """The answers for a batch, with their age. `people` are the recipients, loaded once and refreshed with them."""

    def __init__(self, batch: Sequence[Delivery]) -> None:
        self.waiting = {one.pk: one for one in batch}
        self.ask()

    def ask(self) -> None:
        """One query for the people, one for given-up addresses, two for their own limits, one for devices where some
        are to be told, and what each kind needs for its own."""
        self.asked_at = time.monotonic()
        rows = list(self.waiting.values())
        people = User.objects.in_bulk({one.recipient_id for one in rows if one.recipient_id})
        for one in rows:
            one.recipient = people.get(one.recipient_id) if one.recipient_id else None
        self.verdicts: dict[Any, Verdict] = {}
        for key in {one.kind for one in rows}:
            self._ask_kind(key, [one for one in rows if one.kind == key])
        self.verdicts |= hushed(rows, self.verdicts)
        self._check_devices(rows)
        self._check_addresses(rows)

    def _ask_kind(self, key: str, rows: list[Delivery]) -> None:
        kind = kinds.find(key)
        if kind is None:
            # Somebody knows it: while the site is brought up to date, older senders run beside newer pages.
            self.verdicts |= dict.fromkeys([one.pk for one in rows], in_a_minute())
            return
        answers = dict(asked(kind, [one for one in rows if reachable(one)]))
        willing: dict[str, set[UUID]] = {}
        for one in rows:
            if one.recipient_id and one.channel not in willing:
                ids = {row.recipient_id for row in rows if row.channel == one.channel and row.recipient_id}
                willing[one.channel] = wants(ids, key, one.channel)
            if one.recipient_id and not reachable(one):
                self.verdicts[one.pk] = No("gone")
            elif one.recipient_id and one.recipient_id not in willing[one.channel]:
                self.verdicts[one.pk] = No("unwanted")
            else:
                self.verdicts[one.pk] = answers.get(one.pk, No("no-answer"))

    def _check_devices(self, rows: list[Delivery]) -> None:
        """Nobody is told on devices that they turned off, or that a changed password signed out."""
        sent = [one for one in rows if one.channel == PUSH and isinstance(self.verdicts.get(one.pk), Yes)]
        able = who_can_be_told(one.recipient for one in sent if one.recipient)
        self.verdicts |= {one.pk: No("no-device") for one in sent if one.recipient_id not in able}

    def _check_addresses(self, rows: list[Delivery]) -> None:
        keys = {}
        for one in rows:
            try:
                keys[one.pk] = suppression_key(one)
            except CannotOpen:
                log.exception("words do not open", extra={"id": str(one.pk), "kind": one.kind})
                self.verdicts[one.pk] = CANNOT_SAY
        rows_of_them = Suppression.objects.filter(address_key__in=set(keys.values()))
        given_up = dict(rows_of_them.values_list("address_key", "reason"))
        for pk, key in keys.items():
            if key in given_up and isinstance(self.verdicts.get(pk), Yes):
                self.verdicts[pk] = GivenUp(given_up[key])

    def stale(self) -> bool:
        return time.monotonic() - self.asked_at > GOOD_FOR_SECONDS

    def verdict(self, delivery: Delivery) -> Verdict:
        """The answer of at most one second ago."""
        if self.stale():
            self.ask()
        return self.verdicts[delivery.pk]

    def done_with(self, delivery: Delivery) -> None:
        self.waiting.pop(delivery.pk, None)


def reachable(delivery: Delivery) -> bool:
    """Whether there is still somebody: nobody was named, or the person is active and not erased."""
    person = delivery.recipient
    return (
        person is None if delivery.recipient_id is None else bool(person and person.is_active and not person.erased_at)
    )


def asked(kind: Kind, rows: list[Delivery]) -> dict[Any, Verdict]:
    """The house's answers. When asking for all fails, each is asked alone: one bad row does not hold up the others."""
    if not rows:
        return {}
    try:
        return dict(kind.still_wanted(rows))
    except AWAY as error:
        if is_away(error):
            raise
        log.warning("still_wanted took too long", extra={"kind": kind.key, "count": len(rows)})
        return dict.fromkeys([one.pk for one in rows], in_a_minute())
    except Exception:
        log.exception("still_wanted failed", extra={"kind": kind.key, "count": len(rows)})
        if len(rows) == 1:
            return {rows[0].pk: CANNOT_SAY}
        answers: dict[Any, Verdict] = {}
        for one in rows:
            answers |= asked(kind, [one])
        return answers


def in_a_minute() -> Later:
    """For what this sender cannot decide now, through no fault of the message: it waits, uncharged."""
    return Later(handrail_now() + timedelta(minutes=1))


def set_aside(delivery: Delivery, verdict: Verdict) -> bool:
    """Carry out a no or a later on a leased row; False when somebody else has the row by now."""
    with connection.cursor() as cursor:
        if isinstance(verdict, Later):
            held = ends_after(verdict) if isinstance(verdict, Held) else None
            word = "held" if held else "later"
            cursor.execute(PUT_OFF, [verdict.at, held, word, delivery.pk, delivery.token])
        elif isinstance(verdict, No):
            state = "suppressed" if isinstance(verdict, GivenUp) else "cancelled"
            cursor.execute(DROP, [state, verdict.reason[:64], delivery.pk, delivery.token])
        return cursor.rowcount == 1
