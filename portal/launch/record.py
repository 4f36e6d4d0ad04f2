"""What a run has started, written down, so that the next one can clear away what a killed run left."""

import contextlib
import json
import shutil
import signal
from pathlib import Path

from portal.launch.processes import Running, birth, kill_group, wait_until

ASK_SECONDS = 8


class Record:
    """A small file beside the lock. Only the holder of the lock writes or reads it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.processes: dict[str, dict[str, str | int]] = {}
        self.folders: list[str] = []

    def add(self, running: Running) -> None:
        """Replaces the earlier process of the same name."""
        self.processes[running.name] = {
            "pid": running.pid,
            "birth": birth(running.pid) or "",
            "stop_with": int(running.program.stop_with),
        }
        self._write()

    def add_folder(self, folder: Path) -> None:
        self.folders.append(str(folder))
        self._write()

    def _write(self) -> None:
        half = self.path.with_suffix(".half")
        half.write_text(json.dumps({"processes": self.processes, "folders": self.folders}))
        half.rename(self.path)

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)


def clear_leftovers(path: Path) -> str | None:
    """Stop what a killed run left, remove its socket folders, and say so in one sentence; None after a clean end.

    A process is only touched when its number and its time of birth are both the recorded ones.
    """
    try:
        found = json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        path.unlink(missing_ok=True)
        return None
    alive = {name: each for name, each in found["processes"].items() if _is_alive(each)}
    for each in alive.values():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill_group(each["pid"], signal.Signals(each["stop_with"]))
    wait_until(lambda: not any(_is_alive(each) for each in alive.values()), seconds=ASK_SECONDS)
    for each in alive.values():
        if _is_alive(each):
            kill_group(each["pid"], signal.SIGKILL)
    wait_until(lambda: not any(_is_alive(each) for each in alive.values()), seconds=2)
    for folder in map(Path, found["folders"]):
        if folder.name.startswith("handrail-") and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
    path.unlink()
    if alive:
        return f"The last run was killed; what it had left running was stopped: {', '.join(alive)}."
    return "The last run was killed; nothing of it was left running, and its stale files were cleared away."


def _is_alive(process: dict[str, str | int]) -> bool:
    return bool(process["birth"]) and birth(int(process["pid"])) == process["birth"]
