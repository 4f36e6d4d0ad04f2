import json
import os

from portal.launch.processes import birth
from portal.launch.record import Record, clear_leftovers

SLEEP = "import time; time.sleep(60)"


def test_after_a_clean_end_there_is_nothing_to_say(tmp_path):
    assert clear_leftovers(tmp_path / "run.json") is None


def test_what_a_killed_run_left_running_is_stopped_and_named(tmp_path, started):
    running = started(SLEEP, name="web")
    Record(tmp_path / "run.json").add(running)
    assert clear_leftovers(tmp_path / "run.json") == (
        "The last run was killed; what it had left running was stopped: web."
    )
    assert running.has_ended() is True
    assert (tmp_path / "run.json").exists() is False


def test_a_stranger_with_a_recorded_number_is_left_alone(tmp_path, started):
    stranger = started(SLEEP)
    record = Record(tmp_path / "run.json")
    record.add(stranger)
    written = json.loads((tmp_path / "run.json").read_text())
    written["processes"]["stub"]["birth"] = "1"
    (tmp_path / "run.json").write_text(json.dumps(written))
    assert clear_leftovers(tmp_path / "run.json") == (
        "The last run was killed; nothing of it was left running, and its stale files were cleared away."
    )
    assert stranger.has_ended() is False


def test_stale_socket_folders_are_removed_and_other_folders_are_not(tmp_path):
    ours, other = tmp_path / "handrail-abc", tmp_path / "photos"
    ours.mkdir()
    other.mkdir()
    record = Record(tmp_path / "run.json")
    record.add_folder(ours)
    record.add_folder(other)
    clear_leftovers(tmp_path / "run.json")
    assert (ours.exists(), other.exists()) == (False, True)


def test_a_record_cut_short_by_a_power_cut_stops_nobody(tmp_path):
    (tmp_path / "run.json").write_text(f'{{"processes": {{"web": {{"pid": {os.getpid()}')
    assert clear_leftovers(tmp_path / "run.json") is None
    assert birth(os.getpid()) is not None
