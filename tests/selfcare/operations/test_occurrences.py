"""Done, Later, Skip and Undo: each may be pressed twice."""

from datetime import timedelta
from itertools import pairwise

import pytest

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from portal.notifications.operations.deliveries import schedule
from selfcare import operations
from selfcare.models import Occurrence
from selfcare.operations.planning import plan_chunk, wishes_for
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import afternoon, make_activity, make_occurrence, make_plan


@pytest.fixture
def slot(db):
    slot = make_occurrence()
    schedule(wishes_for(slot))
    return slot


def press(verb, slot, **more):
    changed = verb(actor=slot.activity.owner, occurrence=slot, **more)
    slot.refresh_from_db()
    return changed


def pending():
    return sorted(Delivery.objects.filter(state="pending", channel="email").values_list("subject_key", flat=True))


@pytest.mark.parametrize(("verb", "state"), [(operations.mark_done, "done"), (operations.skip, "skipped")])
def test_an_answer_counts_once_and_takes_the_reminder_back(slot, verb, state):
    assert press(verb, slot) is True
    assert (slot.state, pending()) == (state, [])
    acted_at = slot.acted_at

    assert press(verb, slot) is False
    assert (slot.state, slot.acted_at) == (state, acted_at)


def test_what_was_skipped_can_still_be_done_but_not_the_other_way_round(slot):
    press(operations.skip, slot)
    assert press(operations.mark_done, slot) is True
    assert press(operations.skip, slot) is False
    assert slot.state == "done"


def test_later_moves_the_slot_by_an_hour_with_a_reminder_of_its_own(slot):
    first, due = slot.subject_key, slot.due_at

    assert press(operations.snooze, slot, snooze_no=0) is True
    assert slot.due_at == due + timedelta(hours=1)
    assert slot.slot_at == due
    assert pending() == [slot.subject_key] != [first]


def test_a_second_press_of_the_same_later_changes_nothing(slot):
    press(operations.snooze, slot, snooze_no=0)
    due = slot.due_at

    assert press(operations.snooze, slot, snooze_no=0) is False
    assert slot.due_at == due


def test_a_drink_is_moved_by_half_an_hour(db):
    person = make_user(time_zone=afternoon())
    slot = make_occurrence(make_activity(person, kind="hydration", planned_through=None))
    due = slot.due_at
    press(operations.snooze, slot)

    assert slot.due_at == due + timedelta(minutes=30)


def test_later_on_something_long_due_counts_from_now(slot):
    move_clock(hours=2)
    if slot.closes_at > handrail_now():
        press(operations.snooze, slot)
        assert timedelta(minutes=59) < slot.due_at - handrail_now() <= timedelta(hours=1)


def test_what_is_answered_cannot_be_moved(slot):
    press(operations.mark_done, slot)

    assert press(operations.snooze, slot) is False


def test_undo_opens_an_answer_again_and_reminds_of_what_lies_ahead(slot):
    before = pending()
    press(operations.mark_done, slot)

    assert press(operations.undo, slot) is True
    assert (slot.state, slot.acted_at, pending()) == ("planned", None, before)


def test_undo_does_not_remind_of_what_has_passed(slot):
    press(operations.mark_done, slot)
    move_clock(minutes=20)

    assert press(operations.undo, slot) is True
    assert pending() == []


def test_undo_puts_a_moved_slot_back(slot):
    due = slot.due_at
    press(operations.snooze, slot)

    assert press(operations.undo, slot) is True
    assert slot.due_at == due
    assert pending() == [slot.subject_key]


def test_undo_pressed_twice_takes_back_one_step(slot):
    press(operations.snooze, slot)
    press(operations.mark_done, slot)

    assert press(operations.undo, slot, what="answer") is True
    assert press(operations.undo, slot, what="answer") is False
    assert slot.due_at != slot.slot_at


def test_there_is_nothing_to_undo_in_a_fresh_slot(slot):
    assert press(operations.undo, slot) is False


def test_a_cancelled_slot_cannot_be_answered(slot):
    Occurrence.objects.update(state="cancelled")

    assert [press(verb, slot) for verb in (operations.mark_done, operations.skip, operations.snooze)] == [False] * 3


