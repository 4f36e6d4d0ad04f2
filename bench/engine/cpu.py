"""Processor time, which says more than the clock does on a machine that others use too."""

import time
from pathlib import Path

from django.db import connection


class Cpu:
    """Seconds of this process and of the database process that serves it, since it was made. Linux only: elsewhere
    the database's share is 0."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.ran = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
        self.began_here, self.began_there = time.process_time(), self._there()

    def _there(self) -> float:
        try:
            return int(self.ran.read_text().split()[0]) / 1e9
        except OSError:
            return 0.0

    def here(self) -> float:
        return time.process_time() - self.began_here

    def database(self) -> float:
        return self._there() - self.began_there

    def each(self, number: int) -> dict[str, float]:
        """Microseconds of both for each of so many."""
        share = 1e6 / max(number, 1)
        return {
            "cpu_us_each": round(self.here() * share, 1),
            "database_cpu_us_each": round(self.database() * share, 1),
        }
