"""A PostgreSQL of our own, reached only over a socket in a private folder."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.launch.account import Account
from portal.launch.binaries import PostgresPrograms
from portal.launch.processes import Program, Running, birth, command_line, never, wait_until
from portal.launch.refusal import Refusal, last_words

DATABASE, OWNER, APP = "handrail", "handrail_owner", "handrail_app"
FIRST_BUILTIN_LOCALES = 17
START_SECONDS = 60  # recovery after a crash takes longer than a plain start
PLAIN_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}  # the keys stay out of the servers

# The owner migrates and makes test databases; the app serves and owns nothing.
BOOTSTRAP = f"""\
CREATE ROLE {OWNER} LOGIN CREATEDB;
CREATE ROLE {APP} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
GRANT {APP} TO {OWNER};
CREATE DATABASE {DATABASE} OWNER {OWNER};
"""
QUIET = [  # what people write must not reach the log with a failing statement: errors go to the client only
    "log_min_messages=log",
    "log_checkpoints=off",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_connections=200",
    "jit=off",
]
THROWAWAY = ["fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"]


@dataclass(frozen=True)
class Postgres:
    """One database cluster in `data`/pg. Not durable means that a power cut may lose it: for tests."""

    programs: PostgresPrograms
    data: Path
    sockets: Path
    log: Path
    account: Account
    durable: bool = True

    @property
    def cluster(self) -> Path:
        return self.data / "pg"

    def url(self, role: str) -> str:
        """The address in the form whose path is read as socket folder and name."""
        return f"postgres://{role}@/{self.sockets}/{DATABASE}"

    def exists(self) -> bool:
        return (self.cluster / "PG_VERSION").exists()

    def create(self) -> None:
        """Make the cluster with its roles and its empty database, all of it or nothing."""
        if self.exists():
            self._refuse_other_version()
            return
        half = self.data / "pg.half"
        shutil.rmtree(half, ignore_errors=True)
        options = ["-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"]
        if self.programs.major >= FIRST_BUILTIN_LOCALES:
            options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.durable:
            options += ["--no-sync"]
        self._run([self.programs.initdb, "-D", half, *options])
        self._run([self.programs.postgres, "--single", "-D", half, "postgres"], said=BOOTSTRAP)
        half.rename(self.cluster)

    def _refuse_other_version(self) -> None:
        made_by = (self.cluster / "PG_VERSION").read_text().strip()
        if made_by != str(self.programs.major):
            raise Refusal(
                f"The database in {self.data} was made by PostgreSQL {made_by}, but this is {self.programs.major}: "
                "change PG_BIN, or start over with scripts/run --fresh."
            )

    def _run(self, command: list[str | Path], said: str = "") -> None:
        done = subprocess.run(
            [str(part) for part in command],
            input=said,
            capture_output=True,
            text=True,
            cwd=self.data,
            env=PLAIN_ENVIRONMENT,
            **self.account.popen,
        )
        with self.log.open("a") as log:
            log.write(done.stdout + done.stderr)
        if done.returncode or "ERROR" in done.stderr or "FATAL" in done.stderr:
            raise Refusal(
                f"The database could not be made in {self.data} (all of it in {self.log}): {last_words(self.log)}"
            )

    def program(self) -> Program:
        options = [*QUIET, *([] if self.durable else THROWAWAY), "listen_addresses="]
        command: list[str | Path] = [self.programs.postgres, "-D", self.cluster, "-k", self.sockets]
        for option in options:
            command += ["-c", option]
        return Program(
            name="postgres",
            command=command,
            log=self.log,
            cwd=self.data,
            env=PLAIN_ENVIRONMENT,
            account=self.account,
            stop_with=signal.SIGINT,  # "fast": it ends sessions instead of waiting for them
            dies_with=signal.SIGINT,
        )

    def clear_stale_pid(self) -> None:
        """PostgreSQL deals with a dead owner's file itself, but would take a stranger with the same number for one."""
        pid_file = self.cluster / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError, ValueError, IndexError):
            pid = int(pid_file.read_text().splitlines()[0])
            if birth(pid) is None:
                return
            if str(self.cluster) in command_line(pid):
                raise Refusal(f"A PostgreSQL (process {pid}) already runs on {self.cluster}: stop it first.")
            pid_file.unlink()

    def wait_ready(self, running: Running, give_up: Callable[[], bool] = never) -> None:
        """Return when it accepts sessions. Raises Refusal when it ended, or after START_SECONDS."""
        wait_until(lambda: give_up() or running.has_ended() or self._says_ready(running.pid), seconds=START_SECONDS)
        if running.has_ended():
            raise Refusal(f"PostgreSQL stopped while it started (all of it in {self.log}): {last_words(self.log)}")
        if not self._says_ready(running.pid):
            raise Refusal(f"PostgreSQL was not ready after {START_SECONDS} s; its words are in {self.log}.")

    def _says_ready(self, pid: int) -> bool:
        """It writes its state into the eighth line of its own file, which `pg_ctl` reads too."""
        try:
            lines = (self.cluster / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and lines[0] == str(pid) and lines[7].strip() == "ready"
