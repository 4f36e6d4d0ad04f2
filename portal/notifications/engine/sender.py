"""The sender: claim a batch, and for each message ask, make the words, fence, hand over, write down what came of it.

No transaction is open while a message is handed over, and at most one message is in hand at any moment: whatever
kills this process costs at most one uncertain message.
"""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import InterfaceError, OperationalError

from portal.core.kinds import Yes
from portal.notifications.channels import CHANNELS, Channel
from portal.notifications.channels.outcome import ForGood, ForNow, Outcome, Sent, Unknown
from portal.notifications.engine import breaker
from portal.notifications.engine.claim import claim, give_back
from portal.notifications.engine.fence import fence
from portal.notifications.engine.render import as_the_recipient_reads, words_for
from portal.notifications.engine.settle import settle, settle_without_words, surely
from portal.notifications.engine.wanted import CANNOT_SAY, Wanted, set_aside
from portal.notifications.models import Delivery

log = logging.getLogger(__name__)

Stop = Callable[[], bool]


def never() -> bool:
    return False


def drain(*, limit: int, stop: Stop = never, seconds: float | None = None) -> int:
    """Send what is due, batch by batch, until nothing is left, `stop()` says so, or the time is up. Returns how many
    deliveries it took care of; those that it gave back are not counted."""
    began, done = time.monotonic(), 0
    while not stop() and (seconds is None or time.monotonic() - began < seconds):
        batch, probing = next_batch(limit)
        if not batch:
            break
        taken_care_of = Round(batch, stop, probing).run()
        done += taken_care_of
        if not taken_care_of:
            break  # everything was given back: whoever looks next time starts afresh
    return done


def next_batch(limit: int) -> tuple[list[Delivery], set[str]]:
    """What to send now: everything on channels that work, and one probe on a channel whose turn has come."""
    closed = breaker.resting()
    batch = claim(limit=limit, without=closed)
    probing = set()
    for channel in closed:
        if breaker.take_probe(channel):
            probe = claim(limit=1, only=channel)
            batch += probe
            probing |= {channel} if probe else set()
    return batch, probing


class Round:
    """One batch in the hands of one sender."""

    def __init__(self, batch: Sequence[Delivery], stop: Stop, probing: set[str]) -> None:
        self.began = time.monotonic()
        self.batch, self.stop, self.probing = batch, stop, probing
        self.channels: dict[str, Channel] = {}
        self.given_up: set[str] = set()
        self.done = 0

    def run(self) -> int:
        try:
            self.wanted = Wanted(self.batch)
            for delivery in self.batch:
                if self.stop():
                    break
                if delivery.channel not in self.given_up:
                    self.done += self.one(delivery)
                self.wanted.done_with(delivery)
        finally:
            self._leave()
        return self.done

    def _leave(self) -> None:
        """Close what was opened and let go of what was not begun. The lease would end by itself; this is faster."""
        for channel in self.channels.values():
            channel.close()
        try:
            give_back(self.batch)
        except (OperationalError, InterfaceError):
            log.warning("leases left to run out", extra={"count": len(self.batch)})

    def one(self, delivery: Delivery) -> bool:
        """Take one leased delivery as far as it goes; True when it is settled, put off or set aside."""
        verdict = self.wanted.verdict(delivery)
        if verdict is CANNOT_SAY:
            return fence(delivery) and settle_without_words(delivery)
        if not isinstance(verdict, Yes):
            return set_aside(delivery, verdict)
        try:
            channel = self._channel(delivery.channel)
            with as_the_recipient_reads(delivery):
                prepared = channel.prepare(delivery, words_for(delivery))
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("no words", extra={"id": str(delivery.pk), "kind": delivery.kind})
            return fence(delivery) and settle_without_words(delivery)
        verdict = self.wanted.verdict(delivery)
        if not isinstance(verdict, Yes):
            return set_aside(delivery, verdict) if verdict is not CANNOT_SAY else False
        if not fence(delivery):
            return False
        outcome = self._hand_over(channel, delivery, prepared)
        surely(lambda: settle(delivery, outcome), began=self.began)
        self._learn(delivery.channel, outcome)
        return True

    def _channel(self, name: str) -> Channel:
        if name not in self.channels:
            self.channels[name] = CHANNELS[name]()
        return self.channels[name]

    def _hand_over(self, channel: Channel, delivery: Delivery, prepared: Any) -> Outcome:
        try:
            return channel.hand_over(prepared)
        except (OperationalError, InterfaceError) as error:  # the inbox is in the database; writing again is harmless
            return ForNow(code=type(error).__name__, stage="notice")
        except Exception as error:  # a fault of our own: nobody knows how far it got
            log.exception("handing over failed", extra={"id": str(delivery.pk), "channel": delivery.channel})
            return Unknown(code=type(error).__name__, stage="unknown")

    def _learn(self, channel: str, outcome: Outcome) -> None:
        """A probe that came through closes the breaker; failures may open it. Without a server there is no point in
        trying the rest of the batch."""
        if isinstance(outcome, Sent):
            if channel in self.probing:
                breaker.close(channel)
            return
        blocked = isinstance(outcome, ForGood) and outcome.code.startswith("5.7.")
        if isinstance(outcome, (ForNow, Unknown)) or blocked:
            no_server = outcome.stage in {"connect", "tls", "login"}
            if breaker.consider(channel) or no_server:
                self.given_up.add(channel)
