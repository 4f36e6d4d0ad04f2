"""A Valkey of our own: the broker in database 0, the cache in database 1. It keeps nothing on disk."""

import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.launch.account import Account
from portal.launch.postgres import PLAIN_ENVIRONMENT
from portal.launch.processes import Program, Running, never, wait_until
from portal.launch.refusal import Refusal, last_words

START_SECONDS = 20


@dataclass(frozen=True)
class Valkey:
    binary: Path
    sockets: Path
    log: Path
    account: Account

    @property
    def socket(self) -> Path:
        return self.sockets / "valkey.sock"

    @property
    def broker_url(self) -> str:
        return f"redis+socket://{self.socket}?virtual_host=0"

    @property
    def cache_url(self) -> str:
        return f"unix://{self.socket}?db=1"

    def program(self) -> Program:
        settings = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "save": "",
            "appendonly": "no",
            "dir": str(self.sockets),
            "loglevel": "warning",
            "maxmemory": "256mb",
            "maxmemory-policy": "volatile-lru",  # what has no end, the broker's messages, is never thrown out
        }
        command: list[str | Path] = [self.binary]
        for name, value in settings.items():
            command += [f"--{name}", value]
        return Program(
            name="valkey",
            command=command,
            log=self.log,
            cwd=self.sockets,
            env=PLAIN_ENVIRONMENT,
            account=self.account,
        )

    def wait_ready(self, running: Running, give_up: Callable[[], bool] = never) -> None:
        """Return when it answers. Raises Refusal when it ended, or after START_SECONDS."""
        wait_until(lambda: give_up() or running.has_ended() or self.answers(), seconds=START_SECONDS)
        if running.has_ended():
            raise Refusal(f"Valkey stopped while it started (all of it in {self.log}): {last_words(self.log)}")
        if not self.answers():
            raise Refusal(f"Valkey did not answer within {START_SECONDS} s; its words are in {self.log}.")

    def answers(self) -> bool:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
            line.settimeout(1)
            line.connect(str(self.socket))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        return False
