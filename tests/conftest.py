"""What every test may use. Databases and brokers are real ones, started by tests/boot.py."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from tests.factories.accounts import make_user

settings.register_profile("handrail", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("handrail")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """The migrations run once, in the database that the servers start with; each worker tests in a copy of it."""
    house = connections.settings["default"]
    with (Path(house["HOST"]) / "migrating").open("w") as turn, django_db_blocker.unblock():
        fcntl.flock(turn, fcntl.LOCK_EX)
        call_command("migrate", verbosity=0)
        connection.close()
    house["TEST"]["TEMPLATE"] = house["NAME"]


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Rate limits and cached sessions of one test must not reach the next."""
    yield
    cache.clear()


@pytest.fixture
def signed_in(client: Client, db: None) -> Client:
    """A client signed in as a plain person, who is `client.person`."""
    person = make_user()
    client.force_login(person)
    client.person = person  # type: ignore[attr-defined]
    return client
