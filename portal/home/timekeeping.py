"""The timetable in one process, for a site without a broker. Delivering messages has `manage.py deliver`."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from celery import Celery
from celery.schedules import crontab, maybe_schedule

from portal.timetable import TIMETABLE

log = logging.getLogger(__name__)

ENGINE = "portal.notifications.tasks."


@dataclass
class Turn:
    """A task and when it last had its turn. One with a fixed hour waits for it, all others begin at once."""

    task: str
    schedule: Any
    last: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        if self.last is None:
            self.last = now
            return not isinstance(self.schedule, crontab)
        return bool(self.schedule.is_due(self.last).is_due)


def turns(app: Celery) -> list[Turn]:
    """Every line of the timetable that is not the engine's."""
    rows = [row for row in TIMETABLE.values() if not row["task"].startswith(ENGINE)]
    return [Turn(row["task"], maybe_schedule(row["schedule"], app=app)) for row in rows]


def take_turns(app: Celery, all_turns: list[Turn], *, every: bool = False) -> int:
    """Run what is due, or every task, one after the other. Returns how many ran well; what fails is logged."""
    ran = 0
    for turn in all_turns:
        now = app.now()
        if not turn.is_due(now) and not every:
            continue
        turn.last = now
        try:
            app.tasks[turn.task].run()
            ran += 1
        except Exception:
            log.exception("task failed", extra={"task": turn.task})
    return ran
