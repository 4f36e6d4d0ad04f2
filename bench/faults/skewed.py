"""A process whose own clock is wrong by some hours; the database's stays right."""

import datetime

import time_machine


def set_clock_wrong(hours: float) -> None:
    """From now on, in this process. What it measures with its monotonic clock stays right, as on a machine whose
    clock is wrong."""
    wrong = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
    time_machine.travel(wrong, tick=True).start()
