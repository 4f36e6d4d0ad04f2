"""Drinks, the aim, and diary entries."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare import operations
from selfcare.models import Aim, DiaryEntry, WaterLog
from selfcare.reads import trend, water_today
from selfcare.reads.diary import entries_page
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_entry


@pytest.fixture
def person(db):
    return make_user()


def test_drinks_of_today_add_up_and_the_last_one_can_be_taken_back(person):
    operations.log_water(actor=person, ml=250)
    operations.log_water(actor=person, ml=100)
    assert (water_today(person).ml, water_today(person).cups) == (350, "1.4")

    assert operations.undo_water(actor=person) is True
    assert water_today(person).ml == 250
    assert [operations.undo_water(actor=person), operations.undo_water(actor=person)] == [True, False]


def test_the_ring_stays_full_past_the_aim(person):
    operations.set_aim(actor=person, cups=2, limited=True)
    for _ in range(3):
        operations.log_water(actor=person, ml=250)

    water = water_today(person)
    assert (water.cups, water.on, water.limited, water.is_full) == ("3", "2.0", True, True)


@pytest.mark.parametrize(("ml", "cups"), [(375, "1.5"), (499, "1.9"), (500, "2")])
def test_part_of_a_cup_is_told_and_never_rounded_up(person, ml, cups):
    operations.log_water(actor=person, ml=ml)
    assert water_today(person).cups == cups


def test_the_drink_of_another_day_is_not_counted_and_not_undone(person):
    WaterLog.objects.create(owner=person, ml=250, at=handrail_now() - timedelta(days=2))

    assert water_today(person).ml == 0
    assert operations.undo_water(actor=person) is False


def test_one_press_logs_one_drink(person):
    assert operations.log_water(actor=person, ml=250, source="link:1") is True
    assert operations.log_water(actor=person, ml=250, source="link:1") is False
    assert operations.log_water(actor=make_user(), ml=250, source="link:1") is True
    assert WaterLog.objects.filter(owner=person).count() == 1


@pytest.mark.parametrize("ml", [0, 9, 2001])
def test_what_is_not_a_drink_is_refused(person, ml):
    with pytest.raises(RuleViolation):
        operations.log_water(actor=person, ml=ml)


@pytest.mark.parametrize("cups", [0, 21])
def test_an_aim_is_between_one_and_twenty_cups(person, cups):
    with pytest.raises(RuleViolation):
        operations.set_aim(actor=person, cups=cups, limited=False)


def test_an_aim_is_changed_in_place(person):
    operations.set_aim(actor=person, cups=6, limited=True)
    operations.set_aim(actor=person, cups=7, limited=False)

    assert [(aim.cups, aim.limited) for aim in Aim.objects.all()] == [(7, False)]


def test_an_entry_keeps_only_what_it_says(person):
    entry = make_entry(person, worst=0, usual=None, sites=[], note="")

    assert DiaryEntry.objects.get(pk=entry.pk).payload == {"worst": 0}


@pytest.mark.parametrize("payload", [{"note": ""}, {"worst": 11}, {"worst": 3, "usual": -1}, {"note": "x" * 2001}])
def test_an_entry_that_says_nothing_or_too_much_is_refused(person, payload):
    with pytest.raises(RuleViolation):
        operations.log_pain(actor=person, payload=payload)
    assert not DiaryEntry.objects.exists()


def test_an_entry_is_changed_and_deleted_by_its_owner_alone(person):
    entry = make_entry(person, worst=4, note="old words")
    operations.change_entry(actor=person, entry=entry, payload={"worst": 6, "note": ""})
    assert DiaryEntry.objects.get().payload == {"worst": 6}

    stranger = make_user()
    with pytest.raises(PermissionDenied):
        operations.change_entry(actor=stranger, entry=entry, payload={"worst": 1})
    assert operations.delete_entry(actor=stranger, entry=entry) is False
    assert operations.delete_entry(actor=person, entry=entry) is True


def test_the_trend_counts_and_says_no_more_than_the_numbers(person):
    noon = handrail_now().replace(hour=12, minute=0)
    for ago, worst in [(20, 8), (19, 7), (2, 4), (1, 5)]:
        make_entry(person, at=noon - timedelta(days=ago), worst=worst, usual=worst - 2, sites=["hip"], helped=["heat"])
    make_entry(person, at=noon - timedelta(days=1, minutes=5), now=6, woke=1)
    make_entry(make_user(), worst=10)

    shown = trend(person, 28)
    assert shown.finding == "Your worst pain was between 4 and 8. In the last 7 days it was between 4 and 6."
    assert (shown.place, shown.place_count, shown.count, shown.nights) == ("hip", 4, 5, 1)
    assert [(point.worst, point.usual) for point in shown.table] == [(6, 3), (4, 2), (7, 5), (8, 6)]
    assert shown.wide.worst.count("M") == 2, "a gap in the numbers is a gap in the line"


def test_one_day_is_no_trend(person):
    make_entry(person, worst=4)

    assert trend(person).wide is None


def test_the_chart_always_runs_from_nought_to_ten(person):
    for ago in range(3):
        make_entry(person, at=handrail_now() - timedelta(days=ago), worst=2)
    chart = trend(person, 14).slim

    assert [label.text for label in chart.lines] == ["0", "2", "4", "6", "8", "10"]
    assert len(chart.dots) == 3


def test_entries_are_paged_by_position(person):
    for ago in range(10):
        make_entry(person, at=handrail_now() - timedelta(hours=ago), worst=ago % 10)
    first = entries_page(person)
    second = entries_page(person, first.older)

    assert (len(first.entries), len(second.entries), second.older) == (7, 3, "")
    assert entries_page(person, "nonsense").entries == first.entries


def test_entries_of_the_same_moment_are_all_shown(person):
    at = handrail_now()
    made = {make_entry(person, at=at, worst=one).pk for one in range(10)}
    first = entries_page(person)
    second = entries_page(person, first.older)

    assert {entry.id for entry in [*first.entries, *second.entries]} == made
