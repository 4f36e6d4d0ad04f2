"""What every test may use. Databases and brokers are real ones, started by tests/boot.py."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import settings

from tests.factories.accounts import make_user

settings.register_profile("handrail", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("handrail")


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
