"""One calm mail a day instead of many: when it comes, what it says, and when it does not come at all."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.operations.follows import follow_thread
from groups.operations.memberships import leave
from groups.operations.moderation import hide_post
from groups.operations.posts import publish_post
from groups.operations.reading import mark_read
from portal.core.clock import handrail_now
from portal.core.kinds import kinds
from portal.notifications.engine.plan import expand_events
from portal.notifications.engine.reap import forget
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, Notice, Preference, Rhythm
from portal.notifications.operations.preferences import choose
from portal.notifications.operations.summaries import plan_summaries
from portal.notifications.summaries import SUMMARY_KIND
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.notifications import move_clock, wired

pytestmark = pytest.mark.django_db
PAGE = reverse("notifications:preferences")


@pytest.fixture
def mails():
    """What reaches the mail server, in place of one."""
    with wired("email") as wire:
        yield wire


@pytest.fixture
def reader():
    return make_user(time_zone="Europe/London")


@pytest.fixture
def thread(reader):
    group = make_group("private", name="A name that could leak")
    make_member(group, reader)
    return make_post(make_thread(group, title="A title that could leak"), reader).thread


def answer(thread, body="Words that could leak"):
    post = publish_post(actor=make_member(thread.group).user, thread=thread, body=body)
    turn()
    return post


def turn():
    """What the engine does again and again."""
    expand_events()
    drain(limit=50)
    while plan_summaries(100):
        pass
    drain(limit=50)


def summaries(reader):
    return list(Delivery.objects.filter(kind=SUMMARY_KIND, recipient=reader).order_by("due_at"))


def to_the_next_summary(reader):
    waiting = summaries(reader)[-1]
    move_clock(seconds=(waiting.due_at - handrail_now()).total_seconds() + 1)
    turn()
    waiting.refresh_from_db()
    return waiting


def test_many_answers_are_one_mail_at_nine_where_the_reader_is(reader, thread, mails):
    for _ in range(3):
        answer(thread)
    assert mails.got == [], "no mail for each answer"
    [waiting] = summaries(reader)
    local = waiting.due_at.astimezone(ZoneInfo("Europe/London"))
    assert (local.hour, local.minute) == (9, 0)
    assert waiting.subject_key == f"digest:{local.date()}"

    assert to_the_next_summary(reader).state == "sent"
    assert mails.got == [waiting.pk]
    turn()
    move_clock(hours=30)
    turn()
    assert mails.got == [waiting.pk], "what was told is not told again"


def test_it_counts_and_names_neither_group_nor_thread_nor_words(reader, thread, mails):
    answer(thread)
    answer(make_post(make_thread(thread.group), reader).thread)
    waiting = summaries(reader)[0]

    message = kinds.get(SUMMARY_KIND).render(waiting)

    assert "Answers to you in groups: 2" in message.card
    assert "could leak" not in str(message)
    assert message.subject == "Your daily summary"


def read_it(thread, post, reader):
    mark_read(actor=reader, thread=thread, up_to=post.number)


def left(thread, post, reader):
    leave(actor=reader, group=thread.group)


def hidden(thread, post, reader):
    hide_post(actor=make_member(thread.group, role="moderator").user, post=post, reason="A test")


def blocked(thread, post, reader):
    make_block(reader, post.voice.user)


def unfollowed(thread, post, reader):
    follow_thread(actor=reader, thread=thread, level="off")


def seen_in_the_inbox(thread, post, reader):
    Notice.objects.filter(user=reader).update(read_at=timezone.now())


def stopped(thread, post, reader):
    Preference.objects.create(user=reader, kind=SUMMARY_KIND, channel="email", wanted=False)


@pytest.mark.parametrize("change", [read_it, left, hidden, blocked, unfollowed, seen_in_the_inbox, stopped])
def test_it_never_comes_empty_and_asks_again_when_it_is_sent(reader, thread, mails, change):
    post = answer(thread)
    change(thread_of(post), post, reader)

    assert to_the_next_summary(reader).state == "cancelled"
    assert mails.got == []


def thread_of(post):
    post.thread.refresh_from_db()
    return post.thread


def test_what_comes_after_one_summary_is_in_the_next(reader, thread, mails):
    answer(thread)
    first = to_the_next_summary(reader)
    answer(thread)
    second = to_the_next_summary(reader)

    assert [first.state, second.state] == ["sent", "sent"]
    assert first.subject_key != second.subject_key
    assert len(mails.got) == 2


def test_what_was_told_two_weeks_ago_and_is_still_unread_is_not_counted_again(reader, thread, mails):
    answer(thread)
    assert to_the_next_summary(reader).state == "sent"
    move_clock(days=14)
    forget()
    assert summaries(reader) == []

    answer(make_post(make_thread(thread.group), reader).thread)
    message = kinds.get(SUMMARY_KIND).render(summaries(reader)[0])

    assert "Answers to you in groups: 1" in message.card


def test_who_asked_for_mail_at_once_gets_it_at_once_and_not_again_in_a_summary(reader, thread, mails):
    choose(actor=reader, wanted={("groups.reply", "email"): True, ("groups.reply", "summary"): False}, rest_email=False)
    answer(thread)

    assert len(mails.got) == 1
    assert summaries(reader) == []


def test_who_said_no_to_mail_before_there_was_a_summary_gets_none(reader, thread, mails):
    Preference.objects.create(user=reader, kind="groups.reply", channel="email", wanted=False)
    answer(thread)

    assert Notice.objects.filter(user=reader).count() == 1
    assert summaries(reader) == [] and mails.got == []


def test_another_hour_moves_the_summary_that_waits(reader, thread, mails, client):
    answer(thread)
    client.force_login(reader)
    form = client.get(PAGE).context["form"]
    given = {name: "on" for name, field in form.fields.items() if field.initial is True}
    given |= {"groups.reply:email": "summary", "groups.mention:email": "summary", "groups.post:email": "never"}
    client.post(PAGE, {**given, "summary_at": "18:00"})
    turn()

    waiting = [one for one in summaries(reader) if one.state == "pending"]
    assert [one.due_at.astimezone(ZoneInfo("Europe/London")).hour for one in waiting] == [18]
    assert Rhythm.objects.get(user=reader).summary_at == time(18)
    assert client.get(PAGE).context["form"]["summary_at"].value() == "18:00"


def test_whoever_travelled_west_is_not_woken_by_it(reader, thread, mails):
    answer(thread)
    reader.time_zone = "America/Los_Angeles"
    reader.save()
    waiting = to_the_next_summary(reader)

    assert (waiting.state, mails.got) == ("pending", [])
    at_nine = datetime.combine(waiting.due_at.date(), time(9), ZoneInfo("America/Los_Angeles"))
    assert waiting.next_try_at == at_nine.astimezone(UTC)


def test_a_summary_of_what_does_not_come_to_the_site_is_refused_beside_its_field_and_the_rest_is_kept(signed_in):
    page = signed_in.post(PAGE, {"groups.reply:email": "summary", "groups.mention:email": "now", "summary_at": "07:00"})

    html = page.content.decode()
    assert "Tick “On this site” too, or choose another way." in html
    assert page.context["form"]["summary_at"].value() == "07:00"
    assert page.context["form"]["groups.mention:email"].value() == "now"
    assert not Preference.objects.filter(user=signed_in.person).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_planning_costs_the_same_for_one_and_for_three(thread, mails, count, django_assert_num_queries):
    for _ in range(count):
        reader = make_member(thread.group).user
        publish_post(actor=thread.starter.user, thread=make_post(make_thread(thread.group), reader).thread, body="Yes")
    expand_events()
    drain(limit=50)

    # savepoint twice, notices, who wants a summary, of what, the clock, people, hours, summaries gone, plan, mark
    with django_assert_num_queries(11):
        plan_summaries(100)
    assert Delivery.objects.filter(kind=SUMMARY_KIND).count() == count
