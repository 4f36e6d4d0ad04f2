import os
import signal
import subprocess
import sys

import pytest

from portal.launch.lock import Lock
from portal.launch.refusal import Refusal


def test_a_second_start_in_one_checkout_is_refused_with_the_first_ones_number(tmp_path):
    path = tmp_path / "lock"
    with Lock(path), pytest.raises(Refusal) as no, Lock(path):
        pass
    assert str(no.value) == (
        f"This checkout already runs (process {os.getpid()}): use that one, or stop it with Ctrl-C."
    )


def test_the_lock_is_free_again_after_a_clean_end(tmp_path):
    with Lock(tmp_path / "lock"):
        pass
    with Lock(tmp_path / "lock"):
        pass


def test_the_lock_of_a_killed_run_is_not_stale(tmp_path):
    hold = (
        "import sys, time; from pathlib import Path; from portal.launch.lock import Lock\n"
        "with Lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path / "lock")], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Refusal), Lock(tmp_path / "lock"):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with Lock(tmp_path / "lock"):
        pass
