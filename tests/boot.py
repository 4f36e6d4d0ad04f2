"""Starts throw-away servers for a test run, before Django's settings are read.

A plugin named in pytest's options, because pytest-django reads the settings before any conftest. The workers of a
parallel run inherit the environment of the process that starts them, so they find the servers and start none.
"""

import atexit
import contextlib
import os

import pytest

from portal.launch.environment import without_database_habits
from portal.launch.refusal import Refusal
from portal.launch.throwaway import throwaway_servers

MARK = "HANDRAIL_TEST_SERVERS"
OUR_OWN = ("HANDRAIL_", "DATABASE_", "CELERY_", "EMAIL_", "CACHE_", "ALLOWED_HOSTS", "TRUSTED_PROXY", "SITE_COUNTRY")


def start() -> contextlib.ExitStack:
    """The servers, as a thing to close. A person's own servers and settings are not used and not touched."""
    running = contextlib.ExitStack()
    servers = running.enter_context(throwaway_servers())
    plain = without_database_habits(os.environ)
    for name in set(os.environ) - set(plain):
        del os.environ[name]
    for name in [name for name in os.environ if name.startswith(OUR_OWN) and name != "HANDRAIL_EMBEDDED_DIR"]:
        del os.environ[name]
    os.environ.update(servers)
    os.environ["HANDRAIL_TESTING"] = "1"
    os.environ[MARK] = str(os.getpid())
    return running


def stop_in(process: int, running: contextlib.ExitStack) -> None:
    """Only the process that started them: a fork that ends stops nothing."""
    if os.getpid() == process:
        running.close()


if MARK not in os.environ:
    try:
        atexit.register(stop_in, os.getpid(), start())
    except Refusal as no:
        raise pytest.UsageError(f"No servers for the tests: {no}") from no


def own_cache(worker: str) -> None:
    """Each worker of a parallel run clears its cache after a test, so each has a cache database of its own."""
    number = int(worker.removeprefix("gw") or 0) + 2
    os.environ["CACHE_URL"] = os.environ["CACHE_URL"].replace("db=1", f"db={number}")


if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    own_cache(worker)
