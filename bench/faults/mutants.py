"""Three ways to break the engine on purpose. A fault run that does not notice one of them proves nothing."""

from collections.abc import Callable
from typing import Any

from django.db import connection

GATE_LEFT_OPEN = """
UPDATE notifications_delivery SET state = 'handing', attempts = attempts + 1, message_id = %(message_id)s,
    token = %(token)s, lease_until = handrail_now() + interval '60 seconds'
WHERE id = %(id)s AND %(address_key)s::text IS NOT NULL RETURNING attempts
"""


def without_fence() -> None:
    """Hand over whatever was claimed once, however long ago, and whoever holds it or dropped it meanwhile."""
    from portal.notifications.engine import ack, fence

    fence.FENCE = GATE_LEFT_OPEN
    ack.ACK_AND_FENCE = (
        f"{ack.SENT}, fenced AS ({GATE_LEFT_OPEN}) SELECT (SELECT count(*) FROM noted), (SELECT attempts FROM fenced)"
    )


def ack_per_batch() -> None:
    """Write down what came of the messages when the batch is through."""
    from portal.notifications.channels.outcome import Sent
    from portal.notifications.engine import sender

    write, leave = sender.Round.write, sender.Round._leave
    kept: list[tuple[Any, Any]] = []

    def pass_gate(self: Any, delivery: Any, owed: Any) -> bool:
        if owed is not None:
            kept.append(owed)
        return sender.fence(delivery)

    def write_later(self: Any, delivery: Any, outcome: Any) -> None:
        if isinstance(outcome, Sent):
            kept.append((delivery, outcome))
        else:
            write(self, delivery, outcome)

    def leave_after(self: Any) -> None:
        while kept:
            write(self, *kept.pop(0))
        leave(self)

    sender.Round.pass_gate = pass_gate  # type: ignore[method-assign]
    sender.Round.write = write_later  # type: ignore[method-assign]
    sender.Round._leave = leave_after  # type: ignore[method-assign]


def without_unique_key() -> None:
    """Plan without asking whether the same message is there already."""
    from portal.notifications.operations import deliveries

    deliveries.SCHEDULE = deliveries.SCHEDULE.partition("ON CONFLICT")[0]


def prepare_database(mutant: str) -> None:
    if mutant == "no unique key":
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE notifications_delivery DROP CONSTRAINT delivery_once")


MUTANTS: dict[str, Callable[[], None]] = {
    "no fence": without_fence,
    "ack per batch": ack_per_batch,
    "no unique key": without_unique_key,
}
CAUGHT_BY = {"no fence": "N3", "ack per batch": "N1", "no unique key": "N1"}
