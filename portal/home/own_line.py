"""A database connection of one's own, beside those that pages share: for asking whether the database is there."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

SECONDS = 2


@contextmanager
def own_line() -> Iterator[BaseDatabaseWrapper]:
    """Neither connecting nor one question takes longer than two seconds, however busy the shared connections are.
    Raises OperationalError when the database does not answer."""
    line = connection.copy()
    options = line.settings_dict["OPTIONS"]
    options.pop("pool", None)
    options["connect_timeout"] = SECONDS
    options["options"] = f"{options.get('options', '')} -c statement_timeout={SECONDS}s"
    try:
        line.ensure_connection()
        yield line
    finally:
        line.close()
