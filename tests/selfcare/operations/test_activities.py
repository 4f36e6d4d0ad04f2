"""Editing, resting and moving house never silently stop a reminder, and never leave one that is unwanted."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, Occurrence
from selfcare.operations.planning import plan_chunk
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity, make_occurrence, make_plan

EVERY_HOUR = [time(hour) for hour in range(24)]
HALF_PAST = [time(hour, 30) for hour in range(24)]


@pytest.fixture
def activity(db):
    activity = make_activity(times=EVERY_HOUR)
    plan_chunk(10)
    return activity


def wanted(activity):
    """The reminders that would go out: each with the local minute it is for."""
    pending = Delivery.objects.filter(state="pending", channel="email").values_list("subject_key", "due_at")
    return dict(pending)


def planned(activity):
    return {slot.subject_key: slot.due_at for slot in activity.occurrences.filter(state="planned")}


def edit(activity, **changes):
    return operations.edit_activity(actor=activity.owner, activity=activity, changes=changes)


def test_new_times_take_the_old_reminders_back_and_ask_for_new_ones(activity):
    edit(activity, times=HALF_PAST)

    assert {due.minute for due in planned(activity).values()} == {30}
    assert len(planned(activity)) == 48
    assert wanted(activity) == planned(activity)
    assert Delivery.objects.filter(state="cancelled", channel="email").count() == 48


def test_going_back_to_the_old_times_brings_the_same_slots_back(activity):
    before = wanted(activity)
    edit(activity, times=HALF_PAST)
    edit(activity, times=EVERY_HOUR)

    assert wanted(activity) == before == planned(activity)


def test_new_words_alone_leave_the_reminders_where_they_are(activity):
    before = wanted(activity)
    edit(activity, title="Once round the park")

    assert wanted(activity) == before
    assert Activity.objects.get().title == "Once round the park"
    assert Delivery.objects.filter(state="cancelled").count() == 0


def test_every_change_counts_as_a_revision(activity):
    edit(activity, title="Once round the park")
    edit(activity, times=HALF_PAST)

    assert Activity.objects.get().revision > activity.revision + 1


def test_an_edit_is_planned_at_once_so_an_item_a_minute_away_is_told(activity):
    local = timezone.localtime(handrail_now() + timedelta(minutes=1), activity.zone(activity.owner.time_zone))
    edit(activity, times=[time(local.hour, local.minute)])

    assert min(wanted(activity).values()) <= handrail_now() + timedelta(minutes=1)


def test_what_was_moved_to_later_survives_an_edit_of_the_times(activity):
    first = activity.occurrences.order_by("due_at").first()
    operations.snooze(actor=activity.owner, occurrence=first)
    edit(activity, times=HALF_PAST)

    first.refresh_from_db()
    assert first.state == "planned"
    assert wanted(activity)[first.subject_key] == first.due_at


def test_resting_takes_everything_back_and_resuming_brings_it_again(activity):
    before = wanted(activity)
    operations.pause_activity(actor=activity.owner, activity=activity, until=None)

    assert wanted(activity) == {}
    assert plan_chunk(10) == 0

    operations.resume_activity(actor=activity.owner, activity=activity)
    assert wanted(activity) == before == planned(activity)


def test_resting_also_takes_back_what_is_due_and_not_sent_yet(activity):
    move_clock(hours=1)
    assert any(due <= handrail_now() for due in wanted(activity).values())

    today = timezone.localtime(handrail_now(), activity.zone(activity.owner.time_zone)).date()
    operations.plan_rest(actor=activity.owner, begins_on=today, ends_on=None)

    assert wanted(activity) == {}


def test_a_rest_with_an_end_is_planned_from_that_day_by_itself(activity):
    tomorrow = timezone.localtime(handrail_now(), activity.zone(activity.owner.time_zone)).date() + timedelta(days=1)
    operations.pause_activity(actor=activity.owner, activity=activity, until=tomorrow)

    activity.refresh_from_db()
    assert wanted(activity) == planned(activity)
    assert min(wanted(activity).values()) == activity.rests[1]
    assert activity.planned_through >= handrail_now() + timedelta(hours=47)


def test_a_rest_that_ends_in_the_past_is_refused(activity):
    with pytest.raises(RuleViolation):
        operations.pause_activity(actor=activity.owner, activity=activity, until=timezone.now().date())
    assert len(wanted(activity)) == 48


def test_editing_while_resting_keeps_it_quiet_and_is_remembered(activity):
    operations.pause_activity(actor=activity.owner, activity=activity, until=None)
    edit(activity, times=HALF_PAST)
    assert wanted(activity) == {}

    operations.resume_activity(actor=activity.owner, activity=activity)
    assert {due.minute for due in wanted(activity).values()} == {30}


def test_resuming_what_does_not_rest_changes_nothing(activity):
    before = wanted(activity)

    assert operations.resume_activity(actor=activity.owner, activity=activity) is False
    assert wanted(activity) == before


def test_stopping_takes_the_reminders_back_and_keeps_the_record(activity):
    first = activity.occurrences.order_by("due_at").first()
    operations.mark_done(actor=activity.owner, occurrence=first)

    assert operations.stop_activity(actor=activity.owner, activity=activity) is True
    assert operations.stop_activity(actor=activity.owner, activity=activity) is False
    assert wanted(activity) == {}
    assert plan_chunk(10) == 0
    first.refresh_from_db()
    assert first.state == "done"


def test_the_last_activity_that_goes_ends_its_plan(db):
    plan = make_plan()
    activity = make_activity(owner=plan.owner, plan=plan)
    operations.stop_activity(actor=plan.owner, activity=activity)

    plan.refresh_from_db()
    assert plan.stopped_at is not None


def move(person, zone):
    person.time_zone = zone
    person.save(update_fields=["time_zone"])
    return operations.replan_for_new_zone(actor=person)


def test_what_travels_with_a_person_rings_at_the_same_wall_time_in_the_new_zone(db):
    activity = make_activity(times=[time(8)])
    plan_chunk(10)
    before = set(planned(activity))

    assert move(activity.owner, "Asia/Tokyo") == 1

    zone = activity.zone("Asia/Tokyo")
    assert {due.astimezone(zone).time() for due in wanted(activity).values()} == {time(8)}
    assert wanted(activity) == planned(activity)
    assert set(planned(activity)) & before


def test_what_keeps_to_its_place_does_not_move(db):
    activity = make_activity(times=[time(8)], zone_policy="home")
    plan_chunk(10)
    before = wanted(activity)

    assert move(activity.owner, "Asia/Tokyo") == 0
    assert wanted(activity) == before


def test_a_slot_that_was_done_does_not_come_again_further_west(db):
    person = make_user(time_zone="Pacific/Kiritimati")
    activity = make_activity(owner=person, times=EVERY_HOUR)
    plan_chunk(10)
    first = activity.occurrences.order_by("due_at").first()
    operations.mark_done(actor=person, occurrence=first)

    move(person, "Pacific/Honolulu")

    again = activity.occurrences.filter(local_key=first.local_key)
    assert [slot.state for slot in again] == ["done"]


def test_nobody_changes_what_belongs_to_somebody_else(activity):
    stranger = make_user()
    for change in (
        lambda: operations.edit_activity(actor=stranger, activity=activity, changes={"title": "x"}),
        lambda: operations.pause_activity(actor=stranger, activity=activity, until=None),
        lambda: operations.resume_activity(actor=stranger, activity=activity),
    ):
        with pytest.raises(PermissionDenied):
            change()
    assert operations.stop_activity(actor=stranger, activity=activity) is False
    assert operations.resume_everything(actor=stranger) == 0
    assert len(wanted(activity)) == 48


@pytest.mark.parametrize(("changes", "field"), [({"weekdays": []}, "weekdays"), ({"times": []}, "times")])
def test_a_rule_without_days_or_times_is_refused_beside_its_field(activity, changes, field):
    with pytest.raises(RuleViolation) as refused:
        edit(activity, **changes)
    assert refused.value.field == field
    assert len(wanted(activity)) == 48


def test_only_what_an_activity_has_can_be_changed(activity):
    with pytest.raises(TypeError):
        edit(activity, owner=make_user())


@pytest.mark.parametrize(
    ("answered", "new", "asked"),
    [
        (["00:00"], ["23:59"], []),  # it was for today, and today is done
        (["00:00"], ["00:00", "23:59"], ["23:59"]),  # one more
        (["00:00"], ["00:05", "23:59"], ["23:59"]),  # the first moved a little, the other is another
        (["00:00", "00:10"], ["23:58", "23:59"], []),
        ([], ["23:59"], ["23:59"]),
    ],
)
def test_what_was_answered_today_is_not_asked_again_at_its_new_time(db, answered, new, asked):
    """Accra has the clock of UTC: ten to midnight is the last minute at which this can be told."""
    person = make_user(time_zone=ACCRA)
    today = handrail_now().replace(hour=0, minute=0, second=0, microsecond=0)
    activity = make_activity(person, times=[time.fromisoformat(at) for at in answered or ["00:01"]])
    for at in answered:
        due = today + timedelta(minutes=int(at[3:]))
        row = make_occurrence(
            activity, due_at=due, slot_at=due, closes_at=today + timedelta(days=1), local_key=f"{today.date()}T{at}",
        )  # fmt: skip
        operations.mark_done(actor=person, occurrence=row)
    times = [time.fromisoformat(at) for at in new]
    operations.edit_activity(actor=person, activity=activity, changes={"times": times})

    rows = Occurrence.objects.filter(activity=activity, state="planned", due_at__lt=today + timedelta(days=1))
    assert sorted(f"{row.due_at:%H:%M}" for row in rows) == asked
    keys = {f"occurrence:{row.pk}:0" for row in rows}
    told = Delivery.objects.filter(recipient=person, state="pending", due_at__lt=today + timedelta(days=1))
    assert set(told.values_list("subject_key", flat=True)) == keys
