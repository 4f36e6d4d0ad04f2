"""N2, before each release: senders killed every two seconds, the broker killed twice, the database crashed twice, and
everybody down for a minute. What is due after the last fault must be out within 90 s."""

import time
from datetime import timedelta
from typing import Any, ClassVar

from bench.faults.crowd import LOOP, WORKER
from bench.faults.run import Run, make_people, plan, surely
from bench.faults.timeline import Fault, Timeline
from portal.core.clock import handrail_now

RATE, SHORTEST = 100.0, 120.0
KILL_SECONDS, DOWN_SECONDS, BROKER_AWAY = 2.0, 60.0, 5.0
LATEST_P99 = 90.0


class ReleaseRun(Run):
    name = "N2"
    hang_seconds: ClassVar[float] = 7200
    script: ClassVar[dict[str, float]] = {"slow": 0.01}
    rate = RATE
    away: ClassVar[list[float]] = []
    timeline: Timeline = Timeline()

    def play(self) -> None:
        self.span = max(self.due / self.rate, SHORTEST)
        people, start = make_people(max(50, self.due // 100)), handrail_now() + timedelta(seconds=10)
        step = self.span / self.due
        plan(people, ((f"planned:{n}:0", start + timedelta(seconds=n * step)) for n in range(self.due)))
        self.crowd.start_senders(WORKER, LOOP, WORKER, LOOP)
        self.crowd.start_beat()
        self.timeline = self.faults()
        self.next_kill = time.time() + KILL_SECONDS
        while not self.timeline.is_over():
            self.timeline.go()
            self.kill_at_its_time()
            self.wait(0.2)
        self.last_fault = time.time()
        while self.ahead() or self.open():
            self.wait(1.0)

    def faults(self) -> Timeline:
        """The minute without anybody ends long before the last crash, so that both show what they cost."""
        part = self.span * 0.8
        down = part * 0.55
        return Timeline(
            Fault(part * 0.1, "broker killed", self.broker.kill),
            Fault(part * 0.1 + BROKER_AWAY, "broker back, with what it had", self.broker.start),
            Fault(part * 0.25, "database crashed", self.crash),
            Fault(part * 0.4, "broker killed and emptied", lambda: self.broker.kill(emptied=True)),
            Fault(part * 0.4 + BROKER_AWAY, "broker back", self.broker.start),
            Fault(down, "everybody killed", self.everybody_down),
            Fault(down + DOWN_SECONDS, "everybody back", self.everybody_back),
            Fault(max(part, down + DOWN_SECONDS + 5), "database crashed", self.crash),
        )

    def kill_at_its_time(self) -> None:
        if time.time() >= self.next_kill and self.crowd.senders:
            self.crowd.kill_one_and_restart()
            self.next_kill = time.time() + KILL_SECONDS

    def crash(self) -> None:
        assert self.database is not None
        self.away = [*self.away, round(self.database.crash(), 1)]

    def everybody_down(self) -> None:
        self.kinds_down = self.crowd.kill_all()
        for beat in self.crowd.beats:
            beat.kill()
        self.crowd.beats = []

    def everybody_back(self) -> None:
        self.crowd.start_senders(*self.kinds_down)
        self.crowd.start_beat()

    def ahead(self) -> bool:
        """Whether something is due only later."""
        return self.seconds() < self.span + 12 and surely(self.waiting)

    def more(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "broker_kills": self.broker.kills,
            "database_crashes": self.database.crashes if self.database else 0,
            "database_away_seconds": self.away,
            "timeline": self.timeline.log,
        }

    def broken(self, report: dict[str, Any]) -> list[str]:
        late = report["lateness_p99"]
        return super().broken(report) + (
            [f"p99 lateness after the last fault is {late} s"] if late > LATEST_P99 else []
        )
