"""The promise in every test run: nothing is lost, and nobody is told twice but where a sender died with it in hand."""

import json
import random
import signal
from pathlib import Path

import pytest

from bench.faults.n1 import SmokeRun


@pytest.mark.engine
def test_nothing_is_lost_while_senders_are_killed_and_the_broker_dies(own_url: str, tmp_path: Path):
    seed = random.SystemRandom().randrange(10**6)
    report = SmokeRun(own_url, tmp_path, due=2000, seed=seed, DELIVERY_BATCH="10")()

    (tmp_path / "n1.json").write_text(json.dumps(report, indent=2))
    print(json.dumps(report))
    assert report["due"] == 2000, report
    assert report["lost"] == 0, report
    assert report["strangers"] == 0, report
    assert report["announced_twice"] == 0, report
    assert report["copies_max"] <= 2, report
    assert report["duplicates"] <= report["kills_in_hand"] <= report["kills"] == report["bound"], report
    assert report["broker_kills"] == 1, report
    assert set(report["states"]) <= {"sent", "uncertain"}, report
    assert set(report["endings"]) <= {0, -signal.SIGTERM}, report  # the latter: one that had not finished starting
    assert report["holds"], report
