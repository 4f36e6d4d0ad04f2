"""Servers for tests and checks, thrown away after use."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from portal.launch import keys
from portal.launch.account import server_account
from portal.launch.beside import program_of
from portal.launch.embedded import make_postgres, make_valkey, start_postgres, start_valkey
from portal.launch.environment import without_database_habits
from portal.launch.places import claim_folder, socket_folder
from portal.launch.postgres import APP, OWNER
from portal.launch.processes import Running, birth, stop

PREFIX = "handrail-throwaway-"


@contextlib.contextmanager
def throwaway_servers(kept: Path | None = None) -> Iterator[dict[str, str]]:
    """Both servers in a temporary folder, as the environment that points to them; gone afterwards.

    The database is reached as its owner, who may make test databases. Nothing reaches the disk before it must.
    With `kept` the database and its keys lie in that folder, and are there again the next time.
    """
    account = server_account()
    sweep_abandoned()
    room = Path(tempfile.mkdtemp(prefix=PREFIX))
    room.chmod(0o711)
    (room / "owner").write_text(f"{os.getpid()} {birth(os.getpid())}")
    started: list[Running] = []
    sockets = socket_folder(account)
    (room / "sockets").write_text(str(sockets))
    try:
        data = (kept or room) / "data"
        claim_folder(data, account)
        postgres = make_postgres(data, sockets, room, account, durable=False)
        own_keys = keys.load_or_make(kept / "keys", database_exists=postgres.exists()) if kept else keys.generate()
        postgres.create()
        started.append(start_postgres(postgres))
        valkey = make_valkey(sockets, room, account)
        started.append(start_valkey(valkey))
        yield {
            **own_keys,
            "DATABASE_URL": postgres.url(OWNER),
            "DATABASE_OWNER_URL": postgres.url(OWNER),
            "DATABASE_APP_URL": postgres.url(APP),
            "CELERY_BROKER_URL": valkey.broker_url,
            "CACHE_URL": valkey.cache_url,
            "DJANGO_SETTINGS_MODULE": "portal.settings",
        }
    finally:
        stop(reversed(started), seconds=10)
        shutil.rmtree(sockets, ignore_errors=True)
        shutil.rmtree(room, ignore_errors=True)


def sweep_abandoned() -> None:
    """Remove the folders of throw-away servers whose owner was killed; the servers went with it."""
    for room in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError, ValueError):
            if room.is_symlink() or room.stat().st_uid != os.geteuid():
                continue
            pid, _, born = (room / "owner").read_text().partition(" ")
            if birth(int(pid)) == born:
                continue
            sockets = Path((room / "sockets").read_text())
            if sockets.name.startswith("handrail-"):
                shutil.rmtree(sockets, ignore_errors=True)
            shutil.rmtree(room, ignore_errors=True)


def run_with_servers(command: list[str], *, kept: Path | None = None) -> int:
    """Run a command beside throw-away servers and return its exit code. SIGTERM ends both in order."""
    program = program_of(command, "with-servers")
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with throwaway_servers(kept) as environment:
            process = subprocess.Popen([program, *command[1:]], env=without_database_habits(os.environ) | environment)
            try:
                return process.wait()
            except KeyboardInterrupt:
                process.terminate()
                process.wait(20)
                raise
    except KeyboardInterrupt:
        return 130


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
