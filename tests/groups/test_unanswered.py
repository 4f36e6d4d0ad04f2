"""Nobody left unanswered: who is told, when, once, and what those who help see."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Thread
from groups.operations.unanswered import tell_of_unanswered
from groups.reads.unanswered import first_answers, unanswered_for
from portal.accounts import roles
from portal.core.kinds import kinds
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.tick import look_now
from portal.notifications.models import Delivery, Event, Notice
from portal.notifications.operations.preferences import choose
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.sessions import Letterbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(monkeypatch):
    found = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", found)
    return found


def asked(group=None, *, hours=25, title="A title that could leak", **fields):
    """A thread with its first post, opened some hours ago."""
    at = timezone.now() - timedelta(hours=hours)
    return make_post(make_thread(group or make_group("private"), title=title, created_at=at, **fields)).thread


def test_after_the_set_time_those_who_help_are_told_once_and_nobody_else(box):
    thread = asked(make_group("private", name="A name that could leak"))
    helping = ("mentor", "facilitator", "moderator", "safeguarding_lead")
    helpers = {make_member(thread.group, role=role).user for role in helping}
    others = {make_member(thread.group).user, make_member(thread.group, role="auditor").user, make_user(*roles.ALL)}
    for one in helpers | others:
        choose(actor=one, wanted={("groups.unanswered", "email"): True}, rest_email=False)

    assert tell_of_unanswered() == 1
    assert tell_of_unanswered() == 0
    look_now()
    look_now()

    assert {person for person, _ in box.letters} == {one.pk for one in helpers}
    assert len(box.letters) == 4
    assert "leak" not in box.words()
    assert {one.words["title"] for one in Notice.objects.all()} == {"Somebody waits"}


@pytest.mark.parametrize(
    ("hours", "within", "told"), [(23, 24, 0), (25, 24, 1), (3, 2, 1), (25, 48, 0), (24 * 29, 24, 0)]
)
def test_each_group_says_how_long_is_too_long(hours, within, told):
    asked(make_group("private", answer_within=within), hours=hours)

    assert tell_of_unanswered() == told


def answered(thread):
    make_post(thread, make_user())


def followed_by_its_own_writer(thread):
    make_post(thread, voice=thread.starter)


def answered_by_hidden_words(thread):
    make_post(thread, make_user(), hidden_at=timezone.now())


def hidden(thread):
    Thread.objects.update(hidden_at=timezone.now())


def locked(thread):
    Thread.objects.update(locked_at=timezone.now())


def closed(thread):
    thread.group.closed_at = timezone.now()
    thread.group.save()


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (answered, 0),
        (followed_by_its_own_writer, 1),
        (answered_by_hidden_words, 1),
        (hidden, 0),
        (locked, 0),
        (closed, 0),
    ],
)
def test_only_words_of_somebody_else_are_an_answer(happened, told):
    thread = asked()
    happened(thread)

    assert tell_of_unanswered() == told


@pytest.mark.parametrize("change", ["answered", "no longer helps", "left", "blocked"])
def test_it_is_asked_again_when_the_message_goes_out(box, change):
    thread = asked()
    mentor = make_member(thread.group, role="mentor")
    tell_of_unanswered()
    event = Event.objects.get(kind="groups.unanswered")
    [one] = kinds.get(event.kind).audience(event, None, 10)
    row = Delivery(kind=event.kind, subject_key=one.subject_key, recipient_id=one.user_id, channel="email")

    if change == "answered":
        answered(thread)
    elif change == "no longer helps":
        mentor.role = "member"
        mentor.save()
    elif change == "left":
        mentor.left_at = timezone.now()
        mentor.save()
    else:
        make_block(thread.starter.user, mentor.user)
    [verdict] = kinds.get(event.kind).still_wanted([row]).values()

    assert type(verdict).__name__ == "No"


def test_in_the_inbox_a_thread_of_a_group_that_everyone_knows_is_named(box):
    thread = asked(make_group("open"), title="First night at home")
    make_member(thread.group, role="mentor")
    tell_of_unanswered()
    look_now()

    assert Notice.objects.get().words["title"] == "Nobody has answered “First night at home” yet"
    assert "First night" not in box.words()


def test_a_helper_finds_what_waits_in_their_own_groups_and_nobody_else_finds_anything():
    thread, other = asked(), asked(title="Elsewhere")
    answered(asked(thread.group, title="Answered"))
    mentor = make_member(thread.group, role="mentor").user
    mine = make_post(make_thread(thread.group, title="My own"), mentor).thread
    member = make_member(thread.group).user

    assert [one.pk for one in unanswered_for(mentor)] == [thread.pk] != [mine.pk, other.pk]
    for person in (member, make_member(thread.group, role="auditor").user, make_user(*roles.ALL)):
        assert (unanswered_for(person), list(first_answers(person))) == ([], [])
    make_block(mentor, thread.starter.user)
    assert unanswered_for(mentor) == []


def test_the_time_to_a_first_answer_is_the_middle_of_three_and_shown_to_the_team_alone(client):
    group = make_group("private")
    for hours in (1, 3, 50):
        thread = asked(group, hours=60, title=f"After {hours}")
        make_post(thread, make_user(), created_at=thread.created_at + timedelta(hours=hours))
        make_post(thread, make_user())
    asked(group, title="Waits")
    mentor = make_member(group, role="mentor").user

    [figures] = first_answers(mentor)
    assert (figures.threads, figures.waiting, figures.median) == (4, 1, timedelta(hours=3))

    client.force_login(mentor)
    page = client.get(reverse("groups:unanswered")).content.decode()
    assert "within 3\xa0hours" in page and "Waits" in page
    client.force_login(make_member(group).user)
    page = client.get(reverse("groups:unanswered")).content.decode()
    assert "within 3" not in page and "for those who help" in page


def test_two_threads_say_nothing_about_a_group():
    group = make_group("private")
    for hours in (1, 2):
        thread = asked(group, hours=60)
        make_post(thread, make_user(), created_at=thread.created_at + timedelta(hours=hours))

    [figures] = first_answers(make_member(group, role="mentor").user)

    assert (figures.threads, figures.median) == (2, None)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(client, count, django_assert_num_queries):
    group = make_group("private")
    for _ in range(count):
        asked(group)
    client.force_login(make_member(group, role="mentor").user)
    client.get(reverse("groups:unanswered"))

    with django_assert_num_queries(6):  # user, threads, memberships, times, and two for the frame
        response = client.get(reverse("groups:unanswered"))

    assert len(response.context["threads"]) == count
