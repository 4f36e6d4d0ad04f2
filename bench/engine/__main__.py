"""Measure the delivery engine with servers of its own, against a floor and against one task for each message.

synchronous_commit and fsync are on. Prints one JSON object; what it does goes to stderr.
"""

import argparse
import json
import sys
import tempfile
import time
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.faults.__main__ import use
from bench.faults.servers import own_database_server

PARTS = ("null", "smtp", "minute", "planning", "tick", "memory")


def main(arguments: list[str]) -> int:
    words = argparse.ArgumentParser(prog="scripts/bench engine", description=__doc__)
    words.add_argument("--due", type=int, default=100_000, help="messages to drain")
    words.add_argument("--minute", type=int, default=50_000, help="messages due within one minute")
    words.add_argument("--people", type=int, default=100_000, help="people to plan for, with 12 activities each")
    words.add_argument("--activities", type=int, default=1_000_000, help="the larger number of activities of a tick")
    words.add_argument("--messages", type=int, default=100_000, help="messages for one sender's memory")
    words.add_argument("--senders", type=int, default=4)
    words.add_argument("--planners", type=int, default=2, help="planners side by side, after one alone")
    words.add_argument("--sample", type=float, default=30, help="seconds for what is not run to its end")
    words.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    given = words.parse_args(arguments)
    with ExitStack() as ends:
        _database, addresses = ends.enter_context(own_database_server())
        room = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="handrail-bench-")))
        use(addresses)
        print(json.dumps(measure(given, room), indent=2))
    return 0


def measure(given: argparse.Namespace, room: Path) -> dict[str, Any]:
    from django.db import connection

    from bench.engine import draining, planning

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('synchronous_commit'), current_setting('fsync')")
        commit, fsync = cursor.fetchone()
    found: dict[str, Any] = {"synchronous_commit": commit, "fsync": fsync}
    found["senders"] = {
        "count": given.senders,
        "kind": "processes, manage.py deliver --loop, one thread each; as many Celery processes for a task per message",
    }
    steps = {
        "null": lambda: draining.compared("null", given.due, given.senders, room, given.sample),
        "smtp": lambda: draining.compared("email", given.due, given.senders, room, given.sample),
        "minute": lambda: draining.minute(given.minute, given.senders, room),
        "memory": lambda: draining.memory(given.messages, room),
        "planning": lambda: planning.two_days(given.people, given.planners, given.sample),
        "tick": lambda: planning.tick(given.activities),
    }
    for name in given.only:
        say(f"{name} …")
        began = time.monotonic()
        try:
            found[name] = steps[name]()
        except (Exception, SystemExit) as error:  # the other parts are worth having
            traceback.print_exc()
            found[name] = {"failed": str(error)}
            connection.close()
        found[name]["took_seconds"] = round(time.monotonic() - began)
        say(json.dumps(found[name]))
    connection.close()
    return found


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
