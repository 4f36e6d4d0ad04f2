"""Start programs that never outlive us, and stop them with everything they started."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from portal.launch.account import Account

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _tie_to_us(ending: signal.Signals) -> Callable[[], None] | None:
    """For Linux: the kernel sends `ending` to the child when the thread that started it is gone, however it went.

    Elsewhere the next start clears away what a killed one left, from its record.
    """
    if _libc is None:
        return None
    parent = os.getpid()

    def tie() -> None:  # runs in the child after it became the other user, which would undo it
        assert _libc is not None
        _libc.prctl(PR_SET_PDEATHSIG, int(ending), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return tie


@dataclass(frozen=True)
class Program:
    """One program: what to run, as whom, where its words go, and how to ask it to stop."""

    name: str
    command: Sequence[str | Path]
    log: Path
    cwd: Path
    env: Mapping[str, str]
    account: Account
    stop_with: signal.Signals = signal.SIGTERM
    dies_with: signal.Signals = signal.SIGTERM  # sent by the kernel when we are killed ourselves
    pass_fds: tuple[int, ...] = ()

    def start(self) -> "Running":
        """Start it as the head of a process group of its own. Call this from the main thread only."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [str(part) for part in self.command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.cwd,
                env=dict(self.env),
                start_new_session=True,
                preexec_fn=_tie_to_us(self.dies_with),
                pass_fds=self.pass_fds,
                **self.account.popen,
            )
        return Running(self, process)


class Running:
    """A started program. While it is not reaped its number cannot be given to another process."""

    def __init__(self, program: Program, process: subprocess.Popen[bytes]) -> None:
        self.program = program
        self.process = process
        self.since = time.monotonic()

    @property
    def name(self) -> str:
        return self.program.name

    @property
    def pid(self) -> int:
        return self.process.pid

    def has_ended(self) -> bool:
        """Looks without reaping, so that the rest of its group can still be addressed safely."""
        if self.process.returncode is not None:
            return True
        if not hasattr(os, "waitid"):
            return self.process.poll() is not None
        options = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self.pid, options) is not None

    def ask_to_stop(self) -> None:
        if not self.has_ended():
            os.kill(self.pid, self.program.stop_with)

    def end(self) -> int:
        """Kill what is left of its group, reap it, and return its exit code."""
        if self.process.returncode is None:
            kill_group(self.pid, signal.SIGKILL)
        return self.process.wait()


def never() -> bool:
    return False


def stop(running: Iterable[Running], *, seconds: float, give_up: Callable[[], bool] = never) -> None:
    """Ask all of them, wait up to `seconds` together, then kill what is left of each group."""
    programs = list(running)
    for program in programs:
        program.ask_to_stop()
    wait_until(lambda: give_up() or all(program.has_ended() for program in programs), seconds=seconds)
    for program in programs:
        program.end()


def wait_until(done: Callable[[], bool], *, seconds: float, pause: float = 0.03) -> bool:
    """Whether it came true in time."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def kill_group(leader: int, how: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, how)


def birth(pid: int) -> str | None:
    """When a living process began: tells it from a later one with the same number. None when it is gone."""
    if sys.platform != "linux":
        shown = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True)
        return shown.stdout.strip() or None
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    fields = text.rpartition(")")[2].split()  # the name before it may hold spaces
    return None if fields[0] in "ZX" else fields[19]


def command_line(pid: int) -> str:
    """What a process was started as; empty when it is gone or may not be read."""
    if sys.platform != "linux":
        return subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True).stdout
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
