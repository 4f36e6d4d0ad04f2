"""What every fault run has in common: people, messages that are due, processes, a broker, and an end."""

import threading
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from bench.faults.crowd import Crowd, plain_environment
from bench.faults.house.apps import DOMAIN, KIND
from bench.faults.judge import judged, read_log
from bench.faults.servers import Broker, Database
from portal.accounts.models import User
from portal.core.kinds import EMAIL
from portal.notifications.models import Delivery, Event
from portal.notifications.operations.deliveries import Wish, schedule

T = TypeVar("T")
PATIENCE = 90.0  # a crashed database is back within this


class Hang(AssertionError):
    """The run did not come to an end."""


class Run:
    """A run tells in `play` what is done to whom, and in `holds` what must be true of the report afterwards."""

    name: ClassVar[str]
    hang_seconds: ClassVar[float] = 300
    script: ClassVar[dict[str, float]] = {}
    kinds: ClassVar[list[str]] = [KIND]
    allowed_states: ClassVar[set[str]] = {"sent", "uncertain"}  # in which a message may end
    more_may_come: ClassVar[bool] = False  # than were asked for: plans go on

    def __init__(
        self, database_url: str, room: Path, *, due: int, seed: int, database: Database | None = None, **more: str
    ) -> None:
        self.due, self.seed, self.room, self.database = due, seed, room, database
        self.began = self.last_fault = time.time()
        self.crowd, self.broker = Crowd({}, room, seed), Broker()
        self.environment = plain_environment(DATABASE_URL=database_url, **more)
        self.pause = threading.Event()
        self.saved_ms: list[int] = []
        self.endings: list[int] = []

    def __call__(self) -> dict[str, Any]:
        with self.crowd.ends:
            self.crowd.ends.callback(self.broker.close)
            port = self.crowd.start_sink({**self.far_end(), "seed": self.seed})
            self.broker.start()
            self.crowd.environment = self.environment | {
                "EMAIL_URL": f"smtp://127.0.0.1:{port}", "CELERY_BROKER_URL": self.broker.url, "CACHE_URL": "",
            }  # fmt: skip
            self.began = self.last_fault = time.time()
            self.play()
        return self.report()

    def far_end(self) -> dict[str, float]:
        """How the mail server behaves."""
        return self.script

    def play(self) -> None:
        raise NotImplementedError

    def asked(self) -> int:
        """How many messages there have to be: by what was asked of the product, not by what it holds."""
        return self.due

    def bound(self) -> int:
        """How many duplicates SMTP makes unavoidable."""
        crashes = self.database.crashes if self.database else 0
        return self.crowd.kills + self.crowd.stops + len(self.crowd.senders) * crashes

    def more(self) -> dict[str, Any]:
        return {}

    def broken(self, report: dict[str, Any]) -> list[str]:
        """Which of the conditions does not hold, in words."""
        wrong = [f"{name} is {report[name]}" for name in ("lost", "strangers", "announced_twice") if report[name]]
        if report["duplicates"] > report["bound"]:
            wrong.append(f"{report['duplicates']} duplicates, at most {report['bound']}")
        if report["copies_max"] > 2:
            wrong.append(f"{report['copies_max']} copies of one message")
        if report["due"] < report["asked"] or (report["due"] > report["asked"] and not self.more_may_come):
            wrong.append(f"{report['due']} messages, {report['asked']} were asked for")
        ended = sorted(report["states"].items())
        return wrong + [f"{count} ended {state}" for state, count in ended if state not in self.allowed_states]

    def hung(self, hang: Hang) -> dict[str, Any]:
        """The report of a run that came to no end: what was so far, with the same keys."""
        told = self.report()
        return told | {"broken": [f"no end: {hang}", *told["broken"]], "holds": False}

    def report(self) -> dict[str, Any]:
        found = judged(read_log(self.crowd.log), self.kinds, since=self.last_fault)
        told = {
            "run": self.name,
            "seed": self.seed,
            "due": found.pop("due"),
            "asked": self.asked(),
            "kills": self.crowd.kills,
            "lost": found.pop("lost"),
            "duplicates": found.pop("duplicates"),
            "bound": self.bound(),
            "copies_max": found.pop("copies_max"),
            "seconds": round(time.time() - self.began, 1),
            "lateness_p99": found.pop("lateness_p99"),
            **found,
            "senders": [" ".join(word for word in sender.words if word != "-m")[:60] for sender in self.crowd.senders],
            **self.more(),
        }
        told["broken"] = self.broken(told)
        told["holds"] = not told["broken"]
        return told

    def seconds(self) -> float:
        return time.time() - self.began

    def wait(self, seconds: float) -> None:
        self.pause.wait(seconds)
        self.crowd.revive()
        if self.seconds() > self.hang_seconds:
            raise Hang(f"{self.name}, seed {self.seed}: {self.states()}\n{self.crowd.last_words()}")

    def states(self) -> dict[str, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT state, count(*) FROM notifications_delivery WHERE kind = ANY(%s) GROUP BY 1", [self.kinds]
            )
            return dict(cursor.fetchall())

    def waiting(self) -> bool:
        """Whether anything is due, or not yet expanded."""
        return surely(
            lambda: (
                Delivery.objects.filter(kind__in=self.kinds, state="pending").exists()
                or Event.objects.filter(done_at=None).exists()
            )
        )

    def open(self) -> bool:
        open_ones = Delivery.objects.filter(kind__in=self.kinds, state__in=Delivery.OPEN)
        return self.waiting() or surely(open_ones.exists)

    def until_settled(self, pause: float = 0.5) -> None:
        while self.open():
            self.wait(pause)


def surely(ask: Callable[[], T]) -> T:
    """Ask the database, and again while it is away: it is this harness that crashes it."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except (OperationalError, InterfaceError):
            connection.close()
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def make_people(count: int, name: str = "p") -> list[User]:
    people = [User(email=f"{name}{n}@{DOMAIN}", display_name=f"{name.upper()} {n}") for n in range(count)]
    for person in people:
        person.rename(person.display_name)
    return User.objects.bulk_create(people, batch_size=2000)


def plan(people: list[User], dues: Iterable[tuple[str, datetime]], *, hours: float = 12) -> int:
    """One message for each key, dealt out over the people, in chunks as the planners do."""
    made, chunk = 0, []
    for number, (key, due_at) in enumerate(dues):
        person: UUID = people[number % len(people)].pk
        chunk.append(Wish(KIND, key, person, EMAIL, due_at, due_at + timedelta(hours=hours)))
        if len(chunk) == 1000:
            made += schedule(chunk)
            chunk = []
    return made + schedule(chunk)


def move_clock(**delta: float) -> None:
    """Let the engine's clock run ahead; only for the owner of the database."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE handrail_clock SET shift = shift + %s", [timedelta(**delta)])
