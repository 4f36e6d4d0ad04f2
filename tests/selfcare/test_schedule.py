"""When things are due: over every zone, 2024 to 2030."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selfcare.due.days import ALL_DAYS, DAY, Cycle, Days
from selfcare.due.schedule import (
    AfterDone,
    Elapsed,
    WallTimes,
    Windowed,
    day_exists,
    day_span,
    first_slot,
    instant,
    midnight_after,
    next_in,
    next_slots,
    slots,
    spread,
)

ZONES = sorted(name for name in available_timezones() if not name.startswith(("posix/", "right/")) and "/" in name)
zones = st.sampled_from(ZONES).map(ZoneInfo)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
LONDON = ZoneInfo("Europe/London")


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def daily(*times: time, starts: date = date(2000, 1, 1), ends: date | None = None, on=ALL_DAYS) -> WallTimes:
    return WallTimes(Days(starts, ends, frozenset(on)), times)


def spaced(every: int, window: tuple[time, time] | None = None, anchor: str = "2024-01-01T00:00"):
    days = Days(date(2000, 1, 1))
    return Windowed(days, every, window) if window else Elapsed(days, every, (at(anchor),))


@settings(max_examples=400, deadline=None)
@given(zones, days, st.sets(clocks, min_size=1, max_size=4))
@example(ZoneInfo("Australia/Lord_Howe"), date(2026, 10, 3), {time(2, 15)})
@example(ZoneInfo("Asia/Kathmandu"), date(2026, 3, 28), {time(8)})
@example(ZoneInfo("Europe/London"), date(2026, 10, 24), {time(1, 30)})
@example(ZoneInfo("Africa/Cairo"), date(2026, 4, 23), {time(0)})
def test_each_local_date_and_time_comes_exactly_once(zone, day, times):
    rule = daily(*sorted(times))
    start = instant(day, time(0), zone) - 2 * DAY
    found = slots(rule, zone, start, start + 7 * DAY)

    keys = [slot.key for slot in found if day <= slot.day <= day + 2 * DAY]
    wanted = [
        f"{day + n * DAY}T{one:%H:%M}" for n in range(3) for one in sorted(times) if day_exists(day + n * DAY, zone)
    ]
    assert sorted(keys) == wanted


@settings(max_examples=300, deadline=None)
@given(zones, days, clocks)
def test_a_time_that_exists_is_kept_on_the_clock(zone, day, one):
    due = instant(day, one, zone)
    local = due.astimezone(zone).replace(tzinfo=None)
    naive = datetime.combine(day, one)
    before = (due - timedelta(hours=3)).astimezone(zone).utcoffset()

    assert local == naive or local - naive == due.astimezone(zone).utcoffset() - before


@settings(max_examples=300, deadline=None)
@given(zones, days, clocks, st.sets(st.integers(0, 6), min_size=1), st.integers(0, 47))
def test_the_first_slot_is_the_first_of_all_slots(zone, day, one, weekdays, hour):
    rule, start = daily(one, on=weekdays), instant(day, time(0), zone) + timedelta(hours=hour)

    assert first_slot(rule, zone, start) == next(iter(slots(rule, zone, start, start + 16 * DAY)), None)


@settings(max_examples=300, deadline=None)
@given(zones, days, clocks, st.integers(1, 71))
def test_planning_in_pieces_makes_what_planning_at_once_makes(zone, day, one, hours):
    rule, start = daily(one, time(1, 30)), instant(day, time(0), zone)
    end, middle = start + 3 * DAY, start + timedelta(hours=hours)
    pieces = slots(rule, zone, start, middle) + slots(rule, zone, middle, end)

    assert pieces == slots(rule, zone, start, end)


@settings(max_examples=200, deadline=None)
@given(zones, days, st.integers(15, 600))
def test_kept_spacing_counts_real_time_whatever_the_clocks_do(zone, day, every):
    start = instant(day, time(0), zone)
    due = [slot.due_at for slot in slots(spaced(every), zone, start, start + 3 * DAY)]

    assert {later - earlier for earlier, later in itertools.pairwise(due)} <= {timedelta(minutes=every)}
    assert len({slot.key for slot in slots(spaced(every), zone, start, start + 3 * DAY)}) == len(due)


@settings(max_examples=200, deadline=None)
@given(zones, days, st.integers(15, 240))
def test_a_window_starts_afresh_each_day(zone, day, every):
    window = (time(8), time(20))
    start = instant(day, time(0), zone)
    found = slots(spaced(every, window), zone, start, start + 2 * DAY)

    for one in {slot.day for slot in found}:
        mine = [slot.due_at for slot in found if slot.day == one and start <= instant(one, time(0), zone)]
        assert not mine or mine[0] == instant(one, time(8), zone)
        assert all(due <= instant(one, time(20), zone) for due in mine)


def test_a_time_in_the_gap_takes_the_offset_before_it():
    assert instant(date(2026, 3, 29), time(1, 30), LONDON) == at("2026-03-29T01:30")
    assert instant(date(2026, 3, 29), time(1, 30), LONDON).astimezone(LONDON).time() == time(2, 30)


def test_a_doubled_hour_is_meant_the_first_time_and_fires_once():
    found = slots(daily(time(1, 30)), LONDON, at("2026-10-24T12:00"), at("2026-10-25T12:00"))

    assert [slot.due_at for slot in found] == [at("2026-10-25T00:30")]


def test_lord_howe_moves_by_half_an_hour():
    island = ZoneInfo("Australia/Lord_Howe")

    assert instant(date(2026, 10, 4), time(2, 15), island).astimezone(island).time() == time(2, 45)
    assert instant(date(2026, 4, 5), time(1, 45), island) == at("2026-04-04T14:45")


def test_kathmandu_has_quarters_of_an_hour():
    assert instant(date(2026, 6, 1), time(8), ZoneInfo("Asia/Kathmandu")) == at("2026-06-01T02:15")


def test_a_date_that_a_zone_left_out_has_no_slot_and_its_neighbours_have_one_each():
    samoa = ZoneInfo("Pacific/Apia")
    found = slots(daily(time(8)), samoa, at("2011-12-29T00:00"), at("2012-01-01T12:00"))

    assert [slot.key for slot in found] == ["2011-12-29T08:00", "2011-12-31T08:00", "2012-01-01T08:00"]
    assert len({slot.due_at for slot in found}) == 3


def test_a_weekly_slot_on_the_date_that_was_left_out_comes_a_week_later():
    samoa, fridays = ZoneInfo("Pacific/Apia"), daily(time(8), on={4})

    assert first_slot(fridays, samoa, at("2011-12-25T00:00")).key == "2012-01-06T08:00"


def test_the_29th_of_february_is_a_day_like_any_other():
    found = slots(daily(time(8)), LONDON, at("2028-02-28T00:00"), at("2028-03-02T00:00"))

    assert [slot.day for slot in found] == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]


def test_a_rule_begins_and_ends_on_its_dates_both_included():
    rule = daily(time(8), starts=date(2026, 6, 10), ends=date(2026, 6, 11))
    found = slots(rule, LONDON, at("2026-06-01T00:00"), at("2026-06-30T00:00"))

    assert [slot.day for slot in found] == [date(2026, 6, 10), date(2026, 6, 11)]
    assert first_slot(rule, LONDON, at("2026-06-11T07:00")).day == date(2026, 6, 11)
    assert first_slot(rule, LONDON, at("2026-06-11T07:01")) is None


def test_a_rule_that_begins_far_ahead_is_found():
    rule = daily(time(8), starts=date(2027, 1, 1))

    assert first_slot(rule, LONDON, at("2026-06-01T00:00")).day == date(2027, 1, 1)


def test_a_window_past_midnight_belongs_to_the_day_it_starts_on():
    nights = Windowed(Days(date(2026, 6, 1), None, frozenset({0})), 60, (time(22), time(1)))
    found = slots(nights, LONDON, at("2026-06-01T00:00"), at("2026-06-03T00:00"))

    assert [slot.due_at for slot in found] == [at(f"2026-06-01T{hour}:00") for hour in (21, 22, 23)] + [
        at("2026-06-02T00:00")
    ]
    assert {slot.day for slot in found} == {date(2026, 6, 1)}


def test_kept_spacing_loses_nothing_in_a_doubled_hour():
    found = slots(spaced(30, (time(0), time(4))), LONDON, at("2026-10-24T22:00"), at("2026-10-25T05:00"))

    assert len(found) == len({slot.key for slot in found}) == 11


def test_the_next_three_are_in_order_and_never_more():
    found = next_slots(daily(time(9), time(17)), LONDON, at("2026-06-10T09:00"), 3)

    assert [slot.key for slot in found] == ["2026-06-10T17:00", "2026-06-11T09:00", "2026-06-11T17:00"]


def test_two_times_that_fall_together_in_a_gap_stay_two():
    found = next_slots(daily(time(1, 30), time(2, 30)), LONDON, at("2026-03-29T00:00"), 2)

    assert [slot.key for slot in found] == ["2026-03-29T01:30", "2026-03-29T02:30"]


@pytest.mark.parametrize("name", ["Europe/London", "Pacific/Apia", "America/Havana", "Africa/Cairo", "Asia/Beirut"])
def test_a_day_ends_where_the_next_begins(name):
    zone = ZoneInfo(name)
    for n in range(366):
        day = date(2026, 1, 1) + n * DAY
        assert day_span(day, zone)[1] == day_span(day + DAY, zone)[0]
        assert midnight_after(instant(day, time(12), zone), zone) == day_span(day, zone)[1]


def test_midnight_skips_a_date_that_was_left_out():
    samoa = ZoneInfo("Pacific/Apia")

    assert midnight_after(at("2011-12-30T09:00"), samoa) == at("2011-12-30T10:00")


# Every kind of rule, over every zone.
odd_days = st.one_of(
    st.builds(lambda on: {"weekdays": frozenset(on)}, st.sets(st.integers(0, 6), min_size=1)),
    st.builds(lambda n: {"every": n}, st.integers(1, 60)),
    st.builds(
        lambda length, on, back: {"cycle": (length, {1 + n % length for n in on}, back)},
        st.integers(2, 42), st.sets(st.integers(0, 41), min_size=1, max_size=6), st.integers(-60, 60),
    ),
)  # fmt: skip


def days_of(start: date, parts: dict, without: set[int] = frozenset()) -> Days:
    parts = dict(parts)
    if "cycle" in parts:
        length, on, back = parts["cycle"]
        parts["cycle"] = Cycle(length, frozenset(on), start - back * DAY)
    return Days(start, None, without=frozenset(start + n * DAY for n in without), **parts)


@settings(max_examples=400, deadline=None)
@given(zones, days, odd_days, st.sets(st.integers(0, 40), max_size=6), st.sets(clocks, min_size=1, max_size=3))
@example(ZoneInfo("Pacific/Apia"), date(2011, 12, 20), {"every": 2}, set(), {time(8)})
@example(ZoneInfo("Australia/Lord_Howe"), date(2026, 9, 12), {"cycle": (21, {1, 2, 3}, 0)}, {2}, {time(2, 15)})
@example(ZoneInfo("Europe/London"), date(2028, 1, 31), {"every": 29}, set(), {time(1, 30)})
@example(ZoneInfo("Europe/London"), date(2027, 1, 31), {"every": 30}, set(), {time(1, 30)})
def test_every_kind_of_day_rule_meets_each_of_its_dates_once_in_every_zone(zone, start, parts, without, times):
    rule = WallTimes(days_of(start, parts, without), tuple(sorted(times)))
    begin = instant(start, time(0), zone) - 2 * DAY
    found = slots(rule, zone, begin, begin + 64 * DAY)
    keys = [slot.key for slot in found if slot.day < start + 60 * DAY]
    wanted = [
        f"{day}T{one:%H:%M}"
        for day in (start + n * DAY for n in range(60))
        if rule.days.has(day) and day_exists(day, zone)
        for one in sorted(times)
    ]

    assert sorted(keys) == wanted
    assert len(set(keys)) == len(keys)


@settings(max_examples=300, deadline=None)
@given(zones, days, odd_days, st.sets(st.integers(0, 200), max_size=4), clocks)
def test_the_first_slot_of_a_rare_rule_is_found(zone, start, parts, without, one):
    rule = WallTimes(days_of(start, parts, without), (one,))
    begin = instant(start, time(0), zone)

    assert first_slot(rule, zone, begin) == next(iter(slots(rule, zone, begin, begin + 400 * DAY)), None)


@settings(max_examples=300, deadline=None)
@given(zones, days, st.sets(clocks, min_size=1, max_size=3), st.integers(1, 20))
def test_times_that_keep_their_spacing_are_a_day_apart_in_real_time(zone, start, times, count):
    anchors = tuple(instant(start, one, zone) for one in sorted(times))
    rule = Elapsed(Days(start), 1440, anchors)
    found = slots(rule, zone, min(anchors), min(anchors) + count * DAY)

    assert len({slot.key for slot in found}) == len(found)
    for anchor in set(anchors):
        mine = [slot.due_at for slot in found if (slot.due_at - anchor) % DAY == timedelta(0)]
        assert {later - earlier for earlier, later in itertools.pairwise(mine)} <= {DAY}


@settings(max_examples=300, deadline=None)
@given(zones, days, st.integers(30, 900), clocks)
def test_after_done_stays_inside_its_window_and_never_stops(zone, start, every, one):
    window = (time(8), time(20))
    moment = next_in(window, zone, instant(start, one, zone))
    rule = AfterDone(Days(start), every, window, moment)
    found = slots(rule, zone, moment, moment + 3 * DAY)

    assert all(time(8) <= slot.due_at.astimezone(zone).time().replace(second=0) <= time(20) for slot in found)
    assert found[0].due_at == moment
    assert first_slot(rule, zone, moment + timedelta(minutes=1)) is not None


@given(st.integers(1, 12), clocks, clocks)
def test_spread_over_the_waking_hours_keeps_both_ends_and_the_order(count, one, other):
    window = (min(one, other), max(one, other))
    found = spread(count, window)

    assert list(found) == sorted(set(found))
    assert found[0] == window[0]
    assert all(window[0] <= at <= window[1] for at in found)
    assert len(found) <= count


def test_five_times_from_eight_to_eight():
    assert [f"{at:%H:%M}" for at in spread(5, (time(8), time(20)))] == ["08:00", "11:00", "14:00", "17:00", "20:00"]
    assert [f"{at:%H:%M}" for at in spread(4, (time(8), time(20)))] == ["08:00", "12:00", "16:00", "20:00"]
    assert spread(1, (time(8), time(20))) == (time(8),)


def test_days_one_to_three_of_each_cycle_of_21_days():
    cycle = Cycle(21, frozenset({1, 2, 3}), date(2026, 6, 8))
    rule = WallTimes(Days(date(2026, 6, 1), cycle=cycle), (time(8),))
    found = next_slots(rule, LONDON, at("2026-06-01T00:00"), 5)

    assert [f"{slot.day:%d %B}" for slot in found] == ["08 June", "09 June", "10 June", "29 June", "30 June"]


def test_a_day_that_was_taken_out_does_not_come():
    rule = WallTimes(Days(date(2026, 6, 1), every=2, without=frozenset({date(2026, 6, 3)})), (time(8),))

    assert [slot.day.day for slot in next_slots(rule, LONDON, at("2026-06-01T00:00"), 3)] == [1, 5, 7]


def test_done_late_in_the_evening_is_asked_again_the_next_morning():
    window = (time(8), time(20))

    assert next_in(window, LONDON, at("2026-06-01T20:30")) == at("2026-06-02T07:00")
    assert next_in(window, LONDON, at("2026-06-01T03:00")) == at("2026-06-01T07:00")
    assert next_in(window, LONDON, at("2026-06-01T12:00")) == at("2026-06-01T12:00")


@pytest.mark.parametrize(("every", "apart"), [(5, 35), (6, 42)])
def test_steps_of_days_that_meet_their_weekday_after_weeks_do_meet_it(every, apart):
    """Nothing found would mean that the rule has ended, and it would never ring again."""
    rule = Elapsed(Days(date(2026, 6, 1), weekdays=frozenset({0})), every * 1440, (at("2026-06-15T09:00"),))

    found = [slot.day for slot in next_slots(rule, LONDON, at("2026-06-15T00:00"), 3)]

    assert found == [date(2026, 6, 15) + n * apart * DAY for n in range(3)]


def test_a_rule_that_is_never_due_is_not_looked_for_for_ever():
    off = frozenset(date(2030, 1, 1) + n * DAY for n in range(60))
    rule = WallTimes(Days(date(2026, 6, 1), None, frozenset({0}), 89, Cycle(90, frozenset({1}), off and min(off)), off),
                     (time(8),))  # fmt: skip

    assert first_slot(rule, LONDON, at("2026-06-10T08:00")) is None


@pytest.mark.parametrize(
    ("next_at", "every", "weekdays", "asked"),
    [
        ("2026-10-24T07:00", 1440, ALL_DAYS, ["24T07:00", "25T08:00", "26T08:00"]),  # 08:00 became 07:00
        ("2026-10-23T19:00", 1500, ALL_DAYS, ["25T08:00", "26T08:00"]),  # an hour later each day
        ("2026-10-17T09:00", 7 * 1440, frozenset(range(5)), ["26T10:00"]),  # due on Saturdays at ten, asked on weekdays
        ("2026-10-24T07:00", 2880, ALL_DAYS, ["24T07:00", "26T08:00"]),  # every second day stays every second
    ],
)
def test_what_comes_due_outside_its_window_is_asked_when_the_window_opens(next_at, every, weekdays, asked):
    rule = AfterDone(Days(date(2026, 1, 1), weekdays=weekdays), every, (time(8), time(20)), at(next_at))

    found = slots(rule, LONDON, at("2026-10-24T00:00"), at("2026-10-27T00:00"))

    assert [f"{slot.due_at:%dT%H:%M}" for slot in found] == asked


def test_a_window_in_the_hour_that_the_clocks_leave_out_still_has_its_first_minute():
    rule = spaced(15, (time(1, 30), time(2)))
    found = slots(rule, LONDON, at("2026-03-29T00:00"), at("2026-03-29T23:00"))
    assert [slot.due_at for slot in found] == [at("2026-03-29T01:30")]
