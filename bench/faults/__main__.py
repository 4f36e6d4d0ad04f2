"""Play one fault run with servers of its own and print what the judge found as one JSON object.

The exit code is 0 when the run's condition holds, 1 when it does not, 2 when it was asked for wrongly.
"""

import argparse
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

from bench.faults.servers import Database, own_database_server
from portal.launch.environment import without_database_habits

ROOT = Path(__file__).resolve().parents[2]
RUNS = {
    "N1": ("bench.faults.n1", "SmokeRun", 2_000),
}
OUR_OWN = ("HANDRAIL_", "DATABASE_", "CELERY_", "EMAIL_", "CACHE_", "ALLOWED_HOSTS", "DELIVERY_")


def main(arguments: list[str]) -> int:
    words = argparse.ArgumentParser(prog="scripts/faults", description=__doc__)
    words.add_argument("run", choices=sorted(RUNS))
    words.add_argument("--due", type=int, default=0, help="how many messages; the run's own number when left out")
    words.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = words.parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    with ExitStack() as ends:
        database, addresses = ends.enter_context(own_database_server())
        room = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="handrail-run-")))
        use(addresses)
        report = play(given.run, given.due or RUNS[given.run][2], given.seed, room, database)
    print(json.dumps(report))
    return 0 if report["holds"] else 1


def use(addresses: dict[str, str]) -> None:
    """Point this process, and all that it starts, at the run's own servers; nothing of the person's is used."""
    plain = {name: value for name, value in without_database_habits(os.environ).items() if not name.startswith(OUR_OWN)}
    os.environ.clear()
    os.environ.update(plain)
    os.environ.update(addresses)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "bench.faults.settings",
        "HANDRAIL_DEMO": "1",
        "HANDRAIL_BASE_URL": "http://localhost:8000",
        "ALLOWED_HOSTS": "localhost",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, check=True, stdout=sys.stderr)
    import django

    django.setup()


def play(name: str, due: int, seed: int, room: Path, database: Database) -> dict[str, Any]:
    from django.db import connection

    module, kind, _ = RUNS[name]
    run = getattr(importlib.import_module(module), kind)
    try:
        return run(os.environ["DATABASE_URL"], room, due=due, seed=seed, database=database)()
    finally:
        connection.close()


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
