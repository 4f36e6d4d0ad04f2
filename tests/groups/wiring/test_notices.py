"""Notices about threads: one row that keeps up, names read through the reader's own door, and read with the thread."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Thread
from groups.operations.memberships import leave
from groups.operations.posts import publish_post
from groups.operations.reading import mark_group_read, mark_read
from portal.notifications.engine.plan import expand_events
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery, Notice
from portal.notifications.operations.preferences import choose
from tests.factories.accounts import make_block
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.notifications import wired

pytestmark = pytest.mark.django_db
INBOX = reverse("notifications:inbox")
TITLE = "A title that could leak"


@pytest.fixture
def reader(client):
    member = make_member(make_group("private"))
    client.force_login(member.user)
    return member


@pytest.fixture
def thread(reader):
    thread = make_post(make_thread(reader.group, title=TITLE), reader.user).thread
    mark_read(actor=reader.user, thread=thread, up_to=1)
    return thread


def answer(thread, times=1):
    for _ in range(times):
        publish_post(actor=make_member(thread.group).user, thread=thread, body="Yes")
    expand_events()
    drain(limit=50)
    thread.refresh_from_db()


def page(client):
    return client.get(INBOX).content.decode()


def test_many_answers_in_a_thread_are_one_row_that_counts_what_is_new(client, reader, thread):
    answer(thread, times=2)
    answer(thread)

    notice = Notice.objects.get(user=reader.user)
    assert (notice.subject, notice.times) == (f"thread:{thread.public_id}", 3)
    html = page(client)
    assert TITLE in html and "3 new posts since you last read there." in html


def test_the_name_of_a_thread_is_not_kept_in_the_notice(client, reader, thread):
    answer(thread)
    assert TITLE not in str(Notice.objects.get(user=reader.user).words)

    Thread.objects.filter(pk=thread.pk).update(title="Another title")
    html = page(client)
    assert TITLE not in html and "Another title" in html
    assert client.get("/api/v1/notices/").json()["results"][0]["about"] == "Another title"


def left(reader, thread):
    leave(actor=reader.user, group=thread.group)


def hidden(reader, thread):
    Thread.objects.filter(pk=thread.pk).update(hidden_at=timezone.now(), starter=None)


def blocked(reader, thread):
    other = make_member(thread.group).user
    theirs = make_post(make_thread(thread.group), other)
    Thread.objects.filter(pk=thread.pk).update(starter=theirs.voice)
    make_block(reader.user, other)


@pytest.mark.parametrize("change", [left, hidden, blocked])
def test_the_inbox_names_only_what_its_reader_may_still_see(client, reader, thread, change):
    answer(thread)
    change(reader, thread)

    html = page(client)
    assert "Somebody answered you" in html and TITLE not in html


def test_reading_the_thread_to_its_end_reads_its_notices(client, reader, thread):
    answer(thread)
    url = reverse("groups:mark_read", args=[thread.public_id])
    client.post(url, {"up_to": thread.last_number - 1})
    assert Notice.objects.unread().count() == 1
    client.post(url, {"up_to": thread.last_number})
    assert Notice.objects.unread().count() == 0


def test_what_was_marked_as_read_with_the_whole_group_is_not_told(reader, thread):
    publish_post(actor=make_member(thread.group).user, thread=thread, body="Yes")
    expand_events()
    mark_group_read(actor=reader.user, group=thread.group)
    drain(limit=50)
    assert not Notice.objects.exists()
    assert Delivery.objects.get(recipient=reader.user).last_code == "read"


def test_after_an_outage_one_mail_tells_of_a_thread_and_not_one_for_each_answer(reader, thread):
    choose(
        actor=reader.user,
        wanted={("groups.reply", "email"): True, ("groups.reply", "summary"): False},
        rest_email=False,
    )
    other = make_post(make_thread(thread.group), reader.user).thread
    for where in (thread, thread, thread, other):
        publish_post(actor=make_member(thread.group).user, thread=where, body="Yes")
    with wired("email") as mails:
        expand_events()
        drain(limit=50)

    assert len(mails.got) == 2
    subjects = Delivery.objects.filter(pk__in=mails.got).values_list("subject_key", flat=True)
    newest = thread.posts.order_by("-number").first().public_id
    assert f"thread:{thread.public_id}:{newest}" in subjects


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_asks_for_all_names_at_once(client, reader, count, django_assert_num_queries):
    for _ in range(count):
        answer(make_post(make_thread(reader.group), reader.user).thread)
    page(client)
    with django_assert_num_queries(5):  # the person, notices, names of threads, unread, groups looked after
        page(client)
