"""A page that saves: for each line it reads, one event in a transaction of its own, and a hint to the broker.

Prints how many milliseconds saving took, whatever became of the broker.
"""

import sys
import time

import django

django.setup()

from django.db import transaction  # noqa: E402

from bench.faults.house.apps import KIND  # noqa: E402
from portal.notifications.operations.events import record_event, wake_on_commit  # noqa: E402


def save(subject: str) -> int:
    began = time.monotonic()
    with transaction.atomic():
        record_event(kind=KIND, subject=subject)
        wake_on_commit()
    return round((time.monotonic() - began) * 1000)


if __name__ == "__main__":
    for line in sys.stdin:
        print(save(line.strip()), flush=True)
