"""Two at once, in a known order."""

from django.db import connection


def until_somebody_waits() -> None:
    """Returns once a connection waits for a lock that another one holds."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0]:
                return
