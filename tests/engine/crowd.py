"""The processes of a fault run: senders that are killed and come back, a sink, a broker."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Crowd:
    """Every process is started here and ended here, each by its own id."""

    def __init__(self, environment: dict[str, str], room: Path, seed: int) -> None:
        self.environment, self.room = environment, room
        self.chance = random.Random(seed)
        self.senders: list[subprocess.Popen[bytes]] = []
        self.kills = self.started = 0
        self.numbers: dict[int, int] = {}
        self.ends = ExitStack()

    def start_sender(self) -> subprocess.Popen[bytes]:
        self.started += 1
        with self.said(self.started).open("wb") as out, (self.room / "senders.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "deliver", "--loop"],
                cwd=ROOT,
                env=self.environment,
                stdout=out,
                stderr=log,
            )
        self.ends.callback(end, process)
        self.numbers[process.pid] = self.started
        return process

    def said(self, number: int) -> Path:
        return self.room / f"sender-{number}"

    def sends(self, process: "subprocess.Popen[bytes]") -> bool:
        """Whether it got as far as sending: it says so."""
        return self.said(self.numbers[process.pid]).stat().st_size > 0

    def start_senders(self, count: int) -> None:
        self.senders = [self.start_sender() for _ in range(count)]

    def kill_one_and_restart(self) -> None:
        """SIGKILL, to one of those that send: nothing is tidied up. Killing one that still starts would prove nothing,
        and killing the last one, on a busy machine, would only make the run long."""
        self.revive()
        sending = [index for index, process in enumerate(self.senders) if self.sends(process)]
        if len(sending) < 2:
            return
        index = self.chance.choice(sending)
        self.senders[index].kill()
        self.senders[index].wait()
        self.kills += 1
        self.senders[index] = self.start_sender()

    def revive(self) -> None:
        """Start those again that ended by themselves."""
        for index, process in enumerate(self.senders):
            if process.poll() is not None:
                self.senders[index] = self.start_sender()

    def last_words(self) -> str:
        return (self.room / "senders.log").read_text()[-2000:]

    def stop_senders(self) -> list[int]:
        """SIGTERM: what each of them answers with."""
        for process in self.senders:
            process.send_signal(signal.SIGTERM)
        return [process.wait(timeout=60) for process in self.senders]

    def start_sink(self) -> int:
        process = subprocess.Popen(
            [sys.executable, "tests/engine/sink.py", str(self.room / "accepted")], cwd=ROOT, stdout=subprocess.PIPE
        )
        self.ends.callback(end, process)
        assert process.stdout is not None
        return int(process.stdout.readline())

    def start_broker(self, binary: str | Path) -> tuple[subprocess.Popen[bytes], str]:
        sockets = Path(self.ends.enter_context(tempfile.TemporaryDirectory(prefix="n1-")))
        socket = sockets / "valkey.sock"
        process = subprocess.Popen(
            [str(binary), "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(sockets)],
            stdout=subprocess.DEVNULL,
        )
        self.ends.callback(end, process)
        until = time.monotonic() + 20
        while not socket.exists() and time.monotonic() < until and process.poll() is None:
            time.sleep(0.05)
        return process, f"redis+socket://{socket}?virtual_host=0"

    def start_feeder(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "tests/engine/feeder.py"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.ends.callback(end, process)
        return process

    def save(self, feeder: subprocess.Popen[bytes], subject: str) -> int:
        """Let the feeder save one thing; returns how long that took, in milliseconds."""
        assert feeder.stdin is not None and feeder.stdout is not None
        feeder.stdin.write(f"{subject}\n".encode())
        feeder.stdin.flush()
        return int(feeder.stdout.readline())

    def accepted(self) -> list[str]:
        log = self.room / "accepted"
        return log.read_text().split() if log.exists() else []


def end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def plain_environment(**more: str) -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.engine.settings", "PYTHONPATH": str(ROOT), **more}
