"""N1: 2,000 messages while senders are killed. The judge compares the sink's own log with the database."""

import random
import subprocess
import threading
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import connection

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.kinds import EMAIL
from portal.launch.account import server_account
from portal.launch.binaries import valkey_program
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery, DeliveryAttempt, Event
from portal.notifications.operations.deliveries import Wish, schedule
from tests.engine.crowd import Crowd, plain_environment
from tests.engine.house.apps import KIND
from tests.factories.notifications import move_clock

PEOPLE, EVENTS, PLANNED = 50, 20, 1000
SENDERS, KILL_SECONDS, HANG_SECONDS = 4, 2.0, 300


class Hang(AssertionError):
    """The run did not come to an end."""


class Run:
    def __init__(self, database_url: str, room: Path, seed: int | None = None) -> None:
        self.seed = seed if seed is not None else random.SystemRandom().randrange(10**6)
        self.room, self.began = room, time.monotonic()
        self.crowd = Crowd({}, room, self.seed)
        self.environment = plain_environment(DATABASE_URL=database_url, DELIVERY_BATCH="10")
        self.saved_ms: list[int] = []
        self.pause = threading.Event()

    def __call__(self) -> dict[str, Any]:
        with self.crowd.ends:
            self.plan()
            self.environment["EMAIL_URL"] = f"smtp://127.0.0.1:{self.crowd.start_sink()}"
            broker, url = self.crowd.start_broker(valkey_program(server_account()))
            self.crowd.environment = self.environment | {"CELERY_BROKER_URL": url, "CACHE_URL": ""}
            self.feeder = self.crowd.start_feeder()
            self.crowd.start_senders(SENDERS)
            self.while_killing(broker)
            self.until_settled()
        return self.report()

    def plan(self) -> None:
        people = [User(email=f"p{n}@sink.example", display_name=f"P{n}") for n in range(PEOPLE)]
        for person in people:
            person.rename(person.display_name)
        User.objects.bulk_create(people)
        now, end = handrail_now(), handrail_now() + timedelta(hours=12)
        schedule(
            Wish(KIND, f"planned:{n}:0", people[n % PEOPLE].pk, EMAIL, now - timedelta(seconds=n % 60), end)
            for n in range(PLANNED)
        )

    def while_killing(self, broker: "subprocess.Popen[bytes]") -> None:
        """Every two seconds two people save something, one sender dies and another takes its place."""
        fed = 0
        while fed < EVENTS or self.waiting():
            self.pause.wait(KILL_SECONDS)
            for _ in range(min(2, EVENTS - fed)):
                self.saved_ms.append(self.crowd.save(self.feeder, f"e{fed}"))
                fed += 1
            if self.crowd.kills == 3:
                broker.kill()
            self.crowd.kill_one_and_restart()
            self.check_the_time()

    def until_settled(self) -> None:
        """Those alive stop in good order; what the dead held comes back when its lease ends, which is brought near by
        moving the engine's clock while nobody holds anything."""
        self.stops = self.crowd.stop_senders()
        while self.open():
            move_clock(seconds=61)
            self.crowd.start_senders(2)
            while self.open():
                self.pause.wait(0.5)
                self.crowd.revive()
                self.check_the_time()
            self.stops += self.crowd.stop_senders()

    def waiting(self) -> bool:
        return (
            Delivery.objects.filter(kind=KIND, state="pending").exists() or Event.objects.filter(done_at=None).exists()
        )

    def open(self) -> bool:
        return self.waiting() or Delivery.objects.filter(kind=KIND, state__in=Delivery.OPEN).exists()

    def check_the_time(self) -> None:
        if time.monotonic() - self.began > HANG_SECONDS:
            raise Hang(f"seed {self.seed}: {self.states()}\n{self.crowd.last_words()}")

    def states(self) -> dict[str, int]:
        return dict(Counter(Delivery.objects.filter(kind=KIND).values_list("state", flat=True)))

    def report(self) -> dict[str, Any]:
        accepted = Counter(self.crowd.accepted())
        rows = list(Delivery.objects.filter(kind=KIND))
        wanted = {message_id(row) for row in rows}
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM (SELECT 1 FROM notifications_delivery WHERE kind = %s"
                           " GROUP BY subject_key, recipient_id HAVING count(*) > 1) twice", [KIND])  # fmt: skip
            twice = cursor.fetchone()[0]
        return {
            "run": "N1",
            "seed": self.seed,
            "channel": "smtp",
            "senders": SENDERS,
            "due": len(rows),
            "states": self.states(),
            "lost": len(wanted - set(accepted)),
            "strangers": len(set(accepted) - wanted),
            "duplicates": sum(accepted.values()) - len(accepted),
            "most_copies": max(accepted.values(), default=0),
            "kills": self.crowd.kills,
            "kills_in_hand": DeliveryAttempt.objects.filter(kind=KIND, outcome="lost").count(),
            "announced_twice": twice,
            "broker_killed": self.crowd.kills > 3,
            "slowest_save_ms": max(self.saved_ms),
            "stops": self.stops,
            "seconds": round(time.monotonic() - self.began, 1),
        }
