import pytest

from portal.launch import logs


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "web.log"
    logs.begin(path)
    return path


@pytest.fixture
def said():
    return []


@pytest.fixture
def watcher(log, said):
    return logs.Watcher("web", log, said.append)


def write(log, words):
    with log.open("a") as file:
        file.write(words)


def test_trouble_is_shown_once_and_ordinary_lines_are_not(log, watcher, said):
    write(log, 'started\n[ERROR] cannot bind\n{"level": "error", "event": "late"}\nhalf a line of ERR')
    watcher.look()
    watcher.look()
    write(log, "OR\n")
    watcher.look()
    assert said == ["web: [ERROR] cannot bind", 'web: {"level": "error", "event": "late"}', "web: half a line of ERROR"]


def test_a_flood_is_cut_short_and_points_to_the_file(log, watcher, said):
    write(log, "ERROR again\n" * 50)
    watcher.look()
    assert said == ["web: ERROR again"] * 3 + [f"web: there is more in {log}"]


def test_a_log_that_grows_too_long_starts_over_and_is_kept_once(log, watcher, said, monkeypatch):
    monkeypatch.setattr(logs, "LARGEST", 20)
    write(log, "a line that is longer than that\n")
    watcher.look()
    write(log, "ERROR\n")
    watcher.look()
    assert log.with_suffix(".old").read_text() == "a line that is longer than that\n"
    assert (log.read_text(), said) == ("ERROR\n", ["web: ERROR"])


def test_a_new_run_keeps_the_log_of_the_last_one(log):
    write(log, "last time\n")
    logs.begin(log)
    assert (log.read_text(), log.with_suffix(".old").read_text()) == ("", "last time\n")
