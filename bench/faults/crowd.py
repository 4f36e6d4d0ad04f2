"""The processes of a fault run: senders that are killed, frozen and come back, a page that saves, a mail server."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from portal.launch.processes import wait_until

ROOT = Path(__file__).resolve().parents[2]

LOOP = ("manage.py", "deliver", "--loop")
WORKER = (
    "-m",
    "celery",
    "-A",
    "portal",
    "worker",
    "--pool",
    "threads",
    "-c",
    "2",
    "--without-mingle",
    "--without-gossip",
)
BEAT = ("-m", "celery", "-A", "portal", "beat", "--schedule")


class Nursery:
    """The process that forks the senders, with the environment it was started in."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.faults.nursery"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.read()

    def read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, **what: Any) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        return self.read()


class Sender:
    """One process that sends. `said` is the file of what it prints."""

    def __init__(self, words: tuple[str, ...], nursery: Nursery, said: Path, log: Path) -> None:
        self.words, self.nursery, self.said = words, nursery, said
        said.touch()
        self.pid = int(nursery.ask(words=list(words), out=str(said), err=str(log)))
        self.code: int | None = None
        self.frozen = False

    def poll(self) -> int | None:
        if self.code is None and (answer := self.nursery.ask(poll=self.pid)):
            self.code = int(answer)
        return self.code

    def signal(self, sign: signal.Signals) -> None:
        """To this very process: until it was polled, its number is given to no other."""
        if self.code is None:
            os.kill(self.pid, sign)

    def wait(self, seconds: float = 30) -> int:
        wait_until(lambda: self.poll() is not None, seconds=seconds)
        if self.code is None:
            raise TimeoutError(f"sender {self.pid} does not end")
        return self.code

    def sends(self) -> bool:
        """Whether it got as far as sending: it says so."""
        return not self.frozen and self.poll() is None and self.said.stat().st_size > 0

    def freeze(self) -> None:
        self.signal(signal.SIGSTOP)
        self.frozen = True

    def thaw(self) -> None:
        self.signal(signal.SIGCONT)
        self.frozen = False

    def kill(self) -> None:
        """SIGKILL: nothing is tidied up."""
        self.signal(signal.SIGKILL)
        self.wait()

    def end(self) -> None:
        if self.poll() is None:
            self.kill()


class Crowd:
    """Every process is started here and ended here, each by its own id."""

    def __init__(self, environment: dict[str, str], room: Path, seed: int) -> None:
        self.environment, self.room = environment, room
        self.chance = random.Random(seed)
        self.senders: list[Sender] = []
        self.beats: list[Sender] = []
        self.nursery: Nursery | None = None
        self.kills = self.stops = self.started = 0
        self.ends = ExitStack()

    def start_sender(self, words: tuple[str, ...] = LOOP) -> Sender:
        if self.nursery is None:
            self.nursery = Nursery(self.environment)
            self.ends.callback(end, self.nursery.process)
        self.started += 1
        sender = Sender(words, self.nursery, self.room / f"sender-{self.started}", self.room / "senders.log")
        self.ends.callback(sender.end)
        return sender

    def start_senders(self, *kinds: tuple[str, ...]) -> None:
        self.senders = [self.start_sender(words) for words in kinds]

    def start_beat(self) -> None:
        """A timetable that runs beside the senders; it is none of them."""
        place = str(self.room / f"beat-{self.started}")
        self.beats.append(self.start_sender((*BEAT, place)))

    def sending(self) -> list[int]:
        return [index for index, sender in enumerate(self.senders) if sender.sends()]

    def kill_one_and_restart(self) -> bool:
        """To one of those that send: killing one that still starts would prove nothing, and killing the last one, on a
        busy machine, would only make the run long."""
        self.revive()
        sending = self.sending()
        if len(sending) < 2:
            return False
        index = self.chance.choice(sending)
        self.senders[index].kill()
        self.kills += 1
        self.senders[index] = self.start_sender(self.senders[index].words)
        return True

    def freeze_one(self) -> Sender | None:
        """SIGSTOP, to one of those that send, while at least half of them go on."""
        sending = self.sending()
        if len(sending) <= len(self.senders) // 2:
            return None
        sender = self.senders[self.chance.choice(sending)]
        sender.freeze()
        self.stops += 1
        return sender

    def kill_all(self) -> list[tuple[str, ...]]:
        """Every sender at once; returns what they were, so that they can be started again."""
        kinds = [sender.words for sender in self.senders]
        for sender in self.senders:
            self.kills += sender.sends()
            sender.kill()
        self.senders = []
        return kinds

    def revive(self) -> None:
        """Start those again that ended by themselves."""
        for index, sender in enumerate(self.senders):
            if sender.poll() is not None:
                self.senders[index] = self.start_sender(sender.words)

    def last_words(self) -> str:
        return (self.room / "senders.log").read_text()[-2000:]

    def stop_senders(self) -> list[int]:
        """SIGTERM: what each of them answers with."""
        for sender in self.senders:
            sender.signal(signal.SIGTERM)
        return [sender.wait(90) for sender in self.senders]

    def start_sink(self, script: dict[str, Any] | None = None) -> int:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.faults.sink", str(self.log), json.dumps(script or {})],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.ends.callback(end, process)
        assert process.stdout is not None
        return int(process.stdout.readline())

    @property
    def log(self) -> Path:
        """What the mail server wrote down."""
        return self.room / "accepted"

    def start_feeder(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.faults.feeder"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.ends.callback(end, process)
        return process

    def save(self, feeder: "subprocess.Popen[bytes]", subject: str) -> int:
        """Let the feeder save one thing; returns how long that took, in milliseconds."""
        assert feeder.stdin is not None and feeder.stdout is not None
        feeder.stdin.write(f"{subject}\n".encode())
        feeder.stdin.flush()
        return int(feeder.stdout.readline())


def end(process: "subprocess.Popen[Any]") -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def plain_environment(**more: str) -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "bench.faults.settings", "PYTHONPATH": str(ROOT), **more}
