"""The children write to files; this reads what they add and shows the lines that sound like trouble."""

import contextlib
import os
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

LARGEST = 10_000_000  # bytes; then the log starts over and the old one is kept once
SHOWN_IN_A_ROW, ROW_SECONDS, WIDTH = 3, 60.0, 200
TROUBLE = re.compile(r"\b(ERROR|CRITICAL|FATAL|PANIC)\b|\"level\": ?\"(error|critical)\"")


def begin(log: Path) -> None:
    """Start a log afresh for this run; the last run's is kept as .old."""
    if log.exists():
        log.replace(log.with_suffix(".old"))
    log.touch(mode=0o600)


class Watcher:
    """Follows one log. It says at most three lines a minute, each cut short: the file has the rest."""

    def __init__(self, name: str, log: Path, say: Callable[[str], None]) -> None:
        self.name, self.log, self.say = name, log, say
        self.position = 0
        self.rest = b""
        self.row_began = 0.0
        self.shown = 0

    def look(self) -> None:
        try:
            size = self.log.stat().st_size
        except FileNotFoundError:
            return
        if size < self.position:
            self.position = 0
        if size > self.position:
            with self.log.open("rb") as file:
                file.seek(self.position)
                new = file.read(size - self.position)
            self.position += len(new)
            *lines, self.rest = (self.rest + new).split(b"\n")
            for line in lines:
                self._consider(line.decode(errors="replace"))
        if size > LARGEST:
            self._start_over()

    def _consider(self, line: str) -> None:
        if not TROUBLE.search(line):
            return
        now = time.monotonic()
        if now - self.row_began > ROW_SECONDS:
            self.row_began, self.shown = now, 0
        self.shown += 1
        if self.shown <= SHOWN_IN_A_ROW:
            self.say(f"{self.name}: {line.strip()[:WIDTH]}")
        elif self.shown == SHOWN_IN_A_ROW + 1:
            self.say(f"{self.name}: there is more in {self.log}")

    def _start_over(self) -> None:
        """The child goes on writing to the same open file, so it is emptied and not renamed."""
        with contextlib.suppress(OSError):
            shutil.copyfile(self.log, self.log.with_suffix(".old"))
            os.truncate(self.log, 0)
            self.position = 0
