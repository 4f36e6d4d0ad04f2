"""Schedules as they are written down, and what support staff are told about them."""

import io
import json
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from portal.core.errors import RuleViolation
from selfcare import rules
from selfcare.due import rhythms
from selfcare.due.schedule import next_slots
from selfcare.due.words import next_times, schedule_words
from selfcare.models import Activity

LONDON = "Europe/London"
NOW = datetime(2026, 6, 10, 9, 0, tzinfo=ZoneInfo(LONDON))  # a Wednesday


def activity(**spec) -> Activity:
    one = Activity(kind="other", home_zone=LONDON, starts_on=date(2026, 6, 1), anchor_at=NOW)
    rhythms.set_rhythm(one, spec, ZoneInfo(LONDON))
    assert rules.problem_of_rhythm(one) is None
    return one


def told(zone=LONDON, **spec):
    return [words for _at, words in next_times(activity(**spec), zone, NOW)]


@pytest.mark.parametrize(
    ("spec", "first", "words"),
    [
        ({"times": ["08:00", "20:00"]}, "Wednesday 10 June at 8 p.m.", "Every day at 8 a.m. and 8 p.m."),
        ({"times": ["08:00"], "weekdays": [0, 3]}, "Thursday 11 June at 8 a.m.", "Monday and Thursday at 8 a.m."),
        ({"times": ["08:00"], "every_days": 4}, "Saturday 13 June at 8 a.m.", "Every 4 days at 8 a.m."),
        (
            {"times": ["08:00"], "cycle": {"length": 21, "days": [1, 2, 3], "from": "2026-06-15"}},
            "Monday 15 June at 8 a.m.", "Days 1, 2 and 3 of each 21-day cycle at 8 a.m.",
        ),
        (
            {"spread": 4, "window": ["08:00", "20:00"]},
            "Wednesday 10 June at noon", "Every day at 8 a.m., noon, 4 p.m. and 8 p.m.",
        ),
        (
            {"every_minutes": 90, "window": ["08:00", "20:00"]},
            "Wednesday 10 June at 9:30 a.m.", "Every day, every 90 minutes, from 8 a.m. to 8 p.m.",
        ),
        ({"every_minutes": 360, "first_time": "06:00"}, "Wednesday 10 June at noon", "Every day, every 6 hours"),
        (
            {"after_minutes": 240, "window": ["08:00", "20:00"]},
            "Wednesday 10 June at 9 a.m.", "Every day, 4 hours after it was last done, from 8 a.m. to 8 p.m.",
        ),
        ({"times": ["08:00"], "starts_on": "2026-07-01"}, "Wednesday 1 July at 8 a.m.", "Every day at 8 a.m."),
        ({"times": ["10:00"], "without": ["2026-06-10"]}, "Thursday 11 June at 10 a.m.", "Every day at 10 a.m."),
    ],
)  # fmt: skip
def test_each_way_of_saying_when_is_told_in_words(spec, first, words):
    assert told(**spec)[0] == first
    assert schedule_words(activity(**spec)) == words
    again = {name: value for name, value in rhythms.written(activity(**spec)).items() if value is not None}
    assert told(**again | {"first_time": spec.get("first_time")}) == told(**spec)


def test_a_rule_that_ended_has_no_more_times():
    assert told(times=["08:00"], ends_on="2026-06-09") == []


def test_travelling_moves_what_follows_keeps_what_stays_and_spaces_what_keeps_its_spacing():
    at = {travel: activity(times=["08:00"], travel=travel) for travel in ("follow", "home", "spaced")}
    there = {travel: next_times(one, "Asia/Kathmandu", NOW)[0] for travel, one in at.items()}

    assert there["follow"][1] == "Thursday 11 June at 8 a.m."
    assert (there["home"][0], there["spaced"][0]) == (datetime(2026, 6, 11, 7, tzinfo=ZoneInfo("UTC")),) * 2
    assert there["spaced"][1] == "Thursday 11 June at 12:45 p.m."
    autumn = datetime(2026, 10, 26, 0, tzinfo=ZoneInfo(LONDON))  # the day after the clocks went back
    assert next_times(at["home"], LONDON, autumn)[0][1] == "Monday 26 October at 8 a.m."
    assert next_times(at["spaced"], LONDON, autumn)[0][1] == "Monday 26 October at 7 a.m."


def test_what_is_wall_clock_is_keyed_by_the_wall_and_what_is_spaced_by_the_instant():
    def key(**spec):
        return next_slots(activity(**spec).schedule(), ZoneInfo(LONDON), NOW, 1)[0].key

    assert key(times=["12:00"]) == "2026-06-10T12:00"
    assert key(spread=4, window=["08:00", "20:00"]) == "2026-06-10T12:00"
    assert key(times=["12:00"], travel="spaced") == "utc:2026-06-10T11:00:00Z"
    assert key(every_minutes=60, window=["08:00", "20:00"]) == "utc:2026-06-10T08:00:00Z"
    assert key(after_minutes=60) == "utc:2026-06-10T08:00:00Z"


