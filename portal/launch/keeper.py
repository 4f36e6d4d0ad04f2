"""Keeps programs running: shows their complaints, starts again what ends by itself, stops all of it in order."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.launch import logs
from portal.launch.processes import Program, Running, stop
from portal.launch.record import Record
from portal.launch.refusal import Refusal, last_words

CALM_SECONDS = 60  # after so long, an end is the first of a new row
PAUSES = [0.5, 1.0, 2.0]  # before each new try; then everything is stopped


def say(words: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(words, flush=True)


@dataclass
class Kept:
    """One program that is started again when it ends by itself."""

    name: str
    launch: Callable[[], Running]
    log: Path
    stop_seconds: float
    running: Running | None = None
    failures: int = 0
    again_at: float = 0.0


class Keeper:
    """Each start is written into the record at once, so that even a killed run leaves nothing unknown."""

    def __init__(self, record: Record, stopping: Callable[[], bool], in_haste: Callable[[], bool]) -> None:
        self.record, self.stopping, self.in_haste = record, stopping, in_haste
        self.kept: list[Kept] = []
        self.watchers: list[logs.Watcher] = []

    def keep_program(self, program: Program, *, stop_seconds: float) -> None:
        logs.begin(program.log)
        self.keep(program.name, program.start, program.log, stop_seconds=stop_seconds)

    def keep(self, name: str, launch: Callable[[], Running], log: Path, *, stop_seconds: float) -> None:
        kept = Kept(name, launch, log, stop_seconds)
        self.kept.append(kept)
        self.watchers.append(logs.Watcher(name, log, say))
        self._launch(kept)

    def run_to_end(self, program: Program) -> int:
        """The exit code of a program that is meant to end; 0 as well when we were told to stop meanwhile."""
        logs.begin(program.log)
        running = program.start()
        self.record.add(running)
        while not running.has_ended():
            if self.stopping():
                stop([running], seconds=3, give_up=self.in_haste)
                return 0
            time.sleep(0.05)
        return running.end()

    def look_after(self) -> None:
        """Show complaints, and start again what ended. Raises Refusal when it keeps ending."""
        for watcher in self.watchers:
            watcher.look()
        for kept in self.kept:
            if self.stopping():
                return
            if kept.running is None:
                if time.monotonic() >= kept.again_at:
                    self._try_again(kept)
            elif kept.running.has_ended():
                lasted = time.monotonic() - kept.running.since
                code = kept.running.end()
                kept.failures = 1 if lasted > CALM_SECONDS else kept.failures + 1
                kept.running = None
                self._plan_next(kept, f"signal {-code}" if code < 0 else f"exit code {code}")

    def stop(self, order: list[set[str]]) -> None:
        """Group by group, each within the patience of its slowest program; at once when in haste."""
        for names in order:
            ending = [kept for kept in self.kept if kept.name in names and kept.running is not None]
            seconds = max((kept.stop_seconds for kept in ending), default=0)
            stop([kept.running for kept in ending if kept.running], seconds=seconds, give_up=self.in_haste)

    def _launch(self, kept: Kept) -> None:
        kept.running = kept.launch()
        self.record.add(kept.running)

    def _try_again(self, kept: Kept) -> None:
        try:
            self._launch(kept)
        except Refusal as no:
            kept.failures += 1
            self._plan_next(kept, str(no))

    def _plan_next(self, kept: Kept, how: str) -> None:
        if kept.failures > len(PAUSES):
            raise Refusal(
                f"{kept.name} ended {kept.failures} times in a row ({how}), so everything was stopped "
                f"(all of it in {kept.log}): {last_words(kept.log)}"
            )
        pause = PAUSES[kept.failures - 1]
        say(f"{kept.name} ended by itself ({how}); it is started again in {pause:g} s. Its words are in {kept.log}.")
        kept.again_at = time.monotonic() + pause
