"""N3, zombies: senders frozen for longer than their lease wake up with old ideas, and their clocks are an hour wrong.
Three of them and two timetables plan, expand and reap at once."""

import time
from typing import Any, ClassVar

from bench.faults.crowd import LOOP, WORKER, Sender
from bench.faults.run import Run, make_people, plan
from portal.core.clock import handrail_now

RATE, SHORTEST = 60.0, 100.0
AWAKE = 3  # senders that go on while the others are frozen
FREEZE_EVERY, LEAST_FROZEN = 6.0, 62.0  # the lease is 60 s


def skewed(hours: float, kind: tuple[str, ...]) -> tuple[str, ...]:
    return ("-m", "bench.faults.skewed", str(hours), *kind)


# A process holds one message, so that each stop can cost one duplicate and no more.
ONE_HAND = (*WORKER[:8], "1", *WORKER[9:])
# A worker whose clock is ahead finds every hint expired, and sends only what its own ticker finds.
CROWD = (skewed(1, LOOP), skewed(-1, LOOP), LOOP, skewed(1, ONE_HAND), skewed(-1, ONE_HAND), ONE_HAND)


class ZombieRun(Run):
    name = "N3"
    hang_seconds: ClassVar[float] = 3600
    rate = RATE

    def far_end(self) -> dict[str, float]:
        """So slow that all of them have a batch, and something in hand, nearly all the time."""
        self.span = max(self.due / self.rate, SHORTEST)
        return {"slow": self.span * AWAKE / self.due}

    def play(self) -> None:
        people = make_people(max(20, self.due // 100))
        self.events = min(20, self.due // (2 * len(people)))
        planned, now = self.due - self.events * len(people), handrail_now()
        plan(people, ((f"planned:{n}:0", now) for n in range(planned)))
        self.feeder = self.crowd.start_feeder()
        self.crowd.start_senders(*CROWD)
        self.crowd.start_beat()
        self.crowd.start_beat()
        self.while_freezing()
        while self.open():
            self.wait(1.0)
            self.thaw()

    def while_freezing(self) -> None:
        self.frozen: list[tuple[float, Sender]] = []
        fed, next_freeze = 0, time.time() + FREEZE_EVERY
        while self.seconds() < self.span + 12 or self.frozen:
            self.wait(0.25)
            self.thaw()
            if fed < self.events and self.seconds() > fed * self.span / self.events:
                self.saved_ms += [self.crowd.save(self.feeder, f"e{fed}") for _ in range(2)]
                fed += 1
            if time.time() >= next_freeze and self.seconds() < self.span:
                if sender := self.crowd.freeze_one():
                    until = time.time() + LEAST_FROZEN + self.crowd.chance.uniform(0, 15)
                    self.frozen.append((until, sender))
                next_freeze = time.time() + FREEZE_EVERY

    def thaw(self) -> None:
        for until, sender in [one for one in self.frozen if one[0] <= time.time()]:
            sender.thaw()
            self.frozen.remove((until, sender))

    def bound(self) -> int:
        return self.crowd.stops

    def more(self) -> dict[str, Any]:
        return {"stops": self.crowd.stops, "rate": self.rate, "slowest_save_ms": max(self.saved_ms, default=0)}
