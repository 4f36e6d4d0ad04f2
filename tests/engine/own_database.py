"""A copy of the test database in which transactions really commit, for threads and processes; dropped afterwards."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
from django.db import connection, connections


@contextmanager
def own_database() -> Iterator[str]:
    """Point Django, in all threads of this process, at a fresh copy; yields the DATABASE_URL for other processes."""
    settings = connections.settings["default"]
    template, name = settings["NAME"], f"own_{uuid.uuid4().hex[:12]}"
    connection.close()
    _run(settings, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    _point_at(name)
    try:
        yield f"postgres://{settings['USER']}@{quote(str(settings['HOST']), safe='')}/{name}"
    finally:
        connection.close()
        _point_at(template)
        _run(settings, f'DROP DATABASE "{name}" WITH (FORCE)')


def _point_at(name: str) -> None:
    connections.settings["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def _run(settings: dict[str, str], statement: str) -> None:
    with psycopg.connect(
        host=settings["HOST"], user=settings["USER"], dbname="postgres", port=settings["PORT"] or None, autocommit=True
    ) as server:
        server.execute(statement)
