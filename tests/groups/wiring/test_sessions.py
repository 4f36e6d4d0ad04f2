"""Sessions and cohorts all the way through the delivery engine: who is told what, and in which words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from groups.operations.cohorts import end_cohort, wait_for_place
from groups.operations.memberships import leave
from groups.operations.sessions import answer_session, cancel_session, change_session
from portal.core.clock import handrail_now
from portal.core.kinds import kinds
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.tick import look_now
from portal.notifications.models import Delivery, Notice
from portal.notifications.operations.preferences import choose
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member
from tests.factories.notifications import move_clock
from tests.factories.sessions import Letterbox, make_cohort, make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(monkeypatch):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    return box


def clock_to(moment):
    move_clock(seconds=(moment - handrail_now()).total_seconds())


def notices(kind, person=None):
    rows = Notice.objects.filter(kind=kind)
    return [one.words for one in rows if person is None or one.user_id == person.pk]


def test_two_people_are_reminded_the_evening_before_each_by_their_own_clock(post):
    noon = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    session = make_session(make_group("private", name="A name that could leak"), starts_at=noon + timedelta(days=4))
    accra = make_member(session.group, make_user(time_zone="Africa/Accra")).user
    nepal = make_member(session.group, make_user(time_zone="Asia/Kathmandu")).user
    for person in (accra, nepal):
        answer_session(actor=person, session=session, answer="yes")

    evening = noon + timedelta(days=3)
    clock_to(evening.replace(hour=12, minute=16))  # 18:01 in Kathmandu
    look_now()
    assert [person for person, _ in post.letters] == [nepal.pk]
    assert "5:45 p.m." in " ".join(post.letters[0][1].lines)

    clock_to(evening.replace(hour=18, minute=1))
    look_now()
    assert [person for person, _ in post.letters] == [nepal.pk, accra.pk]
    assert "noon" in " ".join(post.letters[1][1].lines)

    clock_to(session.starts_at - timedelta(minutes=59))
    look_now()
    look_now()
    assert len(post.letters) == 4
    assert Notice.objects.filter(kind="groups.session").count() == 2  # the second reminder takes the place of the first
    assert "leak" not in post.words()


@pytest.mark.parametrize("why", ["left", "cannot come", "called off", "moved", "begun", "name kept"])
def test_a_reminder_is_asked_about_again_when_it_goes_out(post, why):
    session = make_session(make_group("open"))
    lead, member = make_member(session.group, role="moderator").user, make_member(session.group).user
    mine = answer_session(actor=member, session=session, answer="yes")
    rows = list(Delivery.objects.filter(kind="groups.session"))
    if why == "left":
        leave(actor=member, group=session.group)
    elif why == "cannot come":
        answer_session(actor=member, session=session, answer="no")
    elif why == "called off":
        cancel_session(actor=lead, session=session)
    elif why == "moved":
        times = {"starts_at": session.starts_at + timedelta(days=1), "ends_at": session.ends_at + timedelta(days=1)}
        change_session(actor=lead, session=session, time_zone=session.time_zone, **times)
    elif why == "begun":
        clock_to(session.starts_at + timedelta(minutes=1))
    wanted = {type(one).__name__ for one in kinds.get("groups.session").still_wanted(rows).values()}

    assert wanted == ({"Yes"} if why == "name kept" else {"No"})
    assert mine.pk


def test_another_time_is_told_once_and_in_the_readers_own_time(post):
    session = make_session(make_group("private"), title="A title that could leak")
    lead = make_member(session.group, role="moderator").user
    member = make_member(session.group, make_user(time_zone="Asia/Kathmandu")).user
    absent = make_member(session.group).user
    answer_session(actor=member, session=session, answer="perhaps")
    answer_session(actor=absent, session=session, answer="no")
    start = datetime(2027, 7, 1, 17, tzinfo=UTC)

    for hour in (0, 1):
        times = {"starts_at": start + timedelta(hours=hour), "ends_at": start + timedelta(hours=hour + 1)}
        change_session(actor=lead, session=session, time_zone=session.time_zone, **times)
    look_now()

    assert [person for person, _ in post.letters] == [member.pk]
    assert "11:45 p.m." in post.words()
    assert "leak" not in post.words()
    assert [one["title"] for one in notices("groups.session_news")] == ["A session has a new time or place"]


def test_in_the_inbox_a_session_of_a_group_that_everyone_knows_is_named(post):
    session = make_session(make_group("open"), title="Breathing")
    lead, member = make_member(session.group, role="moderator").user, make_member(session.group).user
    answer_session(actor=member, session=session, answer="yes")

    cancel_session(actor=lead, session=session)
    look_now()

    assert [one["title"] for one in notices("groups.session_news", member)] == ["“Breathing” is called off"]
    assert "Breathing" not in post.words()


def test_who_moves_up_in_a_session_is_told(post):
    session = make_session(make_group("private"), title="A title that could leak", places=1)
    first, second = (make_member(session.group).user for _ in range(2))
    for person in (first, second):
        answer_session(actor=person, session=session, answer="yes")

    answer_session(actor=first, session=session, answer="no")
    look_now()

    assert [(person, one.title) for person, one in post.letters] == [
        (second.pk, "You have a place in a session you waited for")
    ]
    assert "leak" not in post.words()


def test_a_place_in_a_cohort_is_told_to_who_waited_with_until_when(post):
    cohort = make_cohort(make_group("open", name="A name that could leak"), capacity=1)
    inside, waiting = make_member(cohort.group).user, make_user()
    wait_for_place(actor=waiting, group=cohort.group)

    leave(actor=inside, group=cohort.group)
    look_now()

    letters = [(person, one.title) for person, one in post.letters if one.title.startswith("A place")]
    assert letters == [(waiting.pk, "A place you waited for is free")]
    assert "kept for you until" in post.words()
    assert "leak" not in post.words()


def test_the_end_of_a_cohort_is_told_to_its_members_with_where_to_go_on(post):
    onward = make_group("open", name="A name that could leak")
    cohort = make_cohort(make_group("request", name="Another that could leak"), goes_on_in=onward)
    member, gone = make_member(cohort.group).user, make_member(cohort.group, left_at=timezone.now()).user

    for one in (member, gone):
        choose(actor=one, wanted={("groups.cohort_ended", "email"): True}, rest_email=False)

    end_cohort(group=cohort.group)
    look_now()

    assert [person for person, _ in post.letters] == [member.pk] != [gone.pk]
    links = [action.url for _, one in post.letters for action in one.actions]
    assert links == [onward.address_without_name(), cohort.group.address_without_name()]
    assert "leak" not in post.words()
