import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from portal.launch.processes import birth, wait_until
from portal.launch.throwaway import PREFIX, throwaway_servers
from tests.boot import MARK

WITH_SERVERS = [sys.executable, "-m", "portal.launch", "with-servers", "--"]
SHOW = (
    "import json, os; print(json.dumps({name: os.environ[name] for name in"
    " ('DATABASE_URL', 'CELERY_BROKER_URL', 'CACHE_URL', 'SECRET_KEY')}), flush=True)"
)


def rooms():
    return set(Path(tempfile.gettempdir()).glob(f"{PREFIX}*"))


def socket_folder(url):
    return Path(url.split("@/")[1]).parent


@pytest.fixture
def own_temporary_folder(monkeypatch):
    """One that no other run of the tests uses, and that the database's own user may pass through."""
    folder = Path(tempfile.mkdtemp(prefix="handrail-t-"))
    folder.chmod(0o711)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_a_command_beside_servers_of_its_own_gets_their_addresses_and_leaves_nothing(own_temporary_folder):
    shown = subprocess.run([*WITH_SERVERS, sys.executable, "-c", SHOW], capture_output=True, text=True, check=True)
    env = json.loads(shown.stdout)
    folder = socket_folder(env["DATABASE_URL"])
    assert env["DATABASE_URL"] == f"postgres://handrail_owner@/{folder}/handrail"
    assert env["CELERY_BROKER_URL"] == f"redis+socket://{folder}/valkey.sock?virtual_host=0"
    assert env["CACHE_URL"] == f"unix://{folder}/valkey.sock?db=1"
    assert folder.exists() is False
    assert rooms() == set()


def test_a_database_that_is_kept_is_there_with_its_keys_the_next_time(own_temporary_folder):
    def connect(env):
        folder = str(socket_folder(env["DATABASE_URL"]))
        return psycopg.connect(host=folder, user="handrail_owner", dbname="handrail")

    kept = own_temporary_folder / "kept"
    with throwaway_servers(kept) as first, connect(first) as connection:
        connection.execute("CREATE TABLE left_here AS SELECT 7 AS number")

    with throwaway_servers(kept) as again, connect(again) as connection:
        assert connection.execute("SELECT number FROM left_here").fetchone() == (7,)

    assert again["HANDRAIL_FIELD_KEYS"] == first["HANDRAIL_FIELD_KEYS"]
    assert rooms() == set()


def test_the_exit_code_of_the_command_is_passed_on():
    assert subprocess.run([*WITH_SERVERS, sys.executable, "-c", "raise SystemExit(7)"]).returncode == 7


def test_without_a_command_it_says_how_it_is_used():
    done = subprocess.run(WITH_SERVERS, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        1,
        "Handrail: Name a command to run: python -m portal.launch with-servers -- COMMAND.\n",
    )


def test_a_program_that_is_not_there_is_named():
    done = subprocess.run([*WITH_SERVERS, "nosuchcmd"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "Handrail: There is no program nosuchcmd.\n")


def test_being_told_to_stop_ends_the_command_and_the_servers():
    command = [*WITH_SERVERS, sys.executable, "-c", f"{SHOW}; import time; time.sleep(60)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        folder = socket_folder(json.loads(running.stdout.readline())["DATABASE_URL"])
        running.terminate()
        assert running.wait(15) == 130
    assert folder.exists() is False


def test_when_it_is_killed_the_servers_end_too_and_the_next_one_sweeps_up():
    command = [*WITH_SERVERS, sys.executable, "-c", f"{SHOW}; import time; time.sleep(5)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        folder = socket_folder(json.loads(running.stdout.readline())["DATABASE_URL"])
        room = next(each for each in rooms() if (each / "owner").read_text().startswith(f"{running.pid} "))
        server = int((room / "data" / "pg" / "postmaster.pid").read_text().splitlines()[0])
        running.send_signal(signal.SIGKILL)
    assert wait_until(lambda: birth(server) is None, seconds=10)
    time.sleep(0.2)
    with throwaway_servers():
        assert (room.exists(), folder.exists()) == (False, False)


def test_two_sets_of_servers_do_not_meet():
    with throwaway_servers() as one, throwaway_servers() as two:
        assert one["DATABASE_URL"] != two["DATABASE_URL"]
        for env in (one, two):
            with psycopg.connect(host=str(socket_folder(env["DATABASE_URL"])), user="handrail_app", dbname="handrail"):
                pass


def test_this_very_run_is_served_by_throw_away_servers():
    assert os.environ["HANDRAIL_TESTING"] == "1"
    assert os.environ["DATABASE_URL"].startswith("postgres://handrail_owner@//")
    assert int(os.environ[MARK]) in (os.getpid(), os.getppid())
