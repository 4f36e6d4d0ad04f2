"""N1: messages while senders are killed and the broker dies. Small enough for every test run."""

from datetime import timedelta
from typing import Any

from bench.faults.crowd import LOOP
from bench.faults.run import Run, make_people, move_clock, plan
from portal.core.clock import handrail_now
from portal.notifications.models import DeliveryAttempt

EVENTS, SENDERS, KILL_SECONDS = 20, 4, 2.0
LASTS_SECONDS = 20.0  # on however fast a machine, so that senders are killed with work in their hands
SLOWEST = 2.0  # seconds that the mail server takes for one; senders wait for 30


class SmokeRun(Run):
    name = "N1"

    def far_end(self) -> dict[str, float]:
        return {"slow": min(LASTS_SECONDS * SENDERS / self.due, SLOWEST)}

    def play(self) -> None:
        people = make_people(max(1, self.due // (2 * EVENTS)))
        self.events = min(EVENTS, self.due // len(people))
        planned, now = self.due - self.events * len(people), handrail_now()
        plan(people, ((f"planned:{n}:0", now - timedelta(seconds=n % 60)) for n in range(planned)))
        self.feeder = self.crowd.start_feeder()
        self.crowd.start_senders(*[LOOP] * SENDERS)
        self.while_killing()
        self.settle()

    def while_killing(self) -> None:
        """Every two seconds two people save something, one sender dies and another takes its place. Each thing is saved
        twice, as by a person who pressed twice: it is announced once all the same."""
        fed = 0
        while fed < self.events or self.waiting():
            self.wait(KILL_SECONDS)
            for number in range(fed, min(fed + 2, self.events)):
                self.saved_ms += [self.crowd.save(self.feeder, f"e{number}") for _ in range(2)]
                fed += 1
            if self.crowd.kills == 3:
                self.broker.kill()
            self.crowd.kill_one_and_restart()

    def settle(self) -> None:
        """Those alive stop in good order; what the dead held comes back when its lease ends, which is brought near by
        moving the engine's clock while nobody holds anything."""
        self.endings = self.crowd.stop_senders()
        while self.open():
            move_clock(seconds=61)
            self.crowd.start_senders(LOOP, LOOP)
            self.until_settled()
            self.endings += self.crowd.stop_senders()

    def more(self) -> dict[str, Any]:
        return {
            "kills_in_hand": DeliveryAttempt.objects.filter(kind__in=self.kinds, outcome="lost").count(),
            "broker_kills": self.broker.kills,
            "slowest_save_ms": max(self.saved_ms, default=0),
            "endings": self.endings,
        }
