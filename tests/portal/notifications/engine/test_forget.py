"""What may be forgotten, and when."""

from datetime import timedelta

import pytest
from django.db import connection

from portal.core.clock import handrail_now
from portal.notifications.engine.reap import forget
from portal.notifications.models import Delivery, DeliveryAttempt, Event, Notice
from tests.factories.accounts import make_user
from tests.factories.notifications import House, make_delivery, make_notice

pytestmark = pytest.mark.django_db


def test_settled_rows_go_a_week_after_their_end_and_open_ones_never(house: House):
    now = handrail_now()
    old = {"due_at": now - timedelta(days=8), "not_after": now - timedelta(days=7, seconds=1)}
    make_delivery(state="cancelled", **old)
    waiting = make_delivery(state="pending", **old)
    recent = make_delivery(state="expired", due_at=now - timedelta(days=7), not_after=now - timedelta(days=6))

    assert forget() == 1

    assert set(Delivery.objects.values_list("pk", flat=True)) == {waiting.pk, recent.pk}


def test_expanded_events_and_old_notices_go(house: House):
    now = handrail_now()
    Event.objects.create(kind="x", subject="1", done_at=now - timedelta(days=8))
    Event.objects.create(kind="x", subject="2", created_at=now - timedelta(days=99))
    make_notice(make_user(), changed_at=now - timedelta(days=181))
    make_notice(make_user(), changed_at=now - timedelta(days=179))

    assert forget() == 2

    assert (Event.objects.get().subject, Notice.objects.count()) == ("2", 1)


def test_attempts_go_after_a_month_and_only_through_their_one_door():
    now = handrail_now()
    for days in (31, 29):
        DeliveryAttempt.objects.create(
            delivery_id=make_user().pk,
            kind="x",
            channel="null",
            number=1,
            outcome="sent",
            at=now - timedelta(days=days),
        )

    assert forget() == 1

    assert DeliveryAttempt.objects.get().at == now - timedelta(days=29)


def test_the_rows_that_change_keep_room_to_change_in():
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'notifications_delivery'")
        options = cursor.fetchone()[0]

    assert {"fillfactor=70", "autovacuum_vacuum_scale_factor=0.02"} <= set(options)
