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

from bench.faults.mutants import CAUGHT_BY
from bench.faults.n8 import play_mutants
from bench.faults.servers import Database, own_database_server
from portal.launch.environment import without_database_habits

ROOT = Path(__file__).resolve().parents[2]
RUNS = {
    "N1": ("bench.faults.n1", "SmokeRun", 2_000),
    "N2": ("bench.faults.n2", "ReleaseRun", 100_000),
    "N3": ("bench.faults.n3", "ZombieRun", 20_000),
    "N4": ("bench.faults.n4", "MailServerRun", 20_000),
    "N5": ("bench.faults.n5", "EditRun", 10_000),
    "N6": ("bench.faults.n6", "NightRun", 5_000),
}
MUTANTS_DUE = 1_000
OUR_OWN = ("HANDRAIL_", "DATABASE_", "CELERY_", "EMAIL_", "CACHE_", "ALLOWED_HOSTS", "DELIVERY_")


def main(arguments: list[str]) -> int:
    words = argparse.ArgumentParser(prog="scripts/faults", description=__doc__)
    words.add_argument("run", choices=[*RUNS, "N8"])
    words.add_argument("--due", type=number, help="how many messages; the run's own number when left out")
    words.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    words.add_argument("--mutant", choices=list(CAUGHT_BY), help="break the engine on purpose, as N8 does")
    given = words.parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    report = play_mutants(given.due or MUTANTS_DUE, given.seed) if given.run == "N8" else play(given)
    print(json.dumps(report))
    return 0 if report["holds"] else 1


def number(text: str) -> int:
    found = int(text)
    if found < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return found


def play(given: argparse.Namespace) -> dict[str, Any]:
    with ExitStack() as ends:
        database, addresses = ends.enter_context(own_database_server())
        room = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="handrail-run-")))
        use(addresses | ({"HANDRAIL_MUTANT": given.mutant} if given.mutant else {}))
        return report_of(given, room, database)


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


def report_of(given: argparse.Namespace, room: Path, database: Database) -> dict[str, Any]:
    from django.db import connection

    from bench.faults.mutants import prepare_database
    from bench.faults.run import Hang

    prepare_database(given.mutant)
    module, kind, due = RUNS[given.run]
    run = getattr(importlib.import_module(module), kind)(
        os.environ["DATABASE_URL"], room, due=given.due or due, seed=given.seed, database=database
    )
    try:
        return run()
    except Hang as hang:
        return run.hung(hang)
    finally:
        connection.close()


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
