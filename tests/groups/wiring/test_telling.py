"""What this house tells people: to whom, whether still, and in which words."""

import uuid
from dataclasses import dataclass, field

import pytest
from django.utils import timezone

from groups.models import Membership, Post, ReadMark
from groups.operations.join_requests import decide_request
from groups.operations.memberships import leave
from groups.operations.moderation import hide_post, release_post
from groups.operations.posts import publish_post
from portal.core.kinds import kinds
from portal.notifications.models import Event
from tests.factories.accounts import make_block
from tests.factories.groups import make_group, make_member, make_post, make_request, make_thread

pytestmark = pytest.mark.django_db


@dataclass
class Delivery:
    """One message as the engine shows it to a kind."""

    kind: str
    subject_key: str
    recipient_id: uuid.UUID
    channel: str = "email"
    due_at: object = None
    pk: uuid.UUID = field(default_factory=uuid.uuid4)


def deliveries(event, **more):
    people = kinds.get(event.kind).audience(event, None, 100)
    return [Delivery(event.kind, one.subject_key, one.user_id, **more) for one in people]


def verdicts(found):
    return [type(verdict).__name__ for verdict in kinds.get(found[0].kind).still_wanted(found).values()]


@pytest.fixture
def answered():
    """A thread of one member that another has answered, the delivery, and everybody in it."""
    group = make_group("private", name="A name that could leak")
    starter, writer = make_member(group), make_member(group)
    thread = make_post(make_thread(group, title="A title that could leak"), starter.user).thread
    post = publish_post(actor=writer.user, thread=thread, body="Words that could leak")
    return group, starter, writer, post, Event.objects.get(kind="groups.reply")


def test_an_answer_reaches_who_opened_the_thread_and_who_was_answered(answered):
    group, starter, writer, post, event = answered
    third = make_member(group)
    last = publish_post(actor=third.user, thread=post.thread, body="And me", reply_to=post)

    assert [one.recipient_id for one in deliveries(event)] == [starter.user_id]
    reached = {one.recipient_id for one in deliveries(Event.objects.get(kind="groups.reply", subject=last.public_id))}
    assert reached == {starter.user_id, writer.user_id}


def test_answering_oneself_tells_nobody():
    group = make_group("open")
    member = make_member(group)
    thread = make_post(make_thread(group), member.user).thread
    publish_post(actor=member.user, thread=thread, body="One more thing")

    assert deliveries(Event.objects.get(kind="groups.reply")) == []


def test_an_audience_comes_in_chunks(answered):
    group, starter, writer, post, _ = answered
    last = publish_post(actor=make_member(group).user, thread=post.thread, body="And me", reply_to=post)
    event, audience = Event.objects.get(kind="groups.reply", subject=last.public_id), kinds.get("groups.reply").audience

    first = audience(event, None, 1)
    second = audience(event, first[0].user_id, 1)

    assert [one.user_id for one in (*first, *second)] == sorted([starter.user_id, writer.user_id])
    assert audience(event, second[0].user_id, 1) == []


def left(group, starter, writer, post):
    leave(actor=starter.user, group=group)


def removed(group, starter, writer, post):
    Membership.objects.filter(pk=starter.pk).update(removed_at=timezone.now())


def blocked(group, starter, writer, post):
    make_block(starter.user, writer.user)


def blocked_by_them(group, starter, writer, post):
    make_block(writer.user, starter.user)


def hidden(group, starter, writer, post):
    hide_post(actor=make_member(group, role="moderator").user, post=post, reason="A test")


def taken_down(group, starter, writer, post):
    Post.objects.filter(pk=post.pk).update(deleted_at=timezone.now())


def read(group, starter, writer, post):
    ReadMark.objects.create(user=starter.user, thread=post.thread, last_read_number=2)


@pytest.mark.parametrize("change", [left, removed, blocked, blocked_by_them, hidden, taken_down, read])
def test_an_answer_is_not_told_after(answered, change):
    group, starter, writer, post, event = answered
    found = deliveries(event)
    assert verdicts(found) == ["Yes"]

    change(group, starter, writer, post)

    assert verdicts(found) == ["No"]


def test_the_verdict_on_a_batch_costs_the_same_for_one_and_for_three(answered, django_assert_num_queries):
    group, _, _, post, event = answered
    found = deliveries(event, channel="in_app")
    for _ in range(2):
        publish_post(actor=make_member(group).user, thread=post.thread, body="And me", reply_to=post)
    for later in Event.objects.filter(kind="groups.reply").exclude(pk=event.pk):
        found += deliveries(later, channel="in_app")

    for batch in (found[:1], found):
        with django_assert_num_queries(5):  # posts, memberships, levels of threads, marks, blocks
            assert set(verdicts(batch)) == {"Yes"}


@pytest.mark.parametrize("channel", ["email", "in_app"])
def test_a_message_about_a_private_group_names_nothing(answered, channel):
    event = answered[-1]
    message = kinds.get("groups.reply").render(deliveries(event, channel=channel)[0])

    assert "could leak" not in " ".join([message.subject, message.title, *message.lines])


def test_a_waiting_post_is_told_of_when_it_is_let_through(answered):
    group, starter, _, post, event = answered
    Post.objects.filter(pk=post.pk).update(held_at=timezone.now())
    assert deliveries(event) == []

    release_post(actor=make_member(group, role="moderator").user, post=Post.objects.get(pk=post.pk))

    newest = Event.objects.filter(kind="groups.reply").latest("pk")
    assert [one.recipient_id for one in deliveries(newest)] == [starter.user_id]


def test_a_request_reaches_moderators_until_it_is_decided():
    group = make_group("request")
    lead, other = make_member(group, role="moderator"), make_member(group, role="moderator")
    make_member(group)
    asked = make_request(group)
    found = deliveries(Event(kind="groups.request", subject=str(asked.pk)))

    assert {one.recipient_id for one in found} == {lead.user_id, other.user_id}
    assert verdicts(found) == ["Yes", "Yes"]
    Membership.objects.filter(pk=other.pk).update(role="member")
    assert sorted(verdicts(found)) == ["No", "Yes"]
    decide_request(actor=lead.user, request=asked, approve=True)
    assert verdicts(found) == ["No", "No"]
    assert "request" in kinds.get("groups.request").render(found[0]).url


def test_welcome_reaches_the_new_member_until_they_leave():
    group = make_group("private", name="A name that could leak")
    member = make_member(group)
    found = deliveries(Event(kind="groups.welcome", subject=str(member.pk)))

    assert verdicts(found) == ["Yes"]
    assert "could leak" not in kinds.get("groups.welcome").render(found[0]).title
    leave(actor=member.user, group=group)
    assert verdicts(found) == ["No"]


def test_a_no_is_kind_and_its_reason_stays_in_the_inbox():
    group = make_group("request")
    asked = make_request(group)
    decide_request(actor=make_member(group, role="moderator").user, request=asked, approve=False, reason="Full now")
    event = Event.objects.get(kind="groups.answer")

    mail, notice = (
        kinds.get("groups.answer").render(deliveries(event, channel=channel)[0]) for channel in ("email", "in_app")
    )

    assert "Full now" in notice.lines and "Full now" not in mail.lines
    assert [one.recipient_id for one in deliveries(event)] == [asked.user_id]
