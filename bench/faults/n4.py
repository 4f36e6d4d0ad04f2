"""N4, the mail server: one in ten refused for now, one in fifty without a mailbox, one in a hundred that hangs, one in
a hundred accepted without an answer, and an outage in the middle."""

import time
from collections import Counter
from datetime import timedelta
from math import ceil
from typing import Any, ClassVar

from bench.faults.crowd import LOOP, WORKER
from bench.faults.judge import Line, read_log
from bench.faults.run import Run, make_people, plan, surely
from portal.core.clock import handrail_now
from portal.notifications.models import Delivery

FULL_SIZE, OUTAGE_SECONDS, SHORT_OUTAGE = 20_000, 300.0, 60.0
RATE, SHORTEST, PROBE_SECONDS = 100.0, 60.0, 15.0
OPENS_AFTER = 26
EIGHT_AT_ONCE = (*WORKER[:8], "8", *WORKER[9:])


class MailServerRun(Run):
    name = "N4"
    hang_seconds: ClassVar[float] = 5400
    script: ClassVar[dict[str, float]] = {"later": 0.10, "gone": 0.02, "hang": 0.01, "drop": 0.01}
    allowed_states: ClassVar[set[str]] = {*Run.allowed_states, "dead"}
    rate = RATE
    outage: float = 0.0

    def play(self) -> None:
        """One person for each message: an address that is given up then concerns no other message."""
        self.outage = OUTAGE_SECONDS if self.due >= FULL_SIZE else SHORT_OUTAGE
        self.span = max(self.due / self.rate, SHORTEST)
        people, start = make_people(self.due), handrail_now() + timedelta(seconds=10)
        step = self.span / self.due
        plan(people, ((f"planned:{n}:0", start + timedelta(seconds=n * step)) for n in range(self.due)))
        self.crowd.start_senders(EIGHT_AT_ONCE, LOOP, LOOP)
        self.crowd.start_beat()
        while self.seconds() < 10 + self.span * 0.4:
            self.wait(0.2)
        self.away()
        while self.seconds() < self.span + 12 or self.open():
            self.wait(1.0)
        self.endings = self.crowd.stop_senders()

    def away(self) -> None:
        sign = self.crowd.log.with_name(f"{self.crowd.log.name}.away")
        sign.touch()
        self.away_from = time.time()
        while time.time() - self.away_from < self.outage:
            self.wait(0.5)
        sign.unlink()
        self.last_fault = time.time()

    def bound(self) -> int:
        """Only where the server took a mail and its answer was lost."""
        return sum(line.what == "dropped" for line in read_log(self.crowd.log))

    def more(self) -> dict[str, Any]:
        lines = read_log(self.crowd.log)
        refused = Counter(line.recipient for line in lines if line.what == "gone")
        rows = surely(
            lambda: list(Delivery.objects.filter(kind__in=self.kinds).values_list("recipient__email", "state"))
        )
        return {
            "met": dict(Counter(line.what for line in lines)),
            "dead": sum(state == "dead" for _, state in rows),
            "dead_and_not_refused": sum(state == "dead" and email not in refused for email, state in rows),
            "refused_and_not_dead": sum(state != "dead" and email in refused for email, state in rows),
            "refused_twice": sum(count > 1 for count in refused.values()),
            "stuck": sum(state in {"pending", "leased", "handing"} for _, state in rows),
            "outage_seconds": self.outage,
            "calls_in_outage": self.calls(lines),
            "calls_allowed": OPENS_AFTER + self.at_once() + ceil(self.outage / PROBE_SECONDS) + 1,
        }

    def calls(self, lines: list[Line]) -> int:
        """How often the server was called while it was away."""
        return sum(line.what == "away" for line in lines)

    def at_once(self) -> int:
        """Senders that may already be on the line when the breaker opens."""
        return 8 + 2

    def broken(self, report: dict[str, Any]) -> list[str]:
        names = ("dead_and_not_refused", "refused_and_not_dead", "refused_twice", "stuck")
        wrong = [f"{name} is {report[name]}" for name in names if report[name]]
        if report["calls_in_outage"] > report["calls_allowed"]:
            wrong.append(f"{report['calls_in_outage']} calls in the outage, at most {report['calls_allowed']}")
        return super().broken(report) + wrong
