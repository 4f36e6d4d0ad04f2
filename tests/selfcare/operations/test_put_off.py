"""A rule that cannot be planned holds up nobody, is tried again, and loses nothing."""

from datetime import time, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest
from django.db import connection
from django.urls import reverse

from portal.accounts import roles
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.engine.plan import plan_ahead
from portal.notifications.models import Delivery
from selfcare.models import DiaryEntry, Occurrence, PutOff, WeeklyLetter
from selfcare.operations.planning import plan_chunk, plan_put_off
from selfcare.operations.put_off import count_put_off
from selfcare.operations.travel import move_to
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import make_activity, make_entry

pytestmark = pytest.mark.django_db
OVERVIEW = reverse("admin:notifications_overview")
NOWHERE = "Nowhere/Land"
EVERY_HOUR = [time(hour) for hour in range(24)]


def slots_of(activity):
    return activity.occurrences.count()


def put_right(person):
    person.time_zone = "Europe/London"
    person.save(update_fields=["time_zone"])


def test_one_bad_rule_in_a_chunk_is_put_off_and_all_others_are_planned():
    good = [make_activity(times=EVERY_HOUR) for _ in range(3)]
    bad = make_activity(owner=make_user(time_zone=NOWHERE), times=EVERY_HOUR)
    good += [make_activity(times=EVERY_HOUR) for _ in range(3)]

    assert [plan_chunk(10), plan_chunk(10)] == [7, 0]

    assert [slots_of(one) for one in good] == [48] * 6
    assert slots_of(bad) == 0
    row = PutOff.objects.get()
    assert (row.activity_id, row.failures, row.error) == (bad.pk, 1, ZoneInfoNotFoundError.__name__)


def test_a_rule_that_the_database_refuses_is_put_off_likewise():
    good, bad = make_activity(times=EVERY_HOUR), make_activity(times=EVERY_HOUR)
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE selfcare_occurrence ADD CONSTRAINT none_of_this CHECK (activity_id <> '%s')" % bad.pk  # noqa: UP031
        )

    assert plan_chunk(10) == 2

    assert (slots_of(good), slots_of(bad)) == (48, 0)
    assert PutOff.objects.get().error == "IntegrityError"
    assert Delivery.objects.count() == 48 * 2


def test_it_is_tried_again_later_and_later_and_planned_from_where_it_was(caplog):
    person = make_user(time_zone=NOWHERE)
    bad = make_activity(owner=person, times=EVERY_HOUR)
    began = bad.planned_through
    plan_chunk(10)
    assert plan_put_off() == 0, "not before its time"

    waits = []
    for _ in range(9):
        row = PutOff.objects.get()
        waits.append(round((row.next_try_at - handrail_now()).total_seconds() / 60))
        move_clock(seconds=(row.next_try_at - handrail_now()).total_seconds() + 1)
        assert (plan_chunk(10), plan_put_off()) == (0, 1)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert {record.id for record in caplog.records if record.msg == "rule put off"} == {str(bad.pk)}
    bad.refresh_from_db()
    assert bad.planned_through == began

    put_right(person)
    move_clock(hours=1)
    assert plan_put_off() == 1

    assert not PutOff.objects.exists()
    assert slots_of(bad) >= 48
    assert slots_of(bad) == Delivery.objects.filter(channel="email").count()


def test_whoever_changes_the_rule_begins_anew():
    person = make_user(time_zone=NOWHERE)
    bad = make_activity(owner=person, times=EVERY_HOUR)
    plan_chunk(10)
    assert count_put_off() == 1

    put_right(person)
    bad.planned_through = handrail_now()
    bad.save(update_fields=["planned_through"])

    assert count_put_off() == 0
    assert plan_chunk(10) == 1
    assert slots_of(bad) == 48
    plan_put_off()
    assert not PutOff.objects.exists()


def test_administrators_are_alerted_on_the_overview_and_nobody_is_named(client, settings):
    settings.DEMO = True
    client.force_login(make_user(roles.ADMINISTRATORS))
    assert "could not be worked out" not in client.get(OVERVIEW).content.decode()
    person = make_user(time_zone=NOWHERE, display_name="Somebody who could leak")
    make_activity(owner=person)
    plan_chunk(10)

    html = client.get(OVERVIEW).content.decode()

    assert "One rule of a plan could not be worked out" in html
    assert "could leak" not in html and person.email not in html


def test_a_step_that_fails_keeps_no_other_from_its_work(caplog):
    """The steps after planning: here the second breaks in the middle, and the diary and the letters are seen to."""
    old = make_entry(make_user(), worst=3)
    DiaryEntry.objects.filter(pk=old.pk).update(deleted_at=handrail_now() - timedelta(hours=2))
    letter = WeeklyLetter.objects.create(owner=make_user(time_zone=NOWHERE), next_at=handrail_now())
    slot = make_activity(planned_through=None).occurrences.create(
        local_key="x", slot_at=handrail_now() - timedelta(days=2), due_at=handrail_now() - timedelta(days=2),
        not_after=handrail_now() - timedelta(days=2), closes_at=handrail_now() - timedelta(days=1),
    )  # fmt: skip

    def refuse(execute, sql, params, many, context):
        if "DISTINCT u.time_zone" in sql:
            raise ZeroDivisionError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        plan_ahead()

    assert [record.operation for record in caplog.records if record.msg == "step failed"] == ["tell_missed"]
    assert Occurrence.objects.get(pk=slot.pk).state == "no_record"
    assert not DiaryEntry.objects.filter(pk=old.pk).exists()
    letter.refresh_from_db()
    assert letter.next_at is None


@pytest.mark.parametrize("zone", ["localtime", "posixrules", "Factory", NOWHERE, ""])
def test_one_moves_only_to_places_on_the_list(zone):
    person = make_user()
    with pytest.raises(RuleViolation):
        move_to(actor=person, zone=zone)
