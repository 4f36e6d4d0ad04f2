"""One reminder all the way: a plan is started, the engine sends it, the button in the mail works signed out."""

from datetime import time, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.kinds import Message
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, Notice
from selfcare import operations
from selfcare.models import Activity, Occurrence
from selfcare.operations import Choice
from tests.factories.accounts import make_user
from tests.factories.notifications import Wire, move_clock
from tests.factories.selfcare import ACCRA, make_template


class Letterbox(Wire):
    """Keeps the words of the mails it is handed."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def prepare(self, delivery: Delivery, message: Message) -> UUID:
        self.messages.append(message)
        return super().prepare(delivery, message)


@pytest.fixture
def letterbox(monkeypatch):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    return box


@pytest.fixture
def person(db):
    """Somebody with a walk that is due within a minute."""
    person = make_user(time_zone=ACCRA, display_name="Heron")
    soon = (handrail_now() + timedelta(minutes=1)).astimezone(Activity(zone_policy="follow").zone(ACCRA))
    text = make_template()
    operations.start_plan(
        actor=person, template=text.template, words=text, answers={"bones": "no"},
        choices={"walk": Choice(times=[time(soon.hour, soon.minute)])},
    )  # fmt: skip
    return person


def test_an_item_a_minute_away_is_sent_and_its_button_works_signed_out(client, person, letterbox):
    assert drain(limit=50) == 0 or Occurrence.objects.order_by("due_at").first().due_at <= handrail_now()
    move_clock(minutes=1)
    drain(limit=50)

    assert len(letterbox.messages) == 1
    assert [notice.words["title"] for notice in Notice.objects.filter(user=person)] == ["Time for your plan"]
    done = letterbox.messages[0].actions[0].url.removeprefix("http://localhost:8000")
    assert client.get(done).status_code == 200
    assert client.post(done).status_code == 200

    client.force_login(person)
    assert ", done at" in client.get(reverse("home:today")).text


@pytest.mark.parametrize("act", [operations.mark_done, operations.skip, operations.snooze])
def test_what_was_answered_in_time_is_not_sent(person, letterbox, act):
    act(actor=person, occurrence=Occurrence.objects.order_by("due_at").first())
    move_clock(minutes=1)
    drain(limit=50)

    assert letterbox.messages == []


def test_what_was_moved_is_sent_at_its_new_time_with_links_of_its_own(person, letterbox):
    first = Occurrence.objects.order_by("due_at").first()
    operations.snooze(actor=person, occurrence=first)
    move_clock(minutes=62)
    drain(limit=50)

    first.refresh_from_db()
    assert first.due_at == first.slot_at + timedelta(hours=1)
    assert len(letterbox.messages) == (1 if first.closes_at > handrail_now() else 0)


def test_nothing_is_sent_twice_whatever_is_planned_again(person, letterbox):
    move_clock(minutes=1)
    drain(limit=50)
    Activity.objects.update(planned_through=timezone.now())
    operations.replan_for_new_zone(actor=person)
    drain(limit=50)

    assert len(letterbox.messages) == 1
