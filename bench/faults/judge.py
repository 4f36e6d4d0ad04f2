"""The judge of a fault run compares the mail server's own log with the database, and asks no counter of the product."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scores import percentile
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery

MAY_BE_UNSENT = {"cancelled", "dead", "suppressed", "expired"}


@dataclass(frozen=True)
class Line:
    at: float
    what: str
    message_id: str
    recipient: str


def read_log(path: Path) -> list[Line]:
    if not path.exists():
        return []
    rows = (line.split("\t") for line in path.read_text().splitlines())
    return [Line(float(at), what, message_id, recipient) for at, what, message_id, recipient in rows]


def accepted(lines: list[Line]) -> list[Line]:
    """Mails the far end took, whether or not its answer arrived."""
    return [line for line in lines if line.what in {"taken", "dropped"}]


def judged(lines: list[Line], kinds: list[str], *, since: float) -> dict[str, Any]:
    """Lateness counts from when a message was due, or from `since` for what was due before."""
    took = accepted(lines)
    copies = Counter(line.message_id for line in took)
    first: dict[str, float] = {}
    for line in took:
        first.setdefault(line.message_id, line.at)
    rows = {message_id(row): row for row in Delivery.objects.filter(kind__in=kinds, channel="email").iterator()}
    owed = {key for key, row in rows.items() if row.state not in MAY_BE_UNSENT}
    late = [
        at - max(since, row.due_at.timestamp())
        for key, at in first.items()
        if at >= since and (row := rows.get(key)) is not None
    ]
    return {
        "due": len(rows),
        "states": dict(Counter(row.state for row in rows.values())),
        "lost": len(owed - set(copies)),
        "strangers": len(set(copies) - set(rows)),
        "duplicates": sum(copies.values()) - len(copies),
        "copies_max": max(copies.values(), default=0),
        "lateness_p99": percentile(late, 0.99) if late else 0.0,
        "announced_twice": announced_twice(rows.values()),
    }


def announced_twice(rows: Any) -> int:
    """How often one person was planned to be told the same thing twice."""
    told = Counter((row.kind, row.subject_key, row.recipient_id) for row in rows)
    return sum(count - 1 for count in told.values())
