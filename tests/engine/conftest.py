from collections.abc import Iterator

import pytest

from bench.faults.house.apps import KIND, RUNS
from portal.core.kinds import kinds
from tests.engine.own_database import own_database


@pytest.fixture
def own_url(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A database of the run's own, as the address for other processes."""
    with django_db_blocker.unblock(), own_database() as url:  # type: ignore[attr-defined]
        kinds.register(RUNS)
        try:
            yield url
        finally:
            kinds._items.pop(KIND)
