"""A small house for fault runs: its reminders go to people by e-mail and need nothing of the real houses."""

from collections.abc import Sequence
from uuid import UUID

from django.apps import AppConfig

from portal.core.kinds import EMAIL, Addressee, DeliveryRow, EventRow, Kind, Message, kinds

KIND = "engine.reminder"


def audience(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Everybody in the run."""
    from portal.accounts.models import User

    people = User.objects.order_by("pk").filter(email__endswith="@sink.example")
    if after is not None:
        people = people.filter(pk__gt=after)
    return [Addressee(pk, f"event:{event.subject}") for pk in people.values_list("pk", flat=True)[:limit]]


def words(delivery: DeliveryRow) -> Message:
    return Message(subject="Time for your plan", title="Time for your plan", lines=["Your 08:00 slot."], url="/plan/")


RUNS = Kind(key=KIND, label="Runs", render=words, audience=audience, channels=(EMAIL,))


class HouseConfig(AppConfig):
    name = "tests.engine.house"
    label = "engine_house"

    def ready(self) -> None:
        kinds.register(RUNS)
