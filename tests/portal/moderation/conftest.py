from collections.abc import Iterator

import pytest

from tests.factories.moderation import House, open_house


@pytest.fixture
def house(db: None) -> Iterator[House]:
    """Something that can be reported, in a house of the tests' own."""
    with open_house() as opened:
        yield opened
