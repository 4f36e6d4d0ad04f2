"""The shared cache. Losing it costs time and some rate limiting, never a page."""

import logging
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


class ForgivingRedisCache(RedisCache):
    """A Redis cache whose reads miss and whose writes are dropped while its server is away."""

    def _forgive(self, method: str, fallback: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(), method)(*args, **kwargs)
        except (RedisError, OSError):
            log.warning("cache away", extra={"operation": method})
            return fallback

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._forgive("get", default, key, default=default, version=version)

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("add", True, key, value, *args, **kwargs)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("set", None, key, value, *args, **kwargs)

    def delete(self, key: str, version: int | None = None) -> Any:
        return self._forgive("delete", False, key, version=version)

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        return self._forgive("get_many", {}, keys, version=version)

    def set_many(self, data: Any, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("set_many", [], data, *args, **kwargs)

    def touch(self, key: str, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("touch", False, key, *args, **kwargs)

    def has_key(self, key: str, version: int | None = None) -> Any:
        return self._forgive("has_key", False, key, version=version)
