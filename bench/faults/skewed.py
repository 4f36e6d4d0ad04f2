"""A process whose own clock is wrong by some hours; the database's stays right."""

import datetime

import time_machine
from django.core.management import execute_from_command_line


def run_skewed(hours: float, words: list[str]) -> None:
    wrong = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
    time_machine.travel(wrong, tick=True).start()
    execute_from_command_line(["manage.py", *words])
