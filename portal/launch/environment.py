"""What the children are told: addresses, keys and the demo's settings, all through the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from portal.launch.places import Places


@dataclass(frozen=True)
class Addresses:
    """Where the children find what they need. `cache` and `mail` may be left to the settings."""

    port: int
    database: str
    database_owner: str
    broker: str
    cache: str | None
    mail: str


def for_children(given: Mapping[str, str], secrets: Mapping[str, str], places: Places, to: Addresses) -> dict[str, str]:
    """What the person set wins over what we would choose; the addresses are decided by the caller."""
    chosen = {
        **secrets,
        "HANDRAIL_DEMO": "1",
        "HANDRAIL_BASE_URL": f"http://localhost:{to.port}",
        "HANDRAIL_MAIL_DIR": str(places.mail),
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        **without_database_habits(given),
        "HANDRAIL_BIND": "127.0.0.1",
        "PORT": str(to.port),
        "DATABASE_URL": to.database,
        "CELERY_BROKER_URL": to.broker,
        "EMAIL_URL": to.mail,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PYTHONUNBUFFERED": "1",
    }
    if to.cache:
        chosen["CACHE_URL"] = to.cache
    chosen.pop("DATABASE_OWNER_URL", None)  # only what migrates is told, see `for_owner`
    return chosen


def for_owner(children: Mapping[str, str], to: Addresses) -> dict[str, str]:
    """The same for the one step that migrates."""
    return {**children, "DATABASE_URL": to.database_owner, "DATABASE_OWNER_URL": to.database_owner}


def without_database_habits(environment: Mapping[str, str]) -> dict[str, str]:
    """A copy in which no PGHOST or PGOPTIONS of the person's shell can lead a child elsewhere."""
    return {name: value for name, value in environment.items() if not name.startswith("PG") or name == "PG_BIN"}


def is_demo(environment: Mapping[str, str] = os.environ) -> bool:
    return environment.get("HANDRAIL_DEMO", "1").lower() in {"1", "true", "yes", "on", "y", "ok"}
