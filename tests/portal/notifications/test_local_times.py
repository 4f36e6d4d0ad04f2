"""Summaries and quiet hours: over every zone, 2024 to 2030."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.core.local_time import instant, zone_of
from portal.notifications.local_times import next_at, quiet_until

ZONES = sorted(name for name in available_timezones() if not name.startswith(("posix/", "right/")) and "/" in name)
zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))
hours = st.integers(0, 23).map(time)
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@settings(max_examples=600, deadline=None)
@given(zones, moments, hours)
@example(ZoneInfo("Australia/Lord_Howe"), at("2026-10-03T14:00"), time(2))
@example(ZoneInfo("Africa/Cairo"), at("2026-04-23T12:00"), time(0))
@example(ZoneInfo("Pacific/Apia"), at("2011-12-29T12:00"), time(9))
@example(ZoneInfo("America/Nuuk"), at("2024-03-30T20:00"), time(23))
def test_the_next_summary_is_later_within_a_day_and_each_date_has_one(zone, moment, hour):
    found, after = [], moment
    for _ in range(5):
        day, due = next_at(after, hour, zone)
        assert after < due <= after + timedelta(hours=26) or zone.key == "Pacific/Apia"
        assert due.astimezone(zone).date() == day or due - timedelta(hours=2) < instant(day, time(23, 59), zone)
        assert due == instant(day, hour, zone)
        found.append(day)
        after = due
    dates = [found[0] + timedelta(days=n) for n in range(6)]
    assert len(set(found)) == 5 and found == sorted(found)
    assert found == [one for one in dates if one != date(2011, 12, 30) or zone.key != "Pacific/Apia"][:5]


def test_an_hour_that_a_spring_leaves_out_comes_an_hour_later_and_a_doubled_one_comes_once():
    london = ZoneInfo("Europe/London")
    assert next_at(at("2026-03-28T12:00"), time(1), london) == (date(2026, 3, 29), at("2026-03-29T01:00"))
    first = next_at(at("2026-10-24T12:00"), time(1), london)
    assert first == (date(2026, 10, 25), at("2026-10-25T00:00"))
    assert next_at(first[1], time(1), london)[0] == date(2026, 10, 26)


@settings(max_examples=600, deadline=None)
@given(zones, moments, clocks, clocks)
@example(ZoneInfo("Europe/London"), at("2026-03-29T00:30"), time(22), time(1, 30))
@example(ZoneInfo("Europe/London"), at("2026-10-25T01:30"), time(1, 15), time(1, 45))
def test_quiet_hours_end_at_their_local_end_and_nothing_is_quiet_after(zone, moment, starts, ends):
    if starts == ends:
        return
    until = quiet_until(moment, starts, ends, zone)
    if until is not None:
        assert moment < until <= moment + timedelta(hours=27)
        assert until == instant(until.astimezone(zone).date(), ends, zone)
    local = moment.astimezone(zone)
    ordinary = {(local + timedelta(hours=n)).utcoffset() for n in (-30, 0, 30)} == {local.utcoffset()}
    if ordinary:
        clock = local.time().replace(tzinfo=None)
        inside = starts <= clock < ends if starts < ends else (clock >= starts or clock < ends)
        assert (until is not None) == inside


def test_quiet_hours_that_a_spring_swallows_are_none_and_not_a_whole_day():
    berlin = ZoneInfo("Europe/Berlin")  # 02:00 is 03:00: half past two comes an hour later, after three
    assert quiet_until(at("2026-03-29T01:45"), time(2, 30), time(3), berlin) is None
    assert quiet_until(at("2026-03-29T12:00"), time(2, 30), time(3), berlin) is None
    assert quiet_until(at("2026-03-30T00:45"), time(2, 30), time(3), berlin) == at("2026-03-30T01:00")


def test_a_night_over_the_date_line_is_one_night():
    apia = ZoneInfo("Pacific/Apia")  # from the 29th of December 2011 straight to the 31st
    assert quiet_until(at("2011-12-30T13:00"), time(22), time(7), apia) == at("2011-12-30T17:00")


@pytest.mark.parametrize(
    ("now", "until"),
    [("21:59", None), ("22:00", "2026-06-02T07:00"), ("23:30", "2026-06-02T07:00"), ("07:00", None)],
)
def test_a_night_of_quiet_hours(now, until):
    found = quiet_until(at(f"2026-06-01T{now}"), time(22), time(7), ZoneInfo("UTC"))
    assert found == (at(until) if until else None)


def test_a_zone_that_is_not_known_any_more_is_utc():
    assert zone_of("Mars/Olympus").key == "UTC"
