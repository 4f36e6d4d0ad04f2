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
    """The lasting ones; the step that prepares the database has ended by itself."""
    record = Path(settings["HANDRAIL_VAR_DIR"]) / "run.json"
    found = json.loads(record.read_text())["processes"]
    return {name: each["pid"] for name, each in found.items() if name != "prepare"}


def data_of(settings):
    return Path((Path(settings["HANDRAIL_VAR_DIR"]) / "where").read_text().strip())


def gone(pids):
    return wait_until(lambda: not any(birth(pid) for pid in pids), seconds=10)


def refused(settings):
    return subprocess.run([sys.executable, "-m", "portal.launch", "run"], env=settings, capture_output=True, text=True)


def test_a_run_answers_mends_itself_refuses_a_second_and_stops_all_it_started(start, settings):
    run, log = start()
    port, first = int(settings["PORT"]), processes(settings)
    assert sorted(first) == ["beat", "mailbox", "postgres", "valkey", "web", "worker"]
    assert answers(port) is True
    assert f"http://localhost:{port}" in log.read_text()
    assert [email for _, email, _ in SIGN_INS if email not in log.read_text()] == []

    second = refused(settings)
    assert (second.returncode, second.stdout, second.stderr) == (
        1,
        "",
        f"Handrail: This checkout already runs (process {run.pid}): use that one, or stop it with Ctrl-C.\n",
    )

    os.kill(first["web"], signal.SIGKILL)
    assert wait_until(lambda: processes(settings)["web"] != first["web"] and answers(port), seconds=60)

    last = processes(settings)
    run.send_signal(signal.SIGINT)
    assert run.wait(15) == 0
    assert gone([*first.values(), *last.values()])
    assert answers(port) is False


def test_data_and_keys_stay_together_through_a_killed_run_until_starting_over(start, settings):
    run, log = start()
    keys, pids = data_of(settings) / "secrets.env", processes(settings)
    before = keys.read_bytes()
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600
    run.kill()
    run.wait()
    assert gone(pids.values())

    run, log = start()
    assert log.read_text().splitlines()[:2] == [
        "The last run was killed; nothing of it was left running, and its stale files were cleared away.",
        "Bringing the database up to date …",
    ]
    assert keys.read_bytes() == before
    run.terminate()
    assert run.wait(15) == 0

    run, log = start("--fresh")
    assert log.read_text().splitlines()[0] == f"Deleted {keys.parent}."
    assert keys.read_bytes() != before


def test_a_port_in_use_is_said_before_anything_starts(settings):
    with socket.create_server(("127.0.0.1", int(settings["PORT"]))):
        no = refused(settings)
    assert (no.returncode, no.stdout, no.stderr) == (
        1,
        "",
        f"Handrail: Port {settings['PORT']} is in use by another program: "
        f"PORT={int(settings['PORT']) + 1} scripts/run takes another.\n",
    )
