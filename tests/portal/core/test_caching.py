"""The cache may go away: pages stay."""

import pytest

from portal.core.caching import ForgivingRedisCache
from tests.factories.accounts import make_user


@pytest.fixture
def away() -> ForgivingRedisCache:
    return ForgivingRedisCache("redis://127.0.0.1:1/0", {})


def test_while_its_server_is_away_reads_miss_and_writes_are_dropped(away):
    assert away.get("key", "nothing") == "nothing"
    assert away.set("key", 1) is None
    assert away.add("key", 1) is True
    assert away.delete("key") is False
    assert away.get_many(["key"]) == {}
    assert away.set_many({"key": 1}) == []
    assert away.touch("key") is False
    assert away.has_key("key") is False


def test_what_is_wrong_with_the_caller_is_still_said(away):
    with pytest.raises(TypeError):
        away.set()  # type: ignore[call-arg]


@pytest.mark.django_db
def test_people_sign_in_and_read_while_the_cache_is_away(client, settings):
    person = make_user(password="a long walk 77")
    settings.CACHES = {
        "default": {"BACKEND": "portal.core.caching.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }
    del settings.ACCOUNT_RATE_LIMITS

    response = client.post("/accounts/login/", {"login": person.email, "password": "a long walk 77"})

    assert (response.status_code, response.url) == (302, "/today/")
    assert client.get("/settings/").status_code == 200
