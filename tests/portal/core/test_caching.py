"""The cache may go away: pages stay."""

import time

import pytest
from django.core.cache import cache

from portal.core.caching import ForgivingRedisCache
from tests.deaf import deaf_server
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


@pytest.mark.django_db
def test_pages_wait_once_for_a_cache_that_says_nothing_and_then_not_at_all(client, settings):
    person = make_user(password="a long walk 77")
    client.get("/accounts/login/")  # what is loaded once is not waiting
    with deaf_server() as deaf:
        settings.CACHES = {
            "default": {
                "BACKEND": "portal.core.caching.ForgivingRedisCache",
                "LOCATION": f"redis://127.0.0.1:{deaf.port}/0",
            }
        }
        began = time.monotonic()
        signed_in = client.post("/accounts/login/", {"login": person.email, "password": "a long walk 77"})
        pages = [client.get("/settings/").status_code for _ in range(3)]
        took = time.monotonic() - began
        assert deaf.calls() == 1

    assert (signed_in.status_code, pages) == (302, [200] * 3)
    assert took < 4


def test_after_a_rest_one_asks_for_all_and_a_server_that_is_back_is_used_again(away):
    rest = away.server.rest
    assert away.get("key") is None
    assert not rest.may_ask()
    rest.until = time.monotonic()
    assert (rest.may_ask(), rest.may_ask()) == (True, False)
    rest.end()
    assert (rest.may_ask(), rest.may_ask()) == (True, True)


@pytest.mark.parametrize(
    "lose", [cache.delete, lambda key: cache.set(key, "new"), lambda key: cache.set_many({key: 1})]
)
def test_what_was_dropped_while_the_cache_rested_is_not_remembered_afterwards(lose):
    cache.set("key", "old")
    cache.server.rest.begin()
    lose("key")
    assert cache.get("key", "nothing") == "nothing"

    cache.server.rest.until = time.monotonic()

    assert cache.get("key", "nothing") == "nothing"
    assert cache.server.owed == {}
    cache.set("key", "newer")
    assert cache.get("key") == "newer"
