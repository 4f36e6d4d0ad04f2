import signal
import time

import pytest

from portal.launch import keeper as keeping
from portal.launch.keeper import Keeper
from portal.launch.processes import wait_until
from portal.launch.record import Record
from portal.launch.refusal import Refusal

SLEEP = "import time; time.sleep(60)"


@pytest.fixture
def keeper(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "PAUSES", [0.05, 0.05, 0.05])
    made = Keeper(Record(tmp_path / "run.json"), stopping=lambda: False, in_haste=lambda: False)
    yield made
    made.stop([{kept.name for kept in made.kept}])


def test_a_program_that_was_killed_is_started_again(keeper, program, capsys):
    keeper.keep_program(program(SLEEP, name="web"), stop_seconds=1)
    first = keeper.kept[0].running
    first.process.kill()

    def again():
        keeper.look_after()
        return keeper.kept[0].running not in (None, first)

    assert wait_until(again, seconds=5)
    assert keeper.kept[0].running.has_ended() is False
    assert capsys.readouterr().out.startswith(
        f"web ended by itself (signal {signal.SIGKILL.value}); it is started again"
    )


def test_a_program_that_keeps_ending_stops_everything_with_its_last_words(keeper, program):
    broken = program("print('no such setting', flush=True); raise SystemExit(3)", name="worker")
    keeper.keep_program(broken, stop_seconds=1)
    with pytest.raises(Refusal) as no:
        while True:
            keeper.look_after()
            time.sleep(0.02)
    assert str(no.value) == (
        f"worker ended 4 times in a row (exit code 3), so everything was stopped (all of it in {broken.log}): "
        "no such setting"
    )


def test_a_step_that_ends_gives_its_exit_code(keeper, program):
    assert keeper.run_to_end(program("raise SystemExit(4)", name="prepare")) == 4


def test_a_step_is_stopped_when_we_are_told_to_stop(tmp_path, program):
    hurried = Keeper(Record(tmp_path / "run.json"), stopping=lambda: True, in_haste=lambda: False)
    began = time.monotonic()
    assert hurried.run_to_end(program(SLEEP, name="prepare")) == 0
    assert time.monotonic() - began < 3


def test_somebody_in_haste_does_not_wait(tmp_path, program):
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    )
    hurried = Keeper(Record(tmp_path / "run.json"), stopping=lambda: True, in_haste=lambda: True)
    stub = program(deaf, name="web")
    hurried.keep_program(stub, stop_seconds=30)
    wait_until(lambda: "deaf" in stub.log.read_text(), seconds=10)
    began = time.monotonic()
    hurried.stop([{"web"}])
    assert time.monotonic() - began < 2
