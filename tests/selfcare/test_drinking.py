"""Prompts to drink: they stop at what was aimed for or allowed, widen after a drink, and end two hours before bed."""

from datetime import UTC, datetime, time, timedelta

import pytest

from portal.core.clock import handrail_now
from selfcare import operations, rules
from selfcare.amounts import may_ask
from selfcare.messages.reminders import COLUMNS, needless_drinks
from selfcare.models import Occurrence, WaterLog
from selfcare.reads import water_today
from tests.factories.accounts import make_user
from tests.factories.selfcare import ACCRA, make_activity, make_occurrence

BED = datetime(2026, 6, 10, 22, tzinfo=UTC)


def at(hour: float) -> datetime:
    return BED.replace(hour=0) + timedelta(hours=hour)


@pytest.mark.parametrize(
    ("ml", "last", "due", "reason"),
    [
        (0, None, 8, ""),
        (2000, None, 12, "enough"),
        (2400, None, 12, "enough"),
        (1750, 10, 19.9, ""),
        (1750, 10, 20, ""),
        (1750, 10, 20.1, "bed"),
        (0, None, 21, "bed"),
        (500, 11.8, 12, "drank"),  # six cups are left for eight hours: one in 80 minutes will do
        (500, 10.5, 12, ""),
        (1750, 13, 14, "drank"),  # one cup is left for six hours
        (250, 13.6, 14, "drank"),
        (250, 13, 14, ""),
    ],
)
def test_a_prompt_is_needed_while_something_is_left_and_there_is_time_for_it(ml, last, due, reason):
    found = rules.needless_drink(
        ml=ml, target=2000, cup=250, limited=False, last_at=last and at(last), due_at=at(due), until=at(20)
    )
    assert found == reason


@pytest.mark.parametrize(("ml", "asked"), [(0, 250), (700, 250), (800, 200), (950, 50), (951, 0), (1000, 0), (1300, 0)])
def test_under_a_limit_a_prompt_asks_for_no_more_than_is_left(ml, asked):
    told = {"target": 1000, "limited": True}
    assert may_ask(250, drunk=ml, **told) == asked
    reason = rules.needless_drink(ml=ml, cup=250, last_at=None, due_at=at(12), until=at(20), **told)
    assert (reason == "enough") is (asked == 0)


@pytest.fixture
def person(client, db):
    person = make_user(time_zone=ACCRA)
    client.force_login(person)
    return person


def reasons(person, due):
    slot = make_occurrence(make_activity(owner=person, kind="hydration", planned_through=None), due_at=due)
    rows = list(Occurrence.objects.filter(pk=slot.pk).values(*COLUMNS))
    return set(needless_drinks(rows, max(due, handrail_now())).values())


def noon():
    return handrail_now().replace(hour=12, minute=0, second=0, microsecond=0)


def test_reminders_stop_at_the_aim_and_at_a_limit_and_begin_again_the_next_day(person):
    operations.set_aim(actor=person, cups=4, limited=True, cup_ml=200)
    WaterLog.objects.create(owner=person, ml=800, at=noon() - timedelta(hours=3))

    assert reasons(person, noon()) == {"enough"}
    assert reasons(person, noon() + timedelta(days=1)) == set()


def test_nothing_asks_to_drink_in_the_two_hours_before_bed(person):
    operations.set_aim(actor=person, cups=8, limited=False, bed_at=time(21, 30))
    assert reasons(person, noon() + timedelta(hours=7)) == set()
    assert reasons(person, noon() + timedelta(hours=8)) == {"bed"}

    operations.set_aim(actor=person, cups=8, limited=False, bed_at=time(0, 30))
    assert reasons(person, noon() + timedelta(hours=9, minutes=50)) == set()


@pytest.mark.parametrize(
    ("bed", "hours", "asked"),
    [
        (time(1), 10.9, True),  # ten to eleven in the evening
        (time(1), 12.25, False),  # a quarter past midnight is the same evening
        (time(1), 15, False),  # and at three they sleep
        (time(1), 19, True),  # seven in the morning
        (time(9), 18, True),  # six in the morning, for who sleeps by day
        (time(9), 20, False),  # an hour before that bed
        (time(22), 12.25, True),  # a new day, as it always was
    ],
)
def test_bed_after_midnight_is_still_the_evening_before(person, bed, hours, asked):
    operations.set_aim(actor=person, cups=8, limited=False, bed_at=bed)
    assert (reasons(person, noon() + timedelta(hours=hours)) == set()) is asked


def test_what_somebody_else_drank_counts_for_nobody_else(person):
    WaterLog.objects.create(owner=make_user(), ml=2000, at=noon() - timedelta(hours=3))
    assert reasons(person, noon()) == set()


def test_the_cup_is_as_large_as_ones_own_on_the_page_and_in_the_api(client, person):
    client.post("/diary/water/aim/", {"cups": "5", "cup_ml": "150", "bed_at": "21:00", "limited": "on"})
    assert 'name="ml" value="150"' in client.get("/today/").text
    client.post("/diary/water/", {"ml": "150"})
    water = water_today(person)
    assert (water.cups, water.aim, water.limited, water.cup_ml) == ("1", 5, True, 150)
    assert client.get("/api/v1/water/").json() == {
        "ml": 150, "cups": 1.0, "aim_cups": 5, "aim_ml": 750, "limited": True, "cup_ml": 150,
    }  # fmt: skip

    for _n in range(4):
        client.post("/diary/water/", {"ml": "150"})
    assert "as much as your team set" in client.get("/today/").text


@pytest.mark.parametrize("wrong", [{"cup_ml": "5"}, {"cup_ml": "5000"}, {"bed_at": "late"}, {"cups": "0"}])
def test_a_wrong_aim_is_told_and_kept(client, person, wrong):
    page = client.post("/diary/water/aim/", {"cups": "5", "cup_ml": "150", "bed_at": "21:00"} | wrong)
    assert page.status_code == 200
    assert page.context["form"].errors
    assert f'value="{next(iter(wrong.values()))}"' in page.text
