"""The whole product, started and stopped as a newcomer would, beside whatever runs in this checkout already."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from portal.launch.demo import SIGN_INS
from portal.launch.port import answers
from portal.launch.processes import birth, wait_until
from tests.boot import OUR_OWN

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def settings():
    """An environment with a free port and folders of its own."""
    with tempfile.TemporaryDirectory(prefix="handrail-run-") as room, socket.create_server(("127.0.0.1", 0)) as free:
        Path(room).chmod(0o755)
        env = {name: value for name, value in os.environ.items() if not name.startswith(OUR_OWN)}
        port = str(free.getsockname()[1])
        free.close()
        yield {**env, "PORT": port, "HANDRAIL_VAR_DIR": f"{room}/var", "HANDRAIL_EMBEDDED_DIR": f"{room}/lasting"}


@pytest.fixture
def start(settings, tmp_path):
    """Starts a run and waits until it has said its last line; no run outlives the test."""
    started = []

    def begin(*words):
        log = tmp_path / f"run{len(started)}.log"
        command = [sys.executable, "-m", "portal.launch", "run", *words]
        with log.open("wb") as said:
            run = subprocess.Popen(command, env=settings, stdout=said, stderr=subprocess.STDOUT)
        started.append(run)
        is_up = wait_until(lambda: run.poll() is not None or "Ctrl-C stops it" in log.read_text(), seconds=120)
        assert is_up and run.poll() is None, log.read_text()
        return run, log

    yield begin
    for run in started:
        run.terminate()
        run.wait(20)


def processes(settings):
    record = Path(settings["HANDRAIL_VAR_DIR"]) / "run.json"
    return {name: each["pid"] for name, each in json.loads(record.read_text())["processes"].items()}


def data_of(settings):
    return Path((Path(settings["HANDRAIL_VAR_DIR"]) / "where").read_text().strip())


def gone(pids):
    return wait_until(lambda: not any(birth(pid) for pid in pids), seconds=10)


def test_a_run_says_its_address_and_sign_ins_and_stops_all_it_started(start, settings):
    run, log = start()
    pids = processes(settings)
    assert sorted(pids) == ["beat", "mailbox", "postgres", "prepare", "valkey", "web", "worker"]
    assert answers(int(settings["PORT"])) is True
    assert f"http://localhost:{settings['PORT']}" in log.read_text()
    assert [email for _, email, _ in SIGN_INS if email not in log.read_text()] == []
    run.send_signal(signal.SIGINT)
    assert run.wait(10) == 0
    assert gone(pids.values())
    assert answers(int(settings["PORT"])) is False


def test_a_second_run_keeps_the_database_and_the_keys_beside_it(start, settings):
    run, _ = start()
    data = data_of(settings)
    before = (data / "secrets.env").read_bytes()
    run.terminate()
    assert run.wait(10) == 0
    _, log = start()
    assert log.read_text().splitlines()[0] == "Bringing the database up to date …"
    assert (data / "secrets.env").read_bytes() == before
    assert stat.S_IMODE((data / "secrets.env").stat().st_mode) == 0o600


def test_a_second_start_beside_the_first_is_refused(start, settings):
    run, _ = start()
    second = subprocess.run(
        [sys.executable, "-m", "portal.launch", "run"], env=settings, capture_output=True, text=True
    )
    assert (second.returncode, second.stdout, second.stderr) == (
        1,
        "",
        f"Handrail: This checkout already runs (process {run.pid}): use that one, or stop it with Ctrl-C.\n",
    )


def test_a_web_server_that_is_killed_comes_back(start, settings):
    start()
    first = processes(settings)["web"]
    os.kill(first, signal.SIGKILL)
    assert wait_until(lambda: processes(settings)["web"] != first and answers(int(settings["PORT"])), seconds=30)


def test_after_a_killed_run_nothing_is_left_and_the_next_one_starts(start, settings):
    run, _ = start()
    pids = processes(settings)
    run.kill()
    run.wait()
    assert gone(pids.values())
    _, log = start()
    assert log.read_text().splitlines()[0] == (
        "The last run was killed; nothing of it was left running, and its stale files were cleared away."
    )


def test_a_port_in_use_is_said_before_anything_starts(settings):
    with socket.create_server(("127.0.0.1", int(settings["PORT"]))):
        refused = subprocess.run(
            [sys.executable, "-m", "portal.launch", "run"], env=settings, capture_output=True, text=True
        )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"Handrail: Port {settings['PORT']} is in use by another program")


def test_starting_over_makes_a_new_database_with_new_keys(start, settings):
    run, _ = start()
    data = data_of(settings)
    before = (data / "secrets.env").read_bytes()
    run.terminate()
    run.wait(10)
    _, log = start("--fresh")
    assert log.read_text().splitlines()[0] == f"Deleted {data}."
    assert (data / "secrets.env").read_bytes() != before
