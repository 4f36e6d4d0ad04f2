from collections.abc import Iterator
from typing import Any

import pytest

from tests.engine.own_database import own_database
from tests.factories.notifications import House, Wire, open_house, wired
from tests.factories.push import PushService, with_keys


@pytest.fixture
def house() -> Iterator[House]:
    with open_house() as house:
        yield house


@pytest.fixture
def wire() -> Iterator[Wire]:
    with wired() as wire:
        yield wire


@pytest.fixture
def service(settings: Any) -> Iterator[PushService]:
    """A push service on this machine, and a site that has keys for it."""
    with_keys(settings)
    found = PushService()
    yield found
    found.close()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A database of this test's own, where threads see each other's commits."""
    with django_db_blocker.unblock(), own_database() as url:  # type: ignore[attr-defined]
        yield url
