"""Starts the servers, prepares the database, starts the product, and keeps all of it running until told to stop."""

import os
import shutil
import signal
import time
from collections.abc import Mapping
from pathlib import Path

from portal.launch import children, demo, keys, logs, mail_sink
from portal.launch.account import server_account
from portal.launch.embedded import make_postgres, make_valkey, start_postgres, start_valkey
from portal.launch.environment import Addresses, for_children, for_owner, is_demo
from portal.launch.keeper import Keeper, say
from portal.launch.lock import Lock
from portal.launch.places import Places, places_of, socket_folder
from portal.launch.port import answers, chosen_port, refuse_busy
from portal.launch.postgres import APP, OWNER
from portal.launch.record import Record, clear_leftovers
from portal.launch.refusal import Refusal, last_words
from portal.launch.start_over import start_over

FIRST_PAGE_SECONDS = 90
# first what people and tasks use, then the mailbox, then the servers under them
STOP_ORDER = [{"web", "worker", "beat"}, {"mailbox"}, {"valkey", "postgres"}]


def run(*, fresh: bool) -> int:
    """Raises Refusal, before anything is started, when a run holds this checkout or a program holds the port."""
    port = chosen_port(os.environ)
    places = places_of()
    places.prepare_var()
    with Lock(places.lock):
        if found := clear_leftovers(places.record):
            say(found)
        refuse_busy(port)
        if elsewhere := places.recorded_elsewhere():
            say(f"An earlier database of this checkout stays in {elsewhere}; today's is in {places.data}.")
        if fresh:
            start_over(places, os.environ)
        return Supervisor(places, port, os.environ).run()


class Supervisor:
    """One run. Everything it starts is stopped on any way out of `run`, and nothing else is."""

    def __init__(self, places: Places, port: int, given: Mapping[str, str]) -> None:
        self.places, self.port, self.given = places, port, given
        self.record = Record(places.record)
        self.keeper = Keeper(self.record, self.stopping, self.in_haste)
        self.folders: list[Path] = []
        self.signals = 0

    def stopping(self) -> bool:
        return self.signals > 0

    def in_haste(self) -> bool:
        """Somebody asked twice."""
        return self.signals > 1

    def run(self) -> int:
        for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if (
                kind != signal.SIGHUP or signal.getsignal(kind) != signal.SIG_IGN
            ):  # nohup wishes to outlive the terminal
                signal.signal(kind, self._on_signal)
        try:
            self._start()
            while not self.stopping():
                self.keeper.look_after()
                time.sleep(0.2)
        except Refusal:
            if not self.stopping():
                raise
        finally:
            self._stop()
        say("Handrail has stopped.")
        return 0

    def _on_signal(self, *_: object) -> None:
        self.signals += 1

    def _start(self) -> None:
        """In order: servers, mailbox, database, pages and tasks; skips the rest when told to stop meanwhile."""
        began = time.monotonic()
        to, secrets = self._start_servers()
        env = for_children(self.given, secrets, self.places, to)
        if not self.stopping():
            say("Bringing the database up to date …")
            preparing = children.prepare(self.places, for_owner(env, to))
            if self.keeper.run_to_end(preparing):
                why = last_words(preparing.log)
                raise Refusal(f"The database could not be brought up to date (all of it in {preparing.log}): {why}")
        for program in children.product(self.places, env, self.port):
            if not self.stopping():
                self.keeper.keep_program(program, stop_seconds=3)
        self._await_first_page()
        if not self.stopping():
            self._announce(time.monotonic() - began, env)

    def _start_servers(self) -> tuple[Addresses, dict[str, str]]:
        """Those that the person did not name, each with its address."""
        sockets = socket_folder(server_account())
        self.folders.append(sockets)
        self.record.add_folder(sockets)
        database, owner, secrets = self._database(sockets)
        broker, cache = self._broker(sockets)
        mail = self.given.get("EMAIL_URL") or self._start_mailbox()
        return Addresses(self.port, database, owner, broker, cache, mail), secrets

    def _database(self, sockets: Path) -> tuple[str, str, dict[str, str]]:
        """The address for serving, the one for migrating, and the keys, which live where the database lives."""
        if given := self.given.get("DATABASE_URL"):
            secrets = keys.load_or_make(self.places.var / "secrets.env", database_exists=False)
            return given, self.given.get("DATABASE_OWNER_URL") or given, secrets
        account = server_account()
        is_known = self.places.where.exists()
        self.places.prepare_data(account)
        postgres = make_postgres(self.places.data, sockets, self.places.logs, account, durable=True)
        if postgres.exists() and not is_known:
            say(f"Using the database that an earlier checkout in this place left in {postgres.data}.")
        secrets = keys.load_or_make(self.places.data / "secrets.env", database_exists=postgres.exists())
        logs.begin(postgres.log)
        if not postgres.exists():
            say(f"Making the database in {self.places.data} …")
        postgres.create()
        self.keeper.keep("postgres", lambda: start_postgres(postgres, self.stopping), postgres.log, stop_seconds=8)
        return postgres.url(APP), postgres.url(OWNER), secrets

    def _broker(self, sockets: Path) -> tuple[str, str | None]:
        """The addresses of broker and cache. With a broker of the person's own, the settings choose the cache."""
        cache = self.given.get("CACHE_URL")
        if given := self.given.get("CELERY_BROKER_URL"):
            return given, cache
        valkey = make_valkey(sockets, self.places.logs, server_account())
        logs.begin(valkey.log)
        self.keeper.keep("valkey", lambda: start_valkey(valkey, self.stopping), valkey.log, stop_seconds=3)
        return valkey.broker_url, cache or valkey.cache_url

    def _start_mailbox(self) -> str:
        self.listening = mail_sink.listen()  # held open, so that a mailbox that is started again has the same port
        program = children.mailbox(self.places, self.given, self.listening)
        self.keeper.keep_program(program, stop_seconds=1)
        return f"smtp://127.0.0.1:{self.listening.getsockname()[1]}"

    def _await_first_page(self) -> None:
        deadline = time.monotonic() + FIRST_PAGE_SECONDS
        while not self.stopping() and not answers(self.port):
            self.keeper.look_after()
            if time.monotonic() > deadline:
                log = self.places.logs / "web.log"
                raise Refusal(f"No page answered within {FIRST_PAGE_SECONDS} s (all of it in {log}): {last_words(log)}")
            time.sleep(0.1)

    def _announce(self, seconds: float, env: Mapping[str, str]) -> None:
        address = env["HANDRAIL_BASE_URL"]
        say(f"\nHandrail answers at {address} after {seconds:.0f} s.\n")
        if is_demo(env):
            width = max(len(role) for role, _, _ in demo.SIGN_INS)
            say("Sign in as")
            for role, email, password in demo.SIGN_INS:
                say(f"  {role:<{width}}  {email:<34}  {password}")
            say(f"\nMails it sends can be read at {address}/demo/mail/")
        say("Ctrl-C stops it and keeps the data; scripts/run --fresh starts over.\n")

    def _stop(self) -> None:
        say("Stopping …")
        self.keeper.stop(STOP_ORDER)
        for folder in self.folders:
            shutil.rmtree(folder, ignore_errors=True)
        self.record.remove()
