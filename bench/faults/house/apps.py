"""A small house for fault runs: its reminders go to people by email and need nothing of the real houses."""

import os
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from celery.signals import worker_ready
from django.apps import AppConfig

from portal.core.kinds import EMAIL, Addressee, DeliveryRow, EventRow, Kind, Message, kinds

KIND = "engine.reminder"
DOMAIN = "sink.example"


def audience(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Everybody in the run."""
    from portal.accounts.models import User

    people = User.objects.order_by("pk").filter(email__endswith=f"@{DOMAIN}")
    if after is not None:
        people = people.filter(pk__gt=after)
    return [Addressee(pk, f"event:{event.subject}") for pk in people.values_list("pk", flat=True)[:limit]]


def words(delivery: DeliveryRow) -> Message:
    return Message(subject="Time for your plan", title="Time for your plan", lines=["Your 08:00 slot."], url="/plan/")


RUNS = Kind(key=KIND, label="Runs", render=words, audience=audience, channels=(EMAIL,))


def say_so(**_: Any) -> None:
    """The harness kills only those that got as far as sending."""
    print("Sending.", flush=True)


class HouseConfig(AppConfig):
    name = "bench.faults.house"
    label = "engine_house"

    def ready(self) -> None:
        kinds.register(RUNS)
        worker_ready.connect(say_so)
        if mutant := os.environ.get("HANDRAIL_MUTANT"):
            from bench.faults.mutants import MUTANTS

            MUTANTS[mutant]()
