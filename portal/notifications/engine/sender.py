"""The sender: claim a batch, and for each message ask, make the words, fence, hand over, write down what came of it.

No transaction is open while a message is handed over, and at most one message is in hand at any moment: whatever
kills this process costs at most one uncertain message.
"""

import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from portal.core.kinds import Yes
from portal.notifications.channels import CHANNELS, Channel
from portal.notifications.channels.outcome import ForGood, ForNow, Outcome, Sent, Unknown
from portal.notifications.engine import breaker
from portal.notifications.engine.ack import ack_and_fence
from portal.notifications.engine.claim import claim, give_back
from portal.notifications.engine.fence import HAND_SECONDS, fence
from portal.notifications.engine.line import AWAY, is_away
from portal.notifications.engine.render import as_the_recipient_reads, words_for
from portal.notifications.engine.settle import settle, settle_without_words, surely
from portal.notifications.engine.wanted import CANNOT_SAY, Wanted, in_a_minute, set_aside
from portal.notifications.models import Delivery

log = logging.getLogger(__name__)

AHEAD = 10  # messages whose words are made before the first of them goes out

Stop = Callable[[], bool]
Owed = tuple[Delivery, Sent]  # handed over, and not yet written down


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
    """What to send now: everything on channels that work, and for a channel whose probe is due a few to choose it from,
    since some may not be wanted any more."""
    closed = breaker.resting()
    if not closed:
        return claim(limit=limit), set()
    working = [name for name in CHANNELS if name not in closed]
    batch = [one for name in working for one in claim(limit=max(limit // len(working), 1), only=name)]
    probing = set(breaker.to_probe())
    for channel in sorted(probing):
        batch += claim(limit=AHEAD, only=channel)
    return batch, probing


@dataclass(frozen=True, slots=True)
class Ready:
    """A message with its words made: only the gate is between it and the world. `asked_at` is when the answers were
    given, and the person loaded, that it was made from."""

    delivery: Delivery
    channel: Channel
    prepared: Any
    asked_at: float


class Round:
    """One batch in the hands of one sender. Words are made for a few messages ahead, never while one is in hand."""

    def __init__(self, batch: Sequence[Delivery], stop: Stop, probing: set[str]) -> None:
        self.began = time.monotonic()
        self.waiting, self.stop, self.probing = deque(batch), stop, probing
        self.held = {one.pk: one for one in batch}
        self.channels: dict[str, Channel] = {}
        self.given_up: set[str] = set()
        self.done = 0

    def run(self) -> int:
        try:
            self.wanted = Wanted(self.waiting)
            while self.waiting and not self.stop():
                self.hand_out(self.make_ready())
        finally:
            self._leave()
        return self.done

    def _leave(self) -> None:
        """Close what was opened and let go of what was not begun. The lease would end by itself; this is faster, and
        it knows that a message whose gate passed unheard is still here."""
        for channel in self.channels.values():
            channel.close()
        try:
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
            surely(lambda: give_back(self.held.values()), began=self.began, unless=self.stop)
        except AWAY:
            log.warning("leases left to run out", extra={"count": len(self.held)})

    def make_ready(self) -> list[Ready]:
        """The next few messages that are wanted and have words; those that are not, or have none, are settled here."""
        ready: list[Ready] = []
        while self.waiting and len(ready) < AHEAD and not self.stop():
            delivery = self.waiting.popleft()
            if delivery.channel in self.given_up:
                self.wanted.done_with(delivery)
                continue
            made = self.words_of(delivery)
            if made is None:
                self.wanted.done_with(delivery)
            else:
                ready.append(made)
        return ready

    def words_of(self, delivery: Delivery) -> Ready | None:
        verdict = self.wanted.verdict(delivery)
        if verdict is CANNOT_SAY:
            self.settled(delivery, fence(delivery) and settle_without_words(delivery))
            return None
        if not isinstance(verdict, Yes):
            self.settled(delivery, set_aside(delivery, verdict))
            return None
        try:
            channel, asked_at = self._channel(delivery.channel), self.wanted.asked_at
            with as_the_recipient_reads(delivery):
                return Ready(delivery, channel, channel.prepare(delivery, words_for(delivery)), asked_at)
        except AWAY as error:
            if is_away(error):
                raise
            log.warning("words took too long", extra={"id": str(delivery.pk), "kind": delivery.kind})
            self.settled(delivery, set_aside(delivery, in_a_minute()))
            return None
        except Exception:
            log.exception("no words", extra={"id": str(delivery.pk), "kind": delivery.kind})
            self.settled(delivery, fence(delivery) and settle_without_words(delivery))
            return None

    def hand_out(self, ready: Sequence[Ready]) -> None:
        """One after the other. Each ack is committed, together with the next one's gate, before that one goes out."""
        owed: Owed | None = None
        for one in ready:
            if self.stop():
                break
            old, channel = self.is_old(one), one.delivery.channel
            if owed is not None and (old or channel in self.probing):
                self.write(*owed)  # before anybody is asked anything, or any words are made
                owed = None
            if channel not in self.given_up:
                now = self.words_of(one.delivery) if old else one
                if now is not None and self.may_go(channel):
                    owed = self.hand_over(now) if self.pass_gate(one.delivery, owed) else None
            self.wanted.done_with(one.delivery)
        if owed is not None:
            self.write(*owed)

    def is_old(self, one: Ready) -> bool:
        """Made from answers of more than a second ago: by now it may be unwanted, or the person live elsewhere."""
        return one.asked_at != self.wanted.asked_at or self.wanted.stale()

    def may_go(self, channel: str) -> bool:
        """A channel that rests gets one message, from whoever is first to have one that is wanted; the others wait."""
        if channel not in self.probing:
            return True
        self.given_up.add(channel)
        return breaker.take_probe(channel)

    def pass_gate(self, delivery: Delivery, owed: Owed | None) -> bool:
        """Write the ack that is owed, and let this message pass: in one breath when nobody is changing it just now."""
        if owed is None:
            return fence(delivery)
        try:
            if ack_and_fence(*owed, delivery):
                return True
        except AWAY:
            if connection.in_atomic_block:
                raise
            connection.close()
            self.write(*owed)
        return fence(delivery)

    def hand_over(self, one: Ready) -> Owed | None:
        """The ack that is owed after a yes; anything else is written down at once."""
        delivery = one.delivery
        self.settled(delivery, True)  # before, not after: from here on it is never given back as unsent
        outcome = self._outcome(one)
        if isinstance(outcome, Sent) and delivery.channel not in self.probing:
            return delivery, outcome
        if isinstance(outcome, ForGood) and outcome.may_mean_us and delivery.channel in self.probing:
            outcome = ForNow(outcome.code, outcome.stage)  # while nothing goes through, it says nothing of this person
        self.write(delivery, outcome)
        self._learn(delivery.channel, outcome)
        return None

    def write(self, delivery: Delivery, outcome: Outcome) -> None:
        surely(lambda: settle(delivery, outcome), began=self.began)

    def settled(self, delivery: Delivery, done: bool) -> None:
        """It needs no giving back any more, and counts."""
        if done:
            self.held.pop(delivery.pk, None)
            self.done += 1

    def _channel(self, name: str) -> Channel:
        if name not in self.channels:
            self.channels[name] = CHANNELS[name]()
        return self.channels[name]

    def _outcome(self, one: Ready) -> Outcome:
        try:
            return one.channel.hand_over(one.prepared, one.delivery.fenced_at + HAND_SECONDS)
        except AWAY as error:  # the inbox is in the database; writing again is harmless
            return ForNow(code=type(error).__name__, stage="notice")
        except Exception as error:  # a fault of our own: nobody knows how far it got
            log.exception("handing over failed", extra={"id": str(one.delivery.pk), "channel": one.delivery.channel})
            return Unknown(code=type(error).__name__, stage="unknown")

    def _learn(self, channel: str, outcome: Outcome) -> None:
        """A probe that came through closes the breaker; failures may open it. Without a server there is no point in
        trying the rest of the batch."""
        if isinstance(outcome, Sent):
            if channel in self.probing:
                breaker.close(channel)
            return
        if isinstance(outcome, (ForNow, Unknown)) or outcome.may_mean_us:
            no_server = outcome.stage in {"connect", "tls", "login"}
            if breaker.consider(channel) or no_server:
                self.given_up.add(channel)
