"""Faults that happen at their time, one after the other, in the harness's main thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(order=True)
class Fault:
    at: float  # seconds after the start
    what: str
    act: Callable[[], object] = lambda: None
    done: bool = False


class Timeline:
    def __init__(self, *faults: Fault) -> None:
        self.faults = sorted(faults, key=lambda fault: fault.at)
        self.began = time.time()
        self.log: list[dict[str, float | str]] = []

    def go(self) -> None:
        """Do what is due by now."""
        for fault in self.faults:
            if not fault.done and time.time() - self.began >= fault.at:
                fault.done = True
                fault.act()
                self.log.append({"at": round(time.time() - self.began, 1), "what": fault.what})

    def is_over(self) -> bool:
        return all(fault.done for fault in self.faults)
