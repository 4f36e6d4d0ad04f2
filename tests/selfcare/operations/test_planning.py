"""Rules become slots and reminders: once each, however often and by however many it is tried."""

import threading
from datetime import time, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.notifications.models import Delivery
from selfcare.models import Activity, Occurrence
from selfcare.operations.planning import HORIZON, close_slots, plan_chunk
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import make_activity, make_occurrence, make_plan

EVERY_HOUR = [time(hour) for hour in range(24)]


def keys(activity):
    return sorted(activity.occurrences.values_list("local_key", flat=True))


def test_two_days_ahead_are_planned_with_a_reminder_on_each_channel(db):
    activity = make_activity(times=EVERY_HOUR)

    assert plan_chunk(10) == 1

    slots = activity.occurrences.filter(state="planned")
    assert slots.count() == 48
    assert all(handrail_now() < slot.due_at < handrail_now() + HORIZON for slot in slots)
    wanted = {(slot.subject_key, channel) for slot in slots for channel in ("in_app", "email")}
    assert set(Delivery.objects.values_list("subject_key", "channel")) == wanted
    assert set(Delivery.objects.values_list("kind", "recipient_id")) == {("selfcare.reminder", activity.owner_id)}


def test_planning_again_changes_nothing_and_touches_nothing(db):
    activity = make_activity()
    plan_chunk(10)
    before = keys(activity)

    assert plan_chunk(10) == 0
    assert keys(activity) == before
    activity.refresh_from_db()
    assert activity.planned_through >= handrail_now() + HORIZON


def test_a_rewound_rule_makes_no_second_slot(db):
    activity = make_activity(times=EVERY_HOUR)
    plan_chunk(10)
    before, deliveries = keys(activity), Delivery.objects.count()
    Activity.objects.update(planned_through=timezone.now())

    assert plan_chunk(10) == 1
    assert keys(activity) == before
    assert Delivery.objects.count() == deliveries


def test_the_next_day_is_planned_when_it_comes_into_view(db):
    activity = make_activity()
    plan_chunk(10)
    before = len(keys(activity))
    move_clock(days=1)

    assert plan_chunk(10) == 1
    assert len(keys(activity)) == before + 1


def test_what_passed_while_no_planner_ran_is_told_only_while_it_is_worth_it(db):
    now = handrail_now()
    activity = make_activity(
        times=EVERY_HOUR, planned_through=now - timedelta(days=9), starts_on=now.date() - timedelta(days=9)
    )
    plan_chunk(10)

    oldest = activity.occurrences.order_by("due_at").first()
    assert now - timedelta(hours=3) <= oldest.due_at <= now


def test_a_rule_that_has_ended_is_never_looked_at_again(db):
    make_activity(
        ends_on=timezone.now().date() - timedelta(days=1), starts_on=timezone.now().date() - timedelta(days=5)
    )

    assert [plan_chunk(10), plan_chunk(10)] == [1, 0]
    assert Activity.objects.get().planned_through is None


def test_held_and_stopped_activities_are_not_planned(db):
    make_activity(plan=make_plan(held=True), planned_through=None)
    make_activity(stopped_at=timezone.now(), planned_through=None)

    assert plan_chunk(10) == 0


def test_no_reminder_is_asked_for_where_none_is_wanted(db):
    activity = make_activity(channels=[])
    plan_chunk(10)

    assert keys(activity)
    assert not Delivery.objects.exists()


def test_a_chunk_costs_the_same_whatever_is_in_it(db, django_assert_num_queries):
    odd = [time(3, minute) for minute in range(1, 60, 2)]
    for _ in range(3):
        make_activity(times=odd)
    with django_assert_num_queries(7):  # savepoint, clock, activities, new rules, planned_through, slots, release
        assert plan_chunk(10) == 3
    make_activity(times=odd)
    with django_assert_num_queries(6):  # a rule that was met before is not asked for again
        assert plan_chunk(10) == 1


@pytest.mark.django_db(transaction=True)
def test_two_planners_at_once_share_the_work_and_double_nothing():
    people = [make_user() for _ in range(2)]
    activities = [make_activity(owner=people[n % 2], times=EVERY_HOUR) for n in range(12)]
    barrier, advanced = threading.Barrier(2), []

    def work():
        barrier.wait()
        try:
            while done := plan_chunk(3):
                advanced.append(done)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(advanced) == 12
    assert Occurrence.objects.count() == 48 * 12
    assert Delivery.objects.count() == 48 * 12 * 2
    assert {len(keys(activity)) for activity in activities} == {48}


def test_what_nobody_answered_by_midnight_has_no_record(db):
    activity = make_activity(planned_through=None)
    yesterday = make_occurrence(activity, due_at=handrail_now() - timedelta(days=1, minutes=1))
    done = make_occurrence(activity, due_at=handrail_now() - timedelta(days=1), state="done")
    today = make_occurrence(activity)

    assert close_slots() == 1
    states = {slot.pk: slot.state for slot in Occurrence.objects.all()}
    assert states == {yesterday.pk: "no_record", done.pk: "done", today.pk: "planned"}


def test_a_midnight_closes_its_slots_some_at_a_time(db):
    activity, long_ago = make_activity(planned_through=None), handrail_now() - timedelta(days=2)
    slots = [make_occurrence(activity, due_at=long_ago + timedelta(minutes=n)) for n in range(5)]

    assert close_slots(at_once=2, most=2) == 4
    assert Occurrence.objects.get(state="planned").pk == slots[4].pk
    assert close_slots(at_once=2) == 1