def test_nobody_answers_for_somebody_else(slot):
    stranger = make_user()
    verbs = (operations.mark_done, operations.skip, operations.snooze, operations.undo)

    assert [verb(actor=stranger, occurrence=slot) for verb in verbs] == [False] * 4
    slot.refresh_from_db()
    assert (slot.state, slot.snooze_no) == ("planned", 0)


def test_a_hard_day_takes_back_all_but_the_essentials_and_gives_them_back(db):
    person = make_user()
    slots = {
        essential: make_occurrence(
            make_activity(owner=person, planned_through=None, essential=essential),
            due_at=handrail_now() + timedelta(seconds=30),
        )
        for essential in (True, False)
    }
    schedule([wish for slot in slots.values() for wish in wishes_for(slot)])
    day = slots[True].due_at.astimezone(slots[True].activity.zone(person.time_zone)).date()

    assert operations.begin_hard_day(actor=person, day=day) is True
    assert operations.begin_hard_day(actor=person, day=day) is False
    assert pending() == [slots[True].subject_key]

    assert operations.end_hard_day(actor=person, day=day) is True
    assert pending() == sorted(slot.subject_key for slot in slots.values())
    assert operations.end_hard_day(actor=person, day=day) is False


def test_what_comes_some_time_after_it_was_done_is_counted_from_the_moment_it_was_done(db):
    now = handrail_now()
    activity = make_activity(schedule_kind="after", times=[], every_minutes=240, anchor_at=now, planned_through=now)
    plan_chunk(10)
    item = activity.occurrences.order_by("due_at").first()
    assert {later.due_at - earlier.due_at for earlier, later in pairwise(activity.occurrences.order_by("due_at"))} == {
        timedelta(hours=4)
    }
    move_clock(minutes=90)
    operations.mark_done(actor=activity.owner, occurrence=item)

    following = activity.occurrences.filter(state="planned").order_by("due_at").first()
    item.refresh_from_db()
    wait = following.due_at - item.acted_at
    assert timedelta(hours=4, minutes=-1) < wait <= timedelta(hours=4)
    waiting = Delivery.objects.filter(state="pending", subject_key=following.subject_key)
    assert waiting.count() == 2

    operations.undo(actor=activity.owner, occurrence=item, what="answer")
    item.refresh_from_db()
    again = activity.occurrences.filter(state="planned", due_at__gt=item.due_at).order_by("due_at").first()
    assert (item.state, again.due_at - item.due_at) == ("planned", timedelta(hours=4))


def test_what_is_told_late_or_taken_back_does_not_count_before_what_was_done_since(db):
    """A device sends an older press after a newer one, and an older answer is undone."""
    now = handrail_now()
    activity = make_activity(schedule_kind="after", times=[], every_minutes=240, planned_through=None)
    early, late = (make_occurrence(activity, due_at=now - timedelta(hours=hours)) for hours in (6, 2))
    operations.mark_done(actor=activity.owner, occurrence=late, at=now - timedelta(hours=1))

    def due():
        activity.refresh_from_db()
        return round((activity.anchor_at - now) / timedelta(hours=1))

    operations.mark_done(actor=activity.owner, occurrence=early, at=now - timedelta(hours=5))
    assert due() == 3
    operations.undo(actor=activity.owner, occurrence=early, what="answer")
    assert due() == 3
    operations.undo(actor=activity.owner, occurrence=late, what="answer")
    assert due() == 2


@pytest.mark.parametrize("how", ["taken out", "held"])
def test_what_does_not_ring_any_more_cannot_be_asked_for_later(db, how):
    person = make_user()
    plan = make_plan(person, held=how == "held")
    slot = make_occurrence(make_activity(person, plan=plan, planned_through=None))
    if how == "taken out":
        operations.stop_activity(actor=person, activity=slot.activity)
        Occurrence.objects.filter(pk=slot.pk).update(state="planned")

    with pytest.raises(RuleViolation) as no:
        press(operations.snooze, slot, snooze_no=0)

    assert no.value.code == {"taken out": "gone", "held": "held"}[how]
    assert (slot.snooze_no, pending()) == (0, [])
