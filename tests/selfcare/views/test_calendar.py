"""The calendar: times only, at an address that nobody can guess and its owner can change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selfcare import operations
from selfcare.models import CalendarFeed, Kind, Occurrence
from selfcare.operations.planning import plan_chunk
from selfcare.reads.calendar import calendar_file
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_plan
from tests.ics import components, offsets, one, stamp

LONDON = "Europe/London"
HOUR = timedelta(hours=1)


@pytest.fixture
def owner(db):
    return make_user(time_zone=LONDON, display_name="Zaunkönig")


def address(owner):
    return reverse("selfcare:calendar_file", args=[operations.new_calendar(actor=owner).token])


def test_the_file_holds_to_the_standard_with_real_time_zones(owner):
    make_activity(owner, times=[time(9), time(18, 30)], starts_on=date(2026, 1, 1))
    start = datetime(2026, 10, 20, 12, tzinfo=UTC)  # the clocks go back on 25 October
    content = calendar_file(owner, start)
    found = components(content)

    (calendar,) = found["VCALENDAR"]
    assert one(calendar, "VERSION")[1] == "2.0"
    assert one(calendar, "PRODID")[1]
    assert offsets(content)[LONDON] >= {timedelta(0), timedelta(hours=1)}
    zones = {one(zone, "TZID")[1] for zone in found["VTIMEZONE"]}
    local = set()
    for event in found["VEVENT"]:
        given, value = one(event, "DTSTART")
        assert given["TZID"] in zones
        local.add(stamp(value).time())
        for needed in ("UID", "DTSTAMP", "DURATION", "SUMMARY"):
            assert one(event, needed)[1]
        assert one(event, "CLASS")[1] == "PRIVATE"
    assert local == {time(9), time(18, 30)}, "nine stays nine when the clocks change"
    uids = [one(event, "UID")[1] for event in found["VEVENT"]]
    assert len(uids) == len(set(uids)) > 60


def starts(content):
    """By UID, the moment that a calendar program reads: a local time in a doubled hour is its first pass."""
    found = {}
    for event in components(content)["VEVENT"]:
        given, value = one(event, "DTSTART")
        zone = ZoneInfo(given["TZID"]) if "TZID" in given else UTC
        found[one(event, "UID")[1]] = stamp(value.rstrip("Z")).replace(tzinfo=zone).astimezone(UTC)
    return found


def test_both_passes_of_a_doubled_hour_are_told_apart(owner):
    begins = datetime(2026, 10, 24, 22, tzinfo=UTC)  # on the 25th, one o'clock comes twice
    make_activity(
        owner, schedule_kind="elapsed", every_minutes=60, times=[], anchor_at=begins, starts_on=date(2026, 10, 24)
    )
    told = sorted(starts(calendar_file(owner, begins)).values())

    assert told[:5] == [begins + n * timedelta(hours=1) for n in range(5)]


def test_what_was_moved_to_later_stands_where_it_was_moved_to_and_is_newer(owner):
    activity = make_activity(owner, times=[time(9)], planned_through=timezone.now())
    plan_chunk(10)
    slot = Occurrence.objects.filter(activity=activity).order_by("due_at").first()

    def told():
        content = calendar_file(owner, timezone.now())
        events = {one(event, "UID")[1]: int(one(event, "SEQUENCE")[1]) for event in components(content)["VEVENT"]}
        uid = next((uid for uid, at in starts(content).items() if at in (slot.due_at, slot.due_at + HOUR)), None)
        return uid, starts(content)[uid], events[uid]

    uid, _at, before = told()
    operations.snooze(actor=owner, occurrence=slot)
    assert told() == (uid, slot.due_at + HOUR, before + 1)


def test_with_very_many_times_what_lies_behind_is_left_out_first(owner):
    for minute in (0, 15, 30, 45):
        make_activity(
            owner, times=[time(hour, minute) for hour in range(24)], starts_on=date(2026, 1, 1),
        )  # fmt: skip
    now = datetime(2026, 6, 10, 12, tzinfo=UTC)
    told = sorted(starts(calendar_file(owner, now)).values())

    assert (len(told), told[0], told[-1]) == (1500, now, now + 1499 * timedelta(minutes=15))


def test_the_same_slot_keeps_its_uid(owner):
    activity = make_activity(owner, times=[time(9)])
    now = timezone.now()

    def uids(at):
        found = components(calendar_file(owner, at))["VEVENT"]
        return {one(event, "DTSTART")[1]: one(event, "UID")[1] for event in found}

    before, after = uids(now), uids(now + timedelta(days=1))
    shared = set(before) & set(after)
    assert len(shared) > 30
    assert all(before[at] == after[at] for at in shared)
    operations.edit_activity(actor=owner, activity=activity, changes={"title": "Other words"})
    assert uids(now) == before


def test_it_says_nothing_about_health_nor_who(owner):
    make_activity(owner, title="Gentle back stretch")
    content = calendar_file(owner, timezone.now()).decode()

    assert content.count("SUMMARY:A reminder from Handrail") > 30
    for word in ("stretch", "back", "pain", "exercise", "Zaunk", owner.email, "DESCRIPTION"):
        assert word not in content


def test_what_rests_waits_or_ended_is_not_in_it_nor_what_others_do(owner):
    make_activity(owner, rests=[timezone.now() - timedelta(days=9)])
    make_activity(owner, stopped_at=timezone.now())
    make_activity(owner, plan=make_plan(owner, held=True))
    make_activity(make_user())
    assert "VEVENT" not in components(calendar_file(owner, timezone.now()))

    make_activity(owner, kind=Kind.HYDRATION)
    assert components(calendar_file(owner, timezone.now()))["VEVENT"]


def test_whoever_has_the_address_needs_no_session_and_gets_none(owner):
    client = Client()
    answer = client.get(address(owner))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    assert client.post(address(owner)).status_code == 405


def test_a_new_address_ends_the_old_one_and_turning_off_ends_both(signed_in):
    page = reverse("selfcare:calendar")
    assert "Make my secret address" in signed_in.get(page).text
    signed_in.post(page)
    old = reverse("selfcare:calendar_file", args=[CalendarFeed.objects.get().token])
    assert old in signed_in.get(page).text
    signed_in.post(page)
    new = reverse("selfcare:calendar_file", args=[CalendarFeed.objects.get().token])

    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    signed_in.post(reverse("selfcare:end_calendar"))
    assert Client().get(new).status_code == 404
    assert Client().get(reverse("selfcare:calendar_file", args=["guessed"])).status_code == 404


def test_a_copy_of_the_database_opens_no_calendar(owner):
    token = operations.new_calendar(actor=owner).token
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM selfcare_calendarfeed t")
        row = cursor.fetchone()[0]

    assert token not in row
    assert token.encode().hex() not in row


def test_nobody_elses_address_is_on_the_page(signed_in, owner):
    where = address(owner)
    assert where not in signed_in.get(reverse("selfcare:calendar")).text
    signed_in.post(reverse("selfcare:end_calendar"))

    assert Client().get(where).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_file_costs_the_same_at_any_length(owner, count, django_assert_num_queries):
    for _n in range(count):
        make_activity(owner)
    where = address(owner)
    with django_assert_num_queries(3):  # whose it is, what was moved, activities with their plans
        Client().get(where)
