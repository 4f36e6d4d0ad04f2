"""How deliveries are doing, by kind: for the staff desk and for the monitoring. Counts and seconds, nobody's name.

Four statements whatever the size of the tables: each walks a partial index, or the newest ten thousand attempts.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.core.kinds import kinds, planners
from portal.notifications.models import Heartbeat

OVERDUE = """
SELECT kind, count(*), max(extract(epoch FROM handrail_now() - greatest(next_try_at, due_at)))::float FROM (
    SELECT kind, next_try_at, due_at FROM notifications_delivery
    WHERE state = 'pending' AND next_try_at <= handrail_now() AND not_after > handrail_now()
    ORDER BY next_try_at LIMIT 10000) waiting
GROUP BY kind
"""
TROUBLED = """
SELECT kind, state, count(*) FROM notifications_delivery
WHERE state IN ('uncertain', 'suppressed', 'dead') GROUP BY kind, state
"""
NEWEST = """
SELECT kind, count(*) FILTER (WHERE outcome = 'sent'), count(*) FILTER (WHERE outcome NOT IN ('sent', 'for_now')),
    coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY late_ms) FILTER (WHERE outcome = 'sent') / 1000.0, 0)::float,
    coalesce(percentile_disc(0.99) WITHIN GROUP (ORDER BY late_ms) FILTER (WHERE outcome = 'sent') / 1000.0, 0)::float
FROM (SELECT kind, outcome, late_ms FROM notifications_deliveryattempt ORDER BY id DESC LIMIT 10000) newest
GROUP BY kind
"""


@dataclass(slots=True)
class KindRow:
    """One kind. `sent`, `failed` and lateness are of the newest ten thousand attempts."""

    key: str
    label: str
    overdue: int = 0
    oldest_seconds: float = 0.0
    uncertain: int = 0
    suppressed: int = 0
    dead: int = 0
    sent: int = 0
    failed: int = 0
    late_half: float = 0.0
    late_p99: float = 0.0


@dataclass(frozen=True, slots=True)
class Sign:
    role: str
    at: datetime


def by_kind(line: BaseDatabaseWrapper | None = None) -> list[KindRow]:
    """Every kind that waits, is in trouble, or was tried lately. Three queries, on `line` when it is given."""
    found: dict[str, KindRow] = {}

    def row(key: str) -> KindRow:
        kind = kinds.find(key)
        return found.setdefault(key, KindRow(key, str(kind.label) if kind else key))

    with (line or connection).cursor() as cursor:
        cursor.execute(OVERDUE)
        for key, count, oldest in cursor.fetchall():
            one = row(key)
            one.overdue, one.oldest_seconds = count, round(oldest, 1)
        cursor.execute(TROUBLED)
        for key, state, count in cursor.fetchall():
            setattr(row(key), state, count)
        cursor.execute(NEWEST)
        for key, sent, failed, half, p99 in cursor.fetchall():
            one = row(key)
            one.sent, one.failed, one.late_half, one.late_p99 = sent, failed, round(half, 1), round(p99, 1)
    return sorted(found.values(), key=lambda one: (-one.overdue, one.label))


def signs_of_life() -> list[Sign]:
    """When each role of the engine was last heard. One query."""
    return [Sign(*row) for row in Heartbeat.objects.order_by("role").values_list("role", "at")]


def rules_put_off(line: BaseDatabaseWrapper | None = None) -> int:
    """How many rules of all houses could not be planned and are tried again. One query for a house that has such."""
    return sum(planner.put_off(line) for planner in planners)
