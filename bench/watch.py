"""Watches what a page asks of the database while it is made through the real view."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection

from bench.scores import percentile

OFFSET = re.compile(r"\bOFFSET\b")
COUNT_POSTS = re.compile(r"\bCOUNT\([^()]*\)[^()]*?\bFROM \"groups_post(text)?\"", re.S)
LOOKS = re.compile(r"^\s*(SELECT|WITH)\b")


@dataclass
class Watch:
    """The statements of one request, with how long each took as the page waits for it."""

    said: list[tuple[str, Any, float]] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.said.append((str(sql), params, (time.perf_counter() - began) * 1000))


class Clock:
    """Time on the processor in milliseconds, here and in PostgreSQL's own process: what a page costs on a machine that
    others use too. Nothing of PostgreSQL where its process cannot be looked at."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.told = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def read(self) -> tuple[float, float]:
        try:
            there = int(self.told.read_text().split()[0]) / 1e6
        except (OSError, ValueError, IndexError):
            there = 0.0
        return time.process_time() * 1000, there


def measure(
    visit: Callable[[int], Any], *, times: int, seconds: float = 6.0, expected: tuple[int, ...] = (200,)
) -> dict[str, Any]:
    """Visit again and again, at most so many times or seconds, after two visits that warm the caches."""
    walls: list[float] = []
    costs: list[tuple[float, float]] = []
    watches: list[Watch] = []
    began, clock = time.monotonic(), Clock()
    for number in range(-2, times):
        watch = Watch()
        with connection.execute_wrapper(watch):
            start, before = time.perf_counter(), clock.read()
            answer = visit(number)
            wall, after = (time.perf_counter() - start) * 1000, clock.read()
        if answer is not None and answer.status_code not in expected:
            raise SystemExit(f"The bench was answered {answer.status_code} by {answer.request.get('PATH_INFO')}.")
        if number >= 0:
            walls.append(wall)
            costs.append((after[0] - before[0], after[1] - before[1]))
            watches.append(watch)
        if time.monotonic() - began > seconds and walls:
            break
    return summary(walls, watches) | costs_of(costs)


def costs_of(costs: list[tuple[float, float]]) -> dict[str, float]:
    both = [here + there for here, there in costs]
    return {
        "cpu_p50_ms": percentile(both, 0.5),
        "cpu_p95_ms": percentile(both, 0.95),
        "cpu_of_postgresql_p50_ms": percentile([there for _here, there in costs], 0.5),
    }


def summary(walls: list[float], watches: list[Watch]) -> dict[str, Any]:
    statements = [one for watch in watches for one in watch.said]
    slowest = max(statements, key=lambda one: one[2], default=("", None, 0.0))
    of_each = sorted(max((one[2] for one in watch.said), default=0.0) for watch in watches)
    shaped = {_short(sql) for sql, _params, _ms in statements if OFFSET.search(sql) or COUNT_POSTS.search(sql)}
    return {
        "visits": len(walls),
        "queries": max(len(watch.said) for watch in watches),
        "p50_ms": percentile(walls, 0.5),
        "p95_ms": percentile(walls, 0.95),
        "slowest_query_ms": percentile(of_each, 0.5),
        "slowest_query_server_ms": server_ms(slowest[0], slowest[1]),
        "slowest_query": _short(slowest[0]),
        "offset_or_count": sorted(shaped),
    }


def server_ms(sql: str, params: Any) -> float | None:
    """How long PostgreSQL itself says that the slowest one takes. Statements that write are not run again."""
    if not LOOKS.match(sql) or " FOR UPDATE" in sql:
        return None
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        told = cursor.fetchone()[0][0]
    return round(float(told["Execution Time"]), 2)


def _short(sql: str) -> str:
    """Enough of a statement to know it by: its tables, without the long list of columns."""
    return " ".join(re.sub(r"^SELECT .*? FROM ", "SELECT … FROM ", sql, count=1, flags=re.S).split())[:400]
