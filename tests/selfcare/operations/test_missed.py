"""After an outage one message leads to Today, once for each person, channel and local date."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection

from portal.core.clock import handrail_now
from portal.core.kinds import No, Yes, kinds
from portal.notifications.engine.plan import plan_ahead
from portal.notifications.engine.reap import expire
from portal.notifications.models import Delivery
from portal.notifications.operations.deliveries import schedule
from portal.notifications.operations.preferences import choose
from selfcare import operations
from selfcare.models import HardDay
from selfcare.operations.missed import tell_missed
from selfcare.operations.planning import wishes_for
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity, make_occurrence

DAY = "selfcare.day"


def noon_of(now):
    return datetime.combine(now, time(12), UTC)


@pytest.fixture(autouse=True)
def noon(db):
    """Noon in Accra, so that a morning lies behind and no midnight is near."""
    now = handrail_now()
    move_clock(
        seconds=(datetime.combine(now.date(), datetime.min.time(), UTC) + timedelta(hours=12) - now).total_seconds()
    )
    assert handrail_now().hour == 12


def outage(*hours_ago, owner=None, channels=("in_app", "email")):
    """Slots of this morning whose reminders waited until they were too late."""
    activity = make_activity(owner=owner, planned_through=None, channels=list(channels))
    slots = [make_occurrence(activity, due_at=handrail_now() - timedelta(hours=hours)) for hours in hours_ago]
    schedule([wish for slot in slots for wish in wishes_for(slot)])
    expire()
    return slots


def told(person):
    rows = Delivery.objects.filter(kind=DAY, recipient=person)
    return sorted(rows.values_list("channel", "subject_key"))


def verdicts(person):
    rows = list(Delivery.objects.filter(kind=DAY, recipient=person))
    return set(kinds.get(DAY).still_wanted(rows).values())


def test_several_reminders_that_did_not_come_are_told_once_on_the_channels_they_missed(django_assert_num_queries):
    both, mail = make_user(time_zone=ACCRA), make_user(time_zone=ACCRA)
    outage(4, 5, owner=both)
    outage(4, 5, 6, owner=mail, channels=["email"])
    key = f"day:{handrail_now():%Y-%m-%d}"

    with django_assert_num_queries(6):  # savepoint, clock, the zones, what expired, the messages, release
        assert tell_missed() == 3
    assert tell_missed() == 0

    assert (told(both), told(mail)) == ([("email", key), ("in_app", key)], [("email", key)])
    midnight = noon_of(handrail_now()) + timedelta(hours=12)
    assert set(Delivery.objects.filter(kind=DAY).values_list("not_after", flat=True)) == {midnight}


def test_one_late_reminder_yesterdays_or_one_that_went_out_are_no_outage():
    (lone,) = outage(4)
    yesterday = outage(13, 14)[0]
    sent = outage(4, 5)[0]
    Delivery.objects.filter(recipient=sent.activity.owner).update(state="sent", sent_at=handrail_now())

    assert tell_missed() == 0
    assert [told(slot.activity.owner) for slot in (lone, yesterday, sent)] == [[], [], []]


def test_the_day_is_the_persons_own():
    """At noon in Accra it is nine in the evening in Tokyo, and in Kiritimati the next day has begun."""
    tokyo, kiritimati = make_user(time_zone="Asia/Tokyo"), make_user(time_zone="Pacific/Kiritimati")
    outage(4, 5, owner=tokyo)
    outage(4, 5, owner=kiritimati)

    assert tell_missed() == 2
    assert (len(told(tokyo)), told(kiritimati)) == (2, [])
    assert Delivery.objects.filter(kind=DAY).first().not_after == noon_of(handrail_now()) + timedelta(hours=3)


def test_the_planner_tells_it_and_the_next_day_starts_afresh():
    slots = outage(4, 5)
    owner = slots[0].activity.owner
    plan_ahead()
    assert len(told(owner)) == 2

    move_clock(days=1)
    plan_ahead()
    for slot in slots:
        slot.refresh_from_db()
    assert ([slot.state for slot in slots], len(told(owner))) == (["no_record"] * 2, 2)


def test_a_zone_that_only_we_know_or_nobody_keeps_no_other_from_being_told():
    """The database server may be older than our own list of zones."""
    lost, here = make_user(time_zone=ACCRA), make_user(time_zone=ACCRA)
    outage(4, 5, owner=here)
    outage(4, 5, owner=lost)
    lost.time_zone = "Nowhere/Land"
    lost.save(update_fields=["time_zone"])

    assert tell_missed() == 4
    assert len(told(here)) == 2


def test_it_is_wanted_while_something_of_today_is_open():
    first, second = outage(4, 5)
    owner = first.activity.owner
    tell_missed()
    assert verdicts(owner) == {Yes()}

    operations.mark_done(actor=owner, occurrence=first)
    assert verdicts(owner) == {Yes()}
    operations.skip(actor=owner, occurrence=second)
    assert verdicts(owner) == {No("answered")}


def test_a_hard_day_or_reminders_turned_off_keep_it_away():
    owner = outage(4, 5)[0].activity.owner
    tell_missed()
    hard = HardDay.objects.create(owner=owner, day=handrail_now().date())
    assert verdicts(owner) == {No("answered")}

    hard.delete()
    choose(actor=owner, wanted={("selfcare.reminder", "email"): False}, rest_email=False)
    assert verdicts(owner) == {No("unwanted"), Yes()}


def test_its_words_tell_nothing_about_health():
    slot = outage(4, 5)[0]
    tell_missed()
    message = kinds.get(DAY).render(Delivery.objects.filter(kind=DAY).first())

    assert (message.subject, message.url) == ("Here is your day", "/today/")
    assert [action.url for action in message.actions] == ["/today/"]
    assert slot.activity.title not in str(message)


def test_what_expired_is_found_by_its_own_index():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT 1 FROM notifications_delivery WHERE state = 'expired' AND not_after > handrail_now()"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "delivery_expired" in plan
