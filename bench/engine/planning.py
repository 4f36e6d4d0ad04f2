"""What looking ahead costs: two days for everybody at once, and one tick while ever more plans exist."""

import os
import statistics
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

from django.db import connection

from bench.engine.cpu import Cpu
from bench.engine.filling import empty, fill
from bench.faults.crowd import ROOT, end
from portal.notifications.engine.claim import claim
from portal.notifications.engine.plan import RULES_PER_CHUNK
from portal.notifications.engine.tick import plan_turn, reap_turn
from selfcare.operations.planning import plan_chunk

EACH, DUE_IN_A_TICK, WARM, TICKS = 12, 200, 4, 15


def two_days(people: int, planners: int, sample: float) -> dict[str, Any]:
    """One planner, chunk by chunk, for `sample` seconds; then as many as asked for, side by side, until nobody's next
    slot lies within 48 h. Begins with plans that were never looked at."""
    fill(people * EACH, owners=people)
    spent, began = Cpu(), time.monotonic()
    alone = plan_until(began + sample)
    seconds = time.monotonic() - began
    found: dict[str, Any] = {
        "people": people,
        "activities": people * EACH,
        "one_planner": {
            "activities": alone,
            "seconds": round(seconds, 1),
            "activities_per_second": round(alone / seconds, 1),
            **spent.each(alone),
        },
    }
    found["several_planners"] = _rest(planners, patience=60 + people * EACH / 500)
    found["reminders"] = _number("SELECT count(*) FROM notifications_delivery")
    found["not_planned"] = _number(
        "SELECT count(*) FROM selfcare_activity WHERE planned_through < handrail_now() + interval '47 hours'"
    )
    empty()
    return found


def _rest(planners: int, patience: float) -> dict[str, Any]:
    """What one planner left, by several processes."""
    running = [_planner(patience) for _ in range(planners)]
    try:
        for one in running:
            one.stdout.readline()  # it is ready
        began = time.monotonic()
        for one in running:
            one.stdin.write("\n")
            one.stdin.flush()
        advanced = [int(one.stdout.readline()) for one in running]
        seconds = time.monotonic() - began
    finally:
        for one in running:
            end(one)
    return {
        "planners": planners,
        "activities": sum(advanced),
        "seconds": round(seconds, 1),
        "activities_per_second": round(sum(advanced) / seconds, 1),
    }


def _number(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return int(cursor.fetchone()[0])


def plan_until(moment: float) -> int:
    """What the ticker does, without its pauses."""
    advanced = 0
    while time.monotonic() < moment and (chunk := plan_chunk(RULES_PER_CHUNK)):
        advanced += chunk
    return advanced


def _planner(seconds: float) -> Any:
    return subprocess.Popen(
        [sys.executable, "-m", "bench.engine.planner", str(seconds)], cwd=ROOT, env=dict(os.environ),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def tick(most: int) -> dict[str, Any]:
    """The same number comes due each time; only how many plans, slots and waiting reminders exist differs."""
    found: dict[str, Any] = {"due_in_each_tick": DUE_IN_A_TICK}
    sizes = [size for size in (most // 100, most // 10, most) if size >= DUE_IN_A_TICK * (WARM + TICKS + 1)]
    for count in sizes:
        fill(count, owners=1000, ahead=timedelta(days=30), reminders=True)
        found[f"at_{count}"] = ticks()
    if len(sizes) > 1:
        first, last = (found[f"at_{size}"] for size in (sizes[0], sizes[-1]))
        found["times_as_long"] = {part: round(last[part] / first[part], 2) for part in first}
    empty()
    return found


def ticks() -> dict[str, float]:
    """The middle of some ticks, in milliseconds: by the clock, and of processor time here and in the database."""
    seen: dict[str, list[float]] = {}
    for number in range(WARM + TICKS):
        _come_due()
        for part, work in (("plan", plan_turn), ("reap", reap_turn), ("claim", _claim)):
            spent, began = Cpu(), time.monotonic()
            work()
            if number >= WARM:
                seen.setdefault(f"{part}_ms", []).append((time.monotonic() - began) * 1000)
                seen.setdefault(f"{part}_cpu_ms", []).append(spent.here() * 1000 + spent.database() * 1000)
    return {part: round(statistics.median(times), 2) for part, times in seen.items()}


def _come_due() -> None:
    """Bring some activities to their time, and as many reminders."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE selfcare_activity SET planned_through = handrail_now() + interval '24 hours' WHERE id IN"
            " (SELECT id FROM selfcare_activity WHERE planned_through > handrail_now() + interval '72 hours' LIMIT %s)",
            [DUE_IN_A_TICK],
        )
        cursor.execute(
            "UPDATE notifications_delivery SET next_try_at = handrail_now() WHERE id IN"
            " (SELECT id FROM notifications_delivery WHERE state = 'pending' AND attempts = 0 ORDER BY id LIMIT %s)",
            [DUE_IN_A_TICK],
        )


def _claim() -> None:
    """What a sender takes in hand, batch by batch, settled without being sent."""
    settle = """UPDATE notifications_delivery
        SET state = 'sent', sent_at = handrail_now(), token = NULL, lease_until = NULL WHERE id = ANY(%s)"""
    while batch := claim(limit=50):
        with connection.cursor() as cursor:
            cursor.execute(settle, [[one.pk for one in batch]])
