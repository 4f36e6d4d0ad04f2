"""The sender's own line to the database: statements that it says again and again are planned once."""

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from django.db import InterfaceError, InternalError, OperationalError, connection

# The database is away, or takes no writes for now, as a server does that has not become the first one yet.
AWAY = (OperationalError, InterfaceError, InternalError)
# It is there, and ended one statement that took too long, or that met another which held what it needed.
ENDED_ONE = {"57014", "55P03", "40P01", "40001"}
ASLEEP_SECONDS = 60
PLANNED_AFTER = 2  # the same words said so often are prepared by the server


def is_away(error: Exception) -> bool:
    """Whether it is the database that failed, and not one statement of whoever asked it."""
    return isinstance(error, AWAY) and getattr(error.__cause__, "sqlstate", None) not in ENDED_ONE


def rows_of(statement: str, values: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows that a statement gives. Raises Django's database errors."""
    with connection.wrap_database_errors:
        return _said(statement, values).fetchall()


def _said(statement: str, values: Mapping[str, Any] | Sequence[Any]) -> "psycopg.Cursor[Any]":
    """Beside Django's own cursor, which puts the values into the text, so that the server plans it anew each time."""
    connection.ensure_connection()
    raw = connection.connection
    if raw.prepare_threshold is None:
        raw.prepare_threshold = PLANNED_AFTER
    return psycopg.Cursor(raw).execute(statement, values)


def never_hold_locks_in_sleep() -> None:
    """A process that is frozen in the middle of a transaction loses it after a minute, and with it the rows that it
    keeps from everybody else, a person's own plan among them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{ASLEEP_SECONDS}s'")
