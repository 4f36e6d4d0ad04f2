"""Holding sessions and answering them: who may, and places that are given once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from groups.models import Session, SessionAnswer
from groups.operations.memberships import leave
from groups.operations.session_places import move_reminders, reminder_times
from groups.operations.sessions import answer_session, cancel_session, change_session, hold_session, write_summary
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery, Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member
from tests.factories.sessions import make_session

SOON = timezone.now().replace(microsecond=0) + timedelta(days=5)
FIELDS = {"title": "An hour", "starts_at": SOON, "ends_at": SOON + timedelta(hours=1), "time_zone": "Europe/London"}


def reminders(**more):
    return Delivery.objects.filter(kind="groups.session", **more).order_by("due_at")


@pytest.mark.django_db(transaction=True)
def test_twenty_who_say_yes_at_once_share_three_places_and_one_line():
    session = make_session(places=3)
    people = [make_member(session.group).user for _ in range(20)]
    start = Barrier(20)

    def say_yes(person):
        try:
            start.wait(30)
            return answer_session(actor=person, session=session, answer="yes").answer
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        said = list(pool.map(say_yes, people))

    assert (said.count("yes"), said.count("waiting")) == (3, 17)
    assert SessionAnswer.objects.filter(answer="yes").count() == 3


@pytest.mark.django_db
def test_who_waited_longest_moves_up_when_somebody_cannot_come():
    session = make_session(places=1)
    first, second, third = (make_member(session.group).user for _ in range(3))
    for person in (first, second, third):
        answer_session(actor=person, session=session, answer="yes")
    answer_session(actor=second, session=session, answer="yes")  # asking again keeps the place in the line

    answer_session(actor=first, session=session, answer="no")

    assert SessionAnswer.objects.get(user=second).answer == "yes"
    assert SessionAnswer.objects.get(user=third).answer == "waiting"
    assert Event.objects.filter(kind="groups.session_place").count() == 1
    assert reminders(recipient=second).count() == 4


@pytest.mark.django_db
def test_who_leaves_the_group_gives_their_place_back_and_is_not_reminded():
    session = make_session(places=1)
    first, second = (make_member(session.group).user for _ in range(2))
    for person in (first, second):
        answer_session(actor=person, session=session, answer="yes")

    leave(actor=first, group=session.group)

    assert [one.user_id for one in SessionAnswer.objects.filter(answer="yes")] == [second.pk]
    assert set(reminders(recipient=first).values_list("state", flat=True)) == {"cancelled"}


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["stranger", "staff", "left", "auditor"])
def test_only_those_who_take_part_in_the_group_answer(who):
    session = make_session()
    person = {
        "stranger": lambda: make_user(),
        "staff": lambda: make_user("Moderators", "Administrators"),
        "left": lambda: make_member(session.group, left_at=timezone.now()).user,
        "auditor": lambda: make_member(session.group, role="auditor").user,
    }[who]()

    with pytest.raises(PermissionDenied):
        answer_session(actor=person, session=session, answer="yes")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "may"),
    [("member", False), ("mentor", False), ("auditor", False), ("facilitator", True), ("moderator", True),
     ("safeguarding_lead", True)],
)  # fmt: skip
def test_facilitators_and_moderators_hold_sessions(role, may):
    group = make_group("private")
    person = make_member(group, role=role).user
    held = make_session(group, starts_at=timezone.now() - timedelta(hours=1))
    acts = [
        lambda: hold_session(actor=person, group=group, **FIELDS),
        lambda: write_summary(actor=person, session=held, summary="We talked."),
        lambda: cancel_session(actor=person, session=make_session(group)),
        lambda: change_session(actor=person, session=make_session(group), title="Another"),
    ]
    for act in acts:
        if may:
            assert act()
        else:
            with pytest.raises(PermissionDenied):
                act()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ends_at": SOON}, "ends_at"),
        ({"ends_at": SOON + timedelta(hours=13)}, "ends_at"),
        ({"starts_at": timezone.now() - timedelta(days=1), "ends_at": timezone.now() - timedelta(hours=23)},
         "starts_at"),
        ({"time_zone": "Middle/Earth"}, "time_zone"),
    ],
)  # fmt: skip
def test_times_that_make_no_sense_are_refused_beside_their_field(change, field):
    group = make_group()
    lead = make_member(group, role="facilitator").user

    with pytest.raises(RuleViolation) as refusal:
        hold_session(actor=lead, group=group, **{**FIELDS, **change})

    assert (refusal.value.field, Session.objects.count()) == (field, 0)


@pytest.mark.django_db
def test_what_is_over_or_called_off_takes_no_answers_and_no_changes():
    group = make_group()
    lead = make_member(group, role="moderator").user
    over = make_session(group, starts_at=timezone.now() - timedelta(hours=3))
    off = make_session(group)
    cancel_session(actor=lead, session=off)

    for session, code in ((over, "over"), (off, "cancelled")):
        for act in (
            lambda one=session: answer_session(actor=lead, session=one, answer="yes"),
            lambda one=session: change_session(actor=lead, session=one, title="Another"),
        ):
            with pytest.raises(RuleViolation) as refusal:
                act()
            assert refusal.value.code == code
    assert cancel_session(actor=lead, session=off) is False


@pytest.mark.django_db
def test_a_summary_waits_for_the_session():
    session = make_session()
    lead = make_member(session.group, role="facilitator").user

    with pytest.raises(RuleViolation) as refusal:
        write_summary(actor=lead, session=session, summary="We will have talked.")

    assert refusal.value.field == "summary"


@pytest.mark.django_db
def test_another_time_moves_the_reminders_and_tells_those_who_come_and_another_title_tells_nobody():
    session = make_session()
    lead, member = make_member(session.group, role="moderator").user, make_member(session.group).user
    answer_session(actor=member, session=session, answer="yes")
    fields = {name: getattr(session, name) for name in ("starts_at", "ends_at", "time_zone")}

    assert change_session(actor=lead, session=session, **fields, title="Another title") is True
    assert not Event.objects.filter(kind="groups.session_news").exists()

    later = {name: fields[name] + timedelta(days=1) for name in ("starts_at", "ends_at")}
    assert change_session(actor=lead, session=session, **{**fields, **later}) is True

    assert Event.objects.filter(kind="groups.session_news").count() == 1
    due = set(reminders(state="pending").values_list("due_at", flat=True))
    assert due == set(reminder_times(later["starts_at"], member.time_zone).values())


@pytest.mark.parametrize(
    ("zone", "evening"),
    [
        ("Europe/London", datetime(2027, 3, 27, 18, tzinfo=UTC)),  # the clocks go forward that night
        ("America/New_York", datetime(2027, 3, 27, 22, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2027, 3, 27, 12, 15, tzinfo=UTC)),
        ("Pacific/Auckland", datetime(2027, 3, 28, 5, tzinfo=UTC)),  # there it is the 29th already
    ],
)
def test_the_evening_before_is_six_o_clock_where_the_person_is(zone, evening):
    starts_at = datetime(2027, 3, 28, 17, tzinfo=UTC)

    found = reminder_times(starts_at, zone)

    assert found == {"day": evening, "hour": starts_at - timedelta(hours=1)}
    assert found["day"].astimezone(ZoneInfo(zone)).hour == 18


@pytest.mark.django_db
def test_who_moves_to_another_zone_is_reminded_by_the_new_clock():
    session = make_session()
    member = make_member(session.group, make_user(time_zone="Europe/London")).user
    answer_session(actor=member, session=session, answer="perhaps")
    member.time_zone = "America/New_York"
    member.save()

    move_reminders(actor=member)

    due = set(reminders(state="pending").values_list("due_at", flat=True))
    assert due == set(reminder_times(session.starts_at, "America/New_York").values())
    assert reminders(state="pending").count() == 4  # two times, each in the inbox and by mail
