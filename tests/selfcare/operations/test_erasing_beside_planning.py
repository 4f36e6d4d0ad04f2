"""Somebody is erased while a planner works on their activities: neither waits for what the other holds."""

import threading

import pytest
from django.db import connection, transaction
from django.db.models import F

from portal.accounts.models import User
from portal.accounts.operations.leaving import erase_everywhere
from portal.notifications.models import Delivery
from selfcare.models import Activity
from selfcare.operations.planning import plan_chunk
from tests.factories.selfcare import make_activity
from tests.waiting import until_somebody_waits


def erase(person):
    try:
        with transaction.atomic():
            erase_everywhere(User.objects.select_for_update().get(pk=person.pk), keep_words=False)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_an_eraser_waits_for_a_planner_before_it_touches_any_message():
    activity = make_activity()
    plan_chunk(10)
    messages = Delivery.objects.filter(recipient=activity.owner)
    assert messages.exists()
    eraser = threading.Thread(target=erase, args=[activity.owner])

    with transaction.atomic():
        list(Activity.objects.select_for_update())
        eraser.start()
        until_somebody_waits()
        assert messages.update(attempts=F("attempts")) > 0
    eraser.join()

    assert not messages.exists() and not Activity.objects.exists()
