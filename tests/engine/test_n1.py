"""The promise in every test run: nothing is lost, and nobody is told twice but where a sender died with it in hand."""

import json
import signal
from pathlib import Path

import pytest

from tests.engine.n1 import EVENTS, PEOPLE, PLANNED, Run


@pytest.mark.engine
def test_nothing_is_lost_while_senders_are_killed_and_the_broker_dies(own_url: str, tmp_path: Path):
    report = Run(own_url, tmp_path)()

    (tmp_path / "n1.json").write_text(json.dumps(report, indent=2))
    print(json.dumps(report))
    assert report["due"] == PLANNED + EVENTS * PEOPLE == 2000, report
    assert report["lost"] == 0, report
    assert report["strangers"] == 0, report
    assert report["announced_twice"] == 0, report
    assert report["most_copies"] <= 2, report
    assert report["duplicates"] <= report["kills_in_hand"] <= report["kills"], report
    assert report["broker_killed"], report
    assert set(report["states"]) <= {"sent", "uncertain"}, report
    assert set(report["stops"]) <= {0, -signal.SIGTERM}, report  # the latter: one that had not finished starting
