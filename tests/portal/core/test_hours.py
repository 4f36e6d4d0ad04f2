"""When somebody is there, across days, weeks and the change of the clocks."""

from datetime import UTC, datetime, timedelta

import pytest

from portal.core.hours import parse_hours

EVENINGS = parse_hours("Mon-Fri 18:00-21:00\nSat 10:00-12:00", "Europe/London")


def at(day, hour, minute=0, month=1):
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)  # 5 January 2026 is a Monday


def test_somebody_is_there_from_the_first_minute_to_the_last():
    assert [EVENINGS.is_open(at(5, *when)) for when in [(17, 59), (18,), (20, 59), (21,)]] == [False, True, True, False]
    assert EVENINGS.closes(at(5, 19)) == at(5, 21)
    assert EVENINGS.closes(at(5, 22)) is None


def test_they_come_back_after_the_night_and_after_the_weekend():
    assert EVENINGS.opens(at(5, 22)) == at(6, 18)
    assert EVENINGS.opens(at(10, 13)) == at(12, 18)


def test_a_clock_runs_only_while_somebody_is_there():
    four = timedelta(hours=4)
    assert EVENINGS.after(at(5, 19), four) == at(6, 20)
    assert EVENINGS.after(at(9, 20), four) == at(12, 19)
    assert EVENINGS.after(at(9, 3), four) == at(10, 11)


def test_summer_time_moves_with_the_people():
    assert EVENINGS.opens(datetime(2026, 7, 6, 12, tzinfo=UTC)) == datetime(2026, 7, 6, 17, tzinfo=UTC)


def test_over_midnight_and_round_the_clock():
    night = parse_hours("Fri 22:00-02:00", "UTC")
    assert night.is_open(at(10, 1)) and not night.is_open(at(10, 2))
    always = parse_hours("Mon-Sun 00:00-24:00", "UTC")
    assert always.is_open(at(7, 3)) and always.after(at(7, 3), timedelta(hours=30)) == at(8, 9)


def test_no_hours_hold_no_clock_up():
    none = parse_hours("", "UTC")
    assert not none.is_open(at(5, 12)) and none.opens(at(5, 12)) is None
    assert none.after(at(5, 12), timedelta(hours=4)) == at(5, 16)


@pytest.mark.parametrize("line", ["Monday 18-21", "Mon 18:00", "Xyz 10:00-11:00", "Mon 25:00-26:00", "Mon 10:00-10:00"])
def test_a_line_that_is_not_understood_is_named(line):
    with pytest.raises(ValueError, match=line):
        parse_hours(f"Tue 10:00-11:00\n{line}", "UTC")
