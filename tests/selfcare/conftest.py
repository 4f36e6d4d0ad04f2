"""What tests of plans and diaries share."""

import pytest
from django.test import Client

from portal.accounts.models import User
from tests.factories.accounts import make_user
from tests.factories.selfcare import afternoon


@pytest.fixture
def person(client: Client, db: None) -> User:
    """Somebody who is signed in, and for whom it is early afternoon whenever the tests run."""
    somebody = make_user(time_zone=afternoon())
    client.force_login(somebody)
    return somebody
