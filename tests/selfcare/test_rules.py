"""What holds a plan, and how long a slot stays open."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from selfcare import rules
from selfcare.operations.templates import CONTENT, read_template

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
FILES = sorted(CONTENT.glob("en/*.yaml"))
ANSWERS = ("no", "yes", "unsure", "", "maybe")
PAIRS = [(data, question) for path in FILES for data in [read_template(path)] for question in data["gate"]]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(("data", "question"), PAIRS, ids=[f"{d['key']}-{q['key']}" for d, q in PAIRS])
def test_every_answer_to_every_question_of_every_template_leads_where_the_template_says(data, question, answer):
    answers = {one["key"]: one["safe"] for one in data["gate"]} | {question["key"]: answer}
    other = {"no": "yes", "yes": "no"}[question["safe"]]
    wanted = "locked"
    if answer == question["safe"]:
        wanted = "start"
    elif answer == other and question.get("then") == "lighter" and not question.get("danger"):
        wanted = "lighter"

    assert rules.outcome(data["gate"], answers) == wanted


@pytest.mark.parametrize(("data", "question"), PAIRS, ids=[f"{d['key']}-{q['key']}" for d, q in PAIRS])
def test_a_question_without_an_answer_is_not_safe(data, question):
    answers = {one["key"]: one["safe"] for one in data["gate"] if one is not question}

    assert rules.outcome(data["gate"], answers) == "locked"


def test_one_answer_that_locks_outweighs_any_that_only_lightens():
    gate = [{"key": "a", "safe": "no", "then": "lighter"}, {"key": "b", "safe": "no"}]

    assert rules.outcome(gate, {"a": "yes", "b": "no"}) == "lighter"
    assert rules.outcome(gate, {"a": "yes", "b": "unsure"}) == "locked"
    assert rules.outcome(gate, {"a": "unsure", "b": "no"}) == "locked"


def test_the_most_serious_answer_is_told_first():
    gate = [{"key": "a", "safe": "no", "danger": "urgent"}, {"key": "b", "safe": "no", "danger": True}]

    assert rules.danger(gate, {"a": "yes", "b": "yes"}) == "emergency"
    assert rules.danger(gate, {"a": "yes", "b": "no"}) == "urgent"
    assert rules.danger(gate, {"a": "no", "b": "no"}) == ""
    assert rules.danger(gate, {}) == ""


@pytest.mark.parametrize(
    ("kind", "grace"),
    [("hydration", timedelta(minutes=30)), ("exercise", timedelta(hours=3)), ("diet", timedelta(hours=1))],
)
def test_a_reminder_is_worth_sending_as_long_as_its_kind_says(kind, grace):
    not_after, closes_at = rules.limits(kind, NOON, LONDON)

    assert not_after == NOON + grace
    assert closes_at == datetime(2026, 6, 10, 23, tzinfo=UTC)


def test_a_check_in_waits_until_local_midnight():
    assert rules.limits("check-in", NOON, LONDON) == (datetime(2026, 6, 10, 23, tzinfo=UTC),) * 2


def test_an_item_right_before_midnight_gets_a_quarter_of_an_hour():
    due = datetime(2026, 6, 10, 22, 59, tzinfo=UTC)

    assert rules.limits("exercise", due, LONDON) == (due + timedelta(minutes=15),) * 2


def test_no_reminder_outlives_its_day():
    due = datetime(2026, 6, 10, 21, tzinfo=UTC)

    assert rules.limits("exercise", due, LONDON)[0] == datetime(2026, 6, 10, 23, tzinfo=UTC)


def test_twelve_templates_are_written():
    assert [path.stem for path in FILES] == [
        "back-mobility",
        "bone-metastases-movement",
        "bowel-care-on-opioids",
        "chemo-week-hydration",
        "everyday-hydration",
        "fatigue-pacing",
        "heat-or-cold",
        "little-and-often-eating",
        "pain-check-in",
        "relaxation-and-sleep",
        "strength",
        "walking-starter",
    ]
