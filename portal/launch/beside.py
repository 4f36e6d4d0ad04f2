"""A command beside what `scripts/run` has started in this checkout: the same database, broker and keys."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

from portal.launch import keys
from portal.launch.environment import Addresses, for_children, for_owner
from portal.launch.places import Places, places_of
from portal.launch.port import chosen_port
from portal.launch.postgres import APP, DATABASE, OWNER
from portal.launch.processes import birth
from portal.launch.refusal import Refusal

NOTHING_RUNS = Refusal("Nothing runs in this checkout: start scripts/run first, then try this in another terminal.")


def program_of(command: list[str], action: str) -> str:
    """Where the program of a command lies. Raises Refusal."""
    if not command:
        raise Refusal(f"Name a command to run: python -m portal.launch {action} -- COMMAND.")
    found = shutil.which(command[0])
    if found is None:
        raise Refusal(f"There is no program {command[0]}.")
    return found


def run_beside(command: list[str], *, owner: bool = False) -> int:
    """Run a command as the serving role, or as the database's owner, and return its exit code."""
    program = program_of(command, "beside")
    environment = environment_of(places_of(), owner=owner)
    process = subprocess.Popen([program, *command[1:]], env=environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the command, which says how it ends
    return process.wait()


def environment_of(places: Places, *, owner: bool) -> dict[str, str]:
    """What the running product was told, from its record and its keys. Servers that the person named are taken from the
    environment, as the run does. Raises Refusal when nothing runs."""
    sockets = running_sockets(places)
    given = os.environ
    named = given.get("DATABASE_URL")
    to = Addresses(
        port=chosen_port(given),
        database=named or f"postgres://{APP}@/{sockets}/{DATABASE}",
        database_owner=given.get("DATABASE_OWNER_URL") or named or f"postgres://{OWNER}@/{sockets}/{DATABASE}",
        broker=given.get("CELERY_BROKER_URL") or f"redis+socket://{sockets}/valkey.sock?virtual_host=0",
        cache=given.get("CACHE_URL") or f"unix://{sockets}/valkey.sock?db=1",
        mail=given.get("EMAIL_URL") or "consolemail://",
    )
    known = keys.read((places.var if named else places.data) / "secrets.env")
    children = for_children(given, known, places, to)
    return for_owner(children, to) if owner else children


def running_sockets(places: Places) -> Path:
    try:
        found = json.loads(places.record.read_text())
        web = found["processes"]["web"]
        if not web["birth"] or birth(int(web["pid"])) != web["birth"]:
            raise NOTHING_RUNS
        return Path(found["folders"][0])
    except (OSError, ValueError, KeyError, IndexError):
        raise NOTHING_RUNS from None
