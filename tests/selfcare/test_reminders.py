"""Whether a reminder is still wanted, and what it says."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.kinds import No, Yes
from selfcare import operations
from selfcare.messages import reminders
from selfcare.models import Activity, HardDay, Occurrence, WaterLog
from selfcare.reads import today
from tests.factories.accounts import make_user
from tests.factories.selfcare import afternoon, make_activity, make_occurrence, make_plan


@dataclass
class Asked:
    subject_key: str
    pk: UUID
    kind: str = "selfcare.reminder"
    recipient_id: UUID | None = None
    channel: str = "email"
    due_at: object = None


def verdict(slot, key=""):
    asked = Asked(key or slot.subject_key, uuid4())
    return reminders.still_wanted([asked])[asked.pk]


@pytest.fixture
def slot(db):
    return make_occurrence(make_activity(owner=make_user(display_name="Heron"), planned_through=None, minutes=5))


def test_a_planned_slot_is_wanted(slot):
    assert verdict(slot) == Yes()


@pytest.mark.parametrize("state", ["done", "skipped", "cancelled", "no_record"])
def test_an_answered_slot_is_not(slot, state):
    Occurrence.objects.update(state=state)
    assert verdict(slot) == No(state)


def test_neither_is_one_that_moved_on_rests_stopped_waits_or_is_gone(slot):
    old = slot.subject_key
    operations.snooze(actor=slot.activity.owner, occurrence=slot)
    slot.refresh_from_db()
    assert (verdict(slot, old), verdict(slot)) == (No("moved"), Yes())

    Activity.objects.update(rests=[timezone.now() - timedelta(hours=n) for n in (2, 1)])
    assert verdict(slot) == Yes()
    Activity.objects.update(rests=[timezone.now() - timedelta(hours=n) for n in (4, 3, 1)])
    assert verdict(slot) == No("resting")
    Activity.objects.update(rests=[], plan=make_plan(slot.activity.owner, held=True))
    assert verdict(slot) == No("stopped")
    Activity.objects.update(plan=None, stopped_at=timezone.now())
    assert verdict(slot) == No("stopped")
    assert verdict(slot, f"occurrence:{uuid4()}:0") == No("gone")


def test_a_hard_day_keeps_the_essentials(slot):
    zone = slot.activity.zone(slot.activity.owner.time_zone)
    HardDay.objects.create(owner=slot.activity.owner, day=slot.due_at.astimezone(zone).date())
    assert verdict(slot) == No("hard_day")

    Activity.objects.update(essential=True)
    assert verdict(slot) == Yes()


@pytest.mark.parametrize("count", [1, 3])
def test_a_batch_is_asked_about_at_one_price(db, django_assert_num_queries, count):
    batch = [Asked(make_occurrence().subject_key, uuid4()) for _ in range(count)]
    with django_assert_num_queries(3):  # slots with their rules, clock, hard days
        assert set(reminders.still_wanted(batch).values()) == {Yes()}


def words(slot):
    return reminders.render(Asked(slot.subject_key, uuid4()))


def test_the_subject_is_neutral_and_the_body_names_its_slot(slot):
    message = words(slot)
    at = timezone.localtime(slot.due_at, slot.activity.zone(slot.activity.owner.time_zone))
    shown = at.strftime("%-I:%M") if at.minute else at.strftime("%-I")

    assert message.subject.startswith("A reminder from Handrail, ")
    assert "walk" not in message.subject.casefold() + message.title.casefold()
    assert message.lines[0].startswith("Hello Heron.")
    assert shown in message.lines[1] or at.hour in {0, 12}
    assert list(message.card) == ["A short walk", "5 minutes", "Slowly"]
    assert [action.label for action in message.actions] == ["Done", "Ask me later", "Skip this time"]
    assert all(action.url.startswith("http://localhost:8000/plan/do/") for action in message.actions)
    assert len({action.url for action in message.actions}) == 3


def test_a_drink_can_be_logged_from_its_mail(db):
    person = make_user(time_zone=afternoon())
    slot = make_occurrence(make_activity(person, kind="hydration", ml=200, planned_through=None))
    assert [action.label for action in words(slot).actions] == ["Log 200 ml", "Ask me later", "Skip this time"]


def test_on_a_hard_day_the_mail_asks_for_half_as_long_as_the_page_does(db):
    slot = make_occurrence(make_activity(minutes=10, essential=True, planned_through=None))
    owner, day = slot.activity.owner, slot.due_at.astimezone(ZoneInfo(slot.activity.owner.time_zone)).date()
    assert "10 minutes" in words(slot).card

    operations.begin_hard_day(actor=owner, day=day)
    assert "5 minutes" in words(slot).card
    assert [item.minutes for item in today(owner, slot.due_at).items] == [5]


def test_a_discreet_reminder_says_nothing_of_what_it_is_for(db):
    slot = make_occurrence(make_activity(title="Kegels", discreet=True, planned_through=None))
    message = words(slot)

    assert not message.card
    assert "Kegels" not in str(message)
    assert "legs" not in str(message)


def test_a_discreet_drink_is_not_told_by_its_button_either_and_is_written_down_all_the_same(client, db):
    person = make_user(time_zone=afternoon())
    slot = make_occurrence(make_activity(person, kind="hydration", ml=200, discreet=True, planned_through=None))
    message = words(slot)
    assert [action.label for action in message.actions] == ["Done", "Ask me later", "Skip this time"]
    assert " ml" not in str(message)

    client.post(message.actions[0].url.removeprefix("http://localhost:8000"))
    assert list(WaterLog.objects.values_list("ml", flat=True)) == [200]


def test_it_is_told_in_the_zone_of_the_activity(db):
    person = make_user(time_zone="Asia/Tokyo")
    slot = make_occurrence(make_activity(owner=person, planned_through=None), due_at=handrail_now())

    assert "Tokyo time" in words(slot).lines[0]
