"""Rules that cannot be planned hold nobody up: the others of their chunk are planned, and these are tried again, later
and later."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from selfcare.operations.to_plan import Row

log = logging.getLogger(__name__)

DATABASE_AWAY = (OperationalError, InterfaceError)  # its own trouble, and no rule's fault

PUT_OFF = """
INSERT INTO selfcare_putoff AS o (activity_id, place, failures, next_try_at, error)
VALUES (%(id)s, %(place)s, 1, %(now)s + interval '1 minute', %(error)s)
ON CONFLICT (activity_id) DO UPDATE SET
    failures = CASE WHEN o.place = EXCLUDED.place THEN least(o.failures + 1, 1000) ELSE 1 END,
    next_try_at = CASE WHEN o.place = EXCLUDED.place
        THEN %(now)s + least(interval '1 minute' * power(2, least(o.failures, 10)), interval '1 hour')
        ELSE EXCLUDED.next_try_at END,
    place = EXCLUDED.place, error = EXCLUDED.error
"""
FORGET = """
DELETE FROM selfcare_putoff o USING selfcare_activity a
WHERE a.id = o.activity_id AND a.planned_through IS DISTINCT FROM o.place
"""
WAITING = """
SELECT count(*) FROM selfcare_putoff o
JOIN selfcare_activity a ON a.id = o.activity_id AND a.planned_through = o.place
"""


def apart(rows: Sequence[Row], now: datetime, plan: Callable[[Sequence[Row], datetime], Any]) -> None:
    """Plan rows of which some fail: halve them until what fails stands alone, and put that off. In the transaction of
    the caller, who has them locked."""
    try:
        with transaction.atomic():
            plan(rows, now)
        return
    except DATABASE_AWAY:
        raise
    except Exception as error:
        if len(rows) == 1:
            _put_off(rows[0], now, error)
            return
    half = len(rows) // 2
    apart(rows[:half], now, plan)
    apart(rows[half:], now, plan)


def _put_off(row: Row, now: datetime, error: Exception) -> None:
    name = type(error).__name__[:64]
    log.error("rule put off", extra={"id": row.id, "error": name})
    with connection.cursor() as cursor:
        cursor.execute(PUT_OFF, {"id": row.id, "place": row.planned_through, "now": now, "error": name})


def forget_put_off() -> None:
    """Those that were planned after all, or changed, or ended."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET)


def count_put_off(line: BaseDatabaseWrapper | None = None) -> int:
    """How many rules wait to be tried again. One query, on `line` when it is given."""
    with (line or connection).cursor() as cursor:
        cursor.execute(WAITING)
        return int(cursor.fetchone()[0])
