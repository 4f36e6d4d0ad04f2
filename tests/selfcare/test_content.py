"""What the opening plans say, held against what the app counts."""

import re

from selfcare.models.water import CUP_ML
from selfcare.operations.templates import CONTENT, read_template

PLANS = {path.stem: read_template(path) for path in sorted(CONTENT.glob("en/*.yaml"))}
WORDS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(CONTENT.glob("en/*.yaml"))}
DRINKING = {"everyday-hydration", "chemo-week-hydration"}


def drinks(key):
    return [activity for activity in PLANS[key]["activities"] if activity["kind"] == "hydration" and "ml" in activity]


def test_a_cup_is_one_size_in_every_plan():
    assert CUP_ML == 250
    for key, plan in PLANS.items():
        assert {activity["ml"] for activity in drinks(key)} <= {CUP_ML}, key
        assert set(re.findall(r"(\d+) ml", WORDS[key])) <= {str(CUP_ML)}, key
        assert ("a cup here is 250 ml" in plan["dose"]) == (key in DRINKING), key


def test_everyday_drinking_prompts_for_as_many_cups_as_it_names():
    plan = PLANS["everyday-hydration"]
    times = sorted(time for activity in drinks("everyday-hydration") for time in activity["times"])

    assert plan["dose"].startswith("6 to 8 cups a day")
    assert times == ["08:00", "10:00", "12:00", "14:00", "16:00", "18:00", "20:00"]


def test_a_hard_day_keeps_two_cups_of_everyday_drinking():
    essential = [activity for activity in drinks("everyday-hydration") if activity.get("essential")]

    assert [activity["times"] for activity in essential] == [["10:00", "16:00"]]


def test_chemo_week_prompts_as_often_as_it_says_and_never_past_the_teams_amount():
    dose = PLANS["chemo-week-hydration"]["dose"]

    assert [len(activity["times"]) for activity in drinks("chemo-week-hydration")] == [9]
    assert "9 prompts a day" in dose and "up to the amount your team set" in dose
