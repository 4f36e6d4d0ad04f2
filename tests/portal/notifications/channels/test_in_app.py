"""The inbox row that updates."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from portal.core.clock import handrail_now
from portal.core.kinds import Message
from portal.notifications.channels.in_app import InAppChannel, subject_of
from portal.notifications.engine.claim import claim
from portal.notifications.engine.reap import reap
from portal.notifications.engine.sender import drain
from portal.notifications.models import Notice
from portal.notifications.operations.notices import mark_read
from tests.factories.accounts import make_user
from tests.factories.notifications import House, make_delivery, move_clock

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "subject"),
    [("thread:9:3", "thread:9"), ("occurrence:7:0", "occurrence:7"), ("digest:2027-03-28", "digest:2027-03-28")],
)
def test_a_notice_is_about_the_thing_whatever_its_generation(key: str, subject: str):
    assert subject_of(key) == subject


def test_news_about_the_same_thing_updates_the_row_and_makes_it_unread(house: House):
    person = make_user()
    make_delivery(recipient=person, channel="in_app", subject_key="thread:9:1")
    drain(limit=5)
    mark_read(actor=person)
    house.words = lambda one: Message(
        subject="s", title="Two new", lines=["x"], url="http://localhost:8000/groups/t/9/"
    )
    make_delivery(recipient=person, channel="in_app", subject_key="thread:9:2")

    drain(limit=5)

    notice = Notice.objects.get()
    assert (notice.times, notice.read_at) == (2, None)
    assert notice.words == {"title": "Two new", "lines": ["x"], "url": "/groups/t/9/"}


def test_news_that_comes_late_does_not_stand_in_the_place_of_newer_news(house: House):
    person, now = make_user(), handrail_now()
    older = make_delivery(
        recipient=person, channel="in_app", subject_key="thread:9:1", due_at=now - timedelta(minutes=3)
    )
    make_delivery(recipient=person, channel="in_app", subject_key="thread:9:2", due_at=now - timedelta(minutes=2))
    claim(limit=1, only="in_app")  # a sender that dies with the older one
    drain(limit=5)
    mark_read(actor=person)
    move_clock(seconds=61)
    reap()

    drain(limit=5)

    older.refresh_from_db()
    notice = Notice.objects.get()
    assert (older.state, notice.subject_key, notice.times) == ("sent", "thread:9:2", 1)
    assert notice.read_at is not None


def test_writing_the_same_delivery_again_changes_nothing(house: House):
    person = make_user()
    delivery = make_delivery(recipient=person, channel="in_app", subject_key="thread:9:1")
    channel, message = InAppChannel(), Message(subject="s", title="One new")
    channel.hand_over(channel.prepare(delivery, message))
    mark_read(actor=person)

    channel.hand_over(channel.prepare(delivery, message))

    notice = Notice.objects.get()
    assert notice.times == 1
    assert notice.read_at is not None


def test_two_people_have_rows_of_their_own(house: House):
    for _ in range(2):
        make_delivery(channel="in_app", subject_key="thread:9:1")

    drain(limit=5)

    assert Notice.objects.count() == 2


def test_a_notice_for_nobody_is_dead(house: House):
    delivery: Any = make_delivery(recipient=None, channel="in_app")

    drain(limit=5)

    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_code) == ("dead", "no-recipient")


def test_the_words_are_sealed_in_the_row(house: House):
    make_delivery(channel="in_app", subject_key="thread:9:1")
    drain(limit=5)

    with connection.cursor() as cursor:
        cursor.execute("SELECT row(n.*)::text, n.words_sealed FROM notifications_notice n")
        text, sealed = cursor.fetchone()
    assert "gate" not in text
    assert b"gate" not in bytes(sealed)
    assert "Walk to the gate" in Notice.objects.get().words["lines"]