@pytest.mark.parametrize(
    ("spec", "field"),
    [
        ({"times": ["25:00"]}, "times"),
        ({"times": "8"}, "times"),
        ({"times": ["08:00"], "spread": 3}, "spread"),
        ({"spread": "six", "window": ["08:00", "20:00"]}, "spread"),
        ({"every_minutes": True}, "every_minutes"),
        ({"every_minutes": 60, "window": ["08:00"]}, "window"),
        ({"times": ["08:00"], "cycle": [1]}, "cycle"),
        ({"times": ["08:00"], "cycle": {"days": [1, 2, 3]}}, "cycle"),  # read as no cycle it would ring every day
        ({"times": ["08:00"], "cycle": {"length": 21, "dys": [1]}}, "cycle"),
        ({"times": ["08:00+02:00"]}, "times"),
        ({"times": ["08:00:30"]}, "times"),
        ({"window": ["08:00", "20:00"]}, "window"),  # alone it would change nothing
        ({"times": ["08:00"], "without": ["soon"]}, "without"),
        ({"times": ["08:00"], "starts_on": "1 June"}, "starts_on"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_part(spec, field):
    with pytest.raises(RuleViolation) as no:
        rhythms.columns(spec)
    assert no.value.field == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"times": []}, "times"),
        ({"times": [time(hour, minute) for hour in range(24) for minute in (0, 30)]}, "times"),
        ({"schedule_kind": "moon"}, "schedule_kind"),
        ({"schedule_kind": "spread", "spread": 3}, "window_from"),
        ({"schedule_kind": "spread", "spread": 13, "window_from": time(8), "window_to": time(9)}, "spread"),
        ({"schedule_kind": "spread", "spread": 3, "window_from": time(20), "window_to": time(8)}, "window_to"),
        ({"schedule_kind": "elapsed", "every_minutes": 5}, "every_minutes"),
        ({"schedule_kind": "elapsed", "every_minutes": 60, "window_from": time(8)}, "window_to"),
        ({"weekdays": []}, "weekdays"),
        ({"weekdays": [7]}, "weekdays"),
        ({"every_days": 91}, "every_days"),
        ({"cycle_length": 1}, "cycle_length"),
        ({"cycle_length": 21, "cycle_days": [22], "cycle_from": date(2026, 6, 1)}, "cycle_days"),
        ({"cycle_length": 21, "cycle_days": [1]}, "cycle_from"),
        ({"ends_on": date(2026, 5, 1)}, "ends_on"),
        ({"starts_on": date(1, 1, 1)}, "starts_on"),
        ({"starts_on": date(9999, 12, 31)}, "starts_on"),
        ({"ends_on": date(9999, 12, 31)}, "ends_on"),
        ({"without": [date(9999, 12, 31)]}, "without"),
        ({"zone_policy": "anywhere"}, "zone_policy"),
        ({"home_zone": "Mars/Olympus"}, "home_zone"),
    ],
)
def test_what_cannot_be_planned_is_told_beside_its_field(changes, field):
    one = activity(times=["08:00"])
    for name, value in changes.items():
        setattr(one, name, value)

    assert rules.problem_of_rhythm(one).field == field


def run(tmp_path, spec, **options):
    file = tmp_path / "spec.json"
    file.write_text(spec if isinstance(spec, str) else json.dumps(spec))
    out = io.StringIO()
    call_command("next_times", str(file), stdout=out, **options)
    return out.getvalue().splitlines()


SPEC = {"zone": LONDON, "now": "2026-06-10T09:00", "times": ["10:30"], "weekdays": [3, 5, 0]}


def test_support_staff_are_told_what_the_page_tells(tmp_path):
    assert run(tmp_path, SPEC) == [
        "Thursday 11 June at 10:30 a.m.",
        "Saturday 13 June at 10:30 a.m.",
        "Monday 15 June at 10:30 a.m.",
    ]
    assert json.loads(run(tmp_path, SPEC, json=True)[0]) == {
        "at": "2026-06-11T09:30:00Z",
        "words": "Thursday 11 June at 10:30 a.m.",
    }
    assert run(tmp_path, SPEC | {"ends_on": "2026-06-10"}) == ["No more times are planned."]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("{", "cannot be read"),
        ('{"zone": "UTC", "times": ["25:00"]}', 'times: This cannot be read. Write it like \\["08:00", "20:00"\\]'),
        ([], "zone"),
        ({"times": ["08:00"]}, "zone"),
        (SPEC | {"zone": "Nowhere"}, "zone"),
        (SPEC | {"now": "soon"}, "now"),
        (SPEC | {"colour": "blue"}, "colour"),
        (SPEC | {"weekdays": []}, "weekdays"),
        (SPEC | {"times": ["8 o'clock"]}, "times"),
        (SPEC | {"zone": []}, "zone"),
        (SPEC | {"language": 5}, "language"),
        (SPEC | {"now": "9999-12-31T23:00"}, "now"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(tmp_path, spec, words):
    with pytest.raises(CommandError, match=words):
        run(tmp_path, spec)


def test_a_schedule_may_be_piped_in(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(SPEC)))
    call_command("next_times", "-", stdout=out)
    assert out.getvalue().splitlines()[0] == "Thursday 11 June at 10:30 a.m."


def test_seven_days_apart_can_be_said_and_said_back():
    one = activity(every_minutes=7 * 24 * 60)
    assert activity(**rhythms.written(one)).every_minutes == 7 * 24 * 60
