"""Leaving a server alone that did not answer, so that pages do not wait for it one by one."""

import threading
import time


class Rest:
    """After a failure nobody asks for some seconds. Then one asks for all, and the others rest on until it knows."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.until = 0.0  # on this process's own clock; 0 while all is well
        self.lock = threading.Lock()

    def may_ask(self) -> bool:
        with self.lock:
            now = time.monotonic()
            if now < self.until:
                return False
            if self.until:
                self.until = now + self.seconds
            return True

    def begin(self) -> None:
        with self.lock:
            self.until = time.monotonic() + self.seconds

    def end(self) -> None:
        self.until = 0.0
