"""How the parts are: database, broker, the engine's last tick, and what is overdue."""

from contextlib import suppress
from dataclasses import dataclass, field

from django.conf import settings
from django.db import OperationalError as DatabaseAway
from kombu import Connection
from kombu.exceptions import OperationalError

from portal.home.own_line import own_line
from portal.notifications.overview import KindRow, by_kind, rules_put_off
from portal.notifications.reads import engine_watch

STALE_SECONDS, CANARY_SECONDS = 60, 180
PATIENCE = 1.0

BY_KIND = ("overdue", "oldest_seconds", "uncertain", "suppressed", "dead", "sent", "failed", "late_half", "late_p99")


@dataclass
class Wellness:
    database: bool = False
    broker: bool = False
    watch: dict[str, float | None] = field(default_factory=dict)
    kinds: list[KindRow] = field(default_factory=list)

    @property
    def ticking(self) -> bool:
        age = self.watch.get("last_tick_age_seconds")
        return age is not None and age < STALE_SECONDS

    @property
    def singing(self) -> bool:
        """Whether the message that is sent each minute arrived of late: then planning, claiming and sending work."""
        age = self.watch.get("last_canary_age_seconds")
        return age is not None and age < CANARY_SECONDS

    def report(self) -> dict[str, object]:
        well = self.database and self.broker and self.ticking and self.singing
        status = "ok" if well else "degraded" if self.database else "down"
        return {
            "status": status,
            "database": "ok" if self.database else "away",
            "broker": "ok" if self.broker else "away",
            "engine": "ok" if self.ticking else "no recent tick",
            "canary": "ok" if self.singing else "not heard of late",
            **self.watch,
        }

    def exposition(self) -> str:
        figures = {"database_up": float(self.database), "broker_up": float(self.broker), **self.watch}
        lines = [f"handrail_{name} {value}" for name, value in figures.items() if value is not None]
        for one in self.kinds:
            for name in BY_KIND:
                lines.append(f'handrail_kind_{name}{{kind="{one.key}"}} {getattr(one, name)}')
        return "\n".join(lines) + "\n"


def broker_answers() -> bool:
    """Whether the broker answers within a second."""
    patience = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    try:
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=PATIENCE, transport_options=patience) as broker:
            broker.ensure_connection(max_retries=0)
    except (OperationalError, OSError):
        return False
    return True


def wellness(*, each_kind: bool = False) -> Wellness:
    """A database that answers is there, even when counting takes it too long: then the figures are missing."""
    found = Wellness(broker=broker_answers())
    with suppress(DatabaseAway), own_line() as line:
        found.database = True
        found.watch = engine_watch(line) | {"rules_put_off": float(rules_put_off(line))}
        found.kinds = by_kind(line) if each_kind else []
    return found
