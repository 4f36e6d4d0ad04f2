import os
import signal
import subprocess
import sys
import time

from portal.launch.processes import birth, command_line, stop, wait_until

SLEEP = "import time; time.sleep(60)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
WITH_CHILD = (
    "import subprocess, sys, time\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "print(child.pid, flush=True); time.sleep(60)"
)


def said(running):
    wait_until(lambda: running.program.log.read_text().strip() != "", seconds=10)
    return running.program.log.read_text().strip()


def test_stopping_ends_a_program_and_what_it_started(started):
    running = started(WITH_CHILD)
    grandchild = int(said(running))
    stop([running], seconds=5)
    assert wait_until(lambda: birth(grandchild) is None, seconds=5)


def test_a_program_that_does_not_listen_is_killed_in_time(started):
    running = started(DEAF)
    assert said(running) == "deaf"
    began = time.monotonic()
    stop([running], seconds=0.5)
    assert running.process.returncode == -signal.SIGKILL
    assert time.monotonic() - began < 3


def test_stopping_does_not_touch_a_program_of_somebody_else(started):
    mine, other = started(SLEEP), started(SLEEP, name="other")
    stop([mine], seconds=5)
    assert other.has_ended() is False


def test_each_program_is_the_head_of_its_own_group(started):
    running = started(SLEEP)
    assert os.getpgid(running.pid) == running.pid


def test_looking_whether_it_ended_keeps_its_number_until_it_is_reaped(started):
    running = started("raise SystemExit(3)")
    assert wait_until(running.has_ended, seconds=10)
    os.killpg(running.pid, 0)  # still there to be addressed
    assert running.end() == 3


def test_when_we_are_killed_what_we_started_does_not_live_on(tmp_path):
    start = (
        "import os, sys, time; from pathlib import Path\n"
        "from portal.launch.account import server_account; from portal.launch.processes import Program\n"
        "program = Program(name='stub', command=['sleep', '60'], log=Path(sys.argv[1]), cwd=Path('/'),"
        " env=dict(os.environ), account=server_account())\n"
        "print(program.start().pid, flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", start, str(tmp_path / "log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        assert birth(child) is not None
        parent.send_signal(signal.SIGKILL)
    assert wait_until(lambda: birth(child) is None, seconds=5)


def test_birth_tells_a_living_process_from_a_gone_one(started):
    running = started(SLEEP)
    first = birth(running.pid)
    assert first == birth(running.pid) is not None
    running.ask_to_stop()
    assert wait_until(running.has_ended, seconds=5)
    assert birth(running.pid) is None  # a zombie does not live
    assert "import time" not in command_line(running.pid)
