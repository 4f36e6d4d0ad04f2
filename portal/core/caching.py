"""The shared cache. Losing it costs time and some rate limiting, never a page."""

import logging
from collections.abc import Iterable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from portal.core.resting import Rest

log = logging.getLogger(__name__)

PATIENCE, REST_SECONDS = 1.0, 10.0
MOST_OWED = 50_000


class Server:
    """What this process knows of one cache server: whether it rests, and the keys whose old values it should not
    have any more. Those go before anything else is asked: a session that ended meanwhile must not come back."""

    def __init__(self) -> None:
        self.rest = Rest(REST_SECONDS)
        self.owed: dict[str, None] = {}

    def owe(self, keys: list[str]) -> None:
        self.owed |= dict.fromkeys(keys)
        while len(self.owed) > MOST_OWED:
            self.owed.pop(next(iter(self.owed)), None)


servers: dict[str, Server] = {}


class ForgivingRedisCache(RedisCache):
    """A Redis cache whose reads miss and whose writes are dropped while its server is away. One that does not answer
    within a second is not asked again for ten."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        patience = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        super().__init__(server, params | {"OPTIONS": patience | params.get("OPTIONS", {})})
        self.server = servers.setdefault(str(server), Server())

    def _forgive(self, method: str, fallback: Any, *args: Any, stale: Iterable[str] = (), **kwargs: Any) -> Any:
        """`stale` are the keys whose old values are wrong should this not be done."""
        if self.server.rest.may_ask():
            try:
                self._settle()
                found = getattr(super(), method)(*args, **kwargs)
            except (RedisError, OSError):
                self.server.rest.begin()
                log.warning("cache away", extra={"operation": method})
            else:
                self.server.rest.end()
                return found
        self.server.owe([self.make_and_validate_key(key, version=kwargs.get("version")) for key in stale])
        return fallback

    def _settle(self) -> None:
        if owed := list(self.server.owed):
            self._cache.delete_many(owed)
            for key in owed:
                self.server.owed.pop(key, None)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._forgive("get", default, key, default=default, version=version)

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("add", True, key, value, *args, **kwargs)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> Any:
        return self._forgive("set", None, key, value, timeout, version=version, stale=[key])

    def delete(self, key: str, version: int | None = None) -> Any:
        return self._forgive("delete", False, key, version=version, stale=[key])

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        return self._forgive("get_many", {}, keys, version=version)

    def set_many(self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> Any:
        return self._forgive("set_many", [], data, timeout, version=version, stale=list(data))

    def touch(self, key: str, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("touch", False, key, *args, **kwargs)

    def has_key(self, key: str, version: int | None = None) -> Any:
        return self._forgive("has_key", False, key, version=version)
