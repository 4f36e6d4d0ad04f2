"""The database and the broker of a fault run, which are killed for real and started again."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.launch import keys
from portal.launch.account import own_account, server_account
from portal.launch.binaries import valkey_program
from portal.launch.embedded import make_postgres, start_postgres
from portal.launch.places import claim_folder, socket_folder
from portal.launch.postgres import OWNER, PLAIN_ENVIRONMENT, Postgres
from portal.launch.processes import Program, Running, stop, wait_until


class Database:
    """A cluster that keeps what it committed: nothing is switched off for speed."""

    def __init__(self, postgres: Postgres) -> None:
        self.postgres = postgres
        self.crashes = 0
        self.running: Running = start_postgres(postgres)

    def crash(self) -> float:
        """What `immediate` means: every session is cut, nothing is tidied up, and the next start recovers from the log.
        Returns how many seconds it was away. Call it from the main thread: the server dies with the thread."""
        began = time.monotonic()
        os.kill(self.running.pid, signal.SIGQUIT)
        wait_until(self.running.has_ended, seconds=30)
        self.running.end()
        self.crashes += 1
        self.running = start_postgres(self.postgres)
        return time.monotonic() - began


@contextmanager
def own_database_server() -> Iterator[tuple[Database, dict[str, str]]]:
    """A database of the run's own, with the environment that points to it; gone afterwards."""
    account = server_account()
    room = Path(tempfile.mkdtemp(prefix="handrail-faults-"))
    room.chmod(0o711)
    sockets = socket_folder(account)
    database = None
    try:
        claim_folder(room / "data", account)
        postgres = make_postgres(room / "data", sockets, room, account, durable=True)
        postgres.create()
        database = Database(postgres)
        url = postgres.url(OWNER)
        yield database, {**keys.generate(), "DATABASE_URL": url, "DATABASE_OWNER_URL": url}
    finally:
        if database is not None:
            stop([database.running], seconds=10)
        shutil.rmtree(sockets, ignore_errors=True)
        shutil.rmtree(room, ignore_errors=True)


class Broker:
    """A Valkey that writes down what it is given, so that it can come back with it, or emptied."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="n-"))
        self.socket = self.folder / "valkey.sock"
        self.url = f"redis+socket://{self.socket}?virtual_host=0"
        self.running: Running | None = None
        self.kills = 0

    def start(self) -> None:
        self.socket.unlink(missing_ok=True)
        settings = {
            "port": "0", "unixsocket": str(self.socket), "save": "", "appendonly": "yes", "dir": str(self.folder),
        }  # fmt: skip
        words = [word for name, value in settings.items() for word in (f"--{name}", value)]
        self.running = Program(
            name="valkey", command=[valkey_program(server_account()), *words], log=self.folder / "log",
            cwd=self.folder, env=PLAIN_ENVIRONMENT, account=own_account(),
        ).start()  # fmt: skip
        wait_until(lambda: self.socket.exists() or self.running.has_ended(), seconds=20)

    def kill(self, *, emptied: bool = False) -> None:
        if self.running is not None:
            self.running.end()
            self.running = None
            self.kills += 1
        if emptied:
            shutil.rmtree(self.folder / "appendonlydir", ignore_errors=True)

    def close(self) -> None:
        if self.running is not None:
            self.running.end()
        shutil.rmtree(self.folder, ignore_errors=True)
