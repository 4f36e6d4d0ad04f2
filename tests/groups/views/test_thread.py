"""The page of a thread."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Post, ReadMark, Thread
from groups.operations.moderation import hide_post, remove_post
from groups.operations.posts import publish_post
from portal.accounts import roles
from portal.vocabulary.models import HealthTopic
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db


def address(thread, **query):
    return reverse("groups:thread", args=[thread.public_id], query=query or None)


def talk(group, count):
    """A thread with answers that quote its first post, in a group about something, beside another thread."""
    group.topics.add(HealthTopic.objects.create(slug="pain", kind="symptom"))
    thread = make_post(make_thread(group), body="The very first").thread
    first = Post.objects.get(thread=thread)
    for number in range(count):
        member = make_member(group)
        publish_post(actor=member.user, thread=thread, body=f"Answer {number}", reply_to=first, quote=True)
    make_post(make_thread(group))
    return thread


@pytest.mark.parametrize("count", [1, 3])
def test_a_member_reads_at_a_constant_price(client, count, django_assert_num_queries):
    group = make_group("private")
    member = make_member(group)
    thread = talk(group, count)
    client.force_login(member.user)
    client.get(address(thread))

    # user (the session is cached), thread, membership, posts, quotes, quoted and answered posts, other threads,
    # guides, and for the frame: what one moderates, unread notices
    with django_assert_num_queries(10):
        response = client.get(address(thread))

    assert [post.number for post in response.context["page"].posts] == list(range(1, count + 2))


@pytest.mark.parametrize("count", [1, 3])
def test_signed_out_an_open_thread_costs_less(client, count, django_assert_num_queries):
    thread = talk(make_group("open"), count)

    # thread, posts, quotes, quoted and answered posts, other threads, guides
    with django_assert_num_queries(6):
        response = client.get(address(thread))

    assert [post.number for post in response.context["page"].posts] == list(range(1, count + 2))


@pytest.mark.parametrize("preset", ["request", "invite", "private", "hidden"])
def test_a_thread_outsiders_may_not_read_does_not_exist_for_them(client, preset):
    thread = make_post(make_thread(make_group(preset))).thread
    staff = make_user(*roles.ALL)
    for person in (None, make_user(), staff):
        if person:
            client.force_login(person)
        there = client.get(address(thread))
        nowhere = client.get(reverse("groups:thread", args=["nosuchthread"]))
        assert normal(there, thread.public_id) == normal(nowhere, "nosuchthread")
        assert there.status_code == 404


def test_thirty_numbers_from_any_number_on(client):
    group = make_group("open")
    writer = make_user()
    thread = make_thread(group)
    for _ in range(65):
        make_post(thread, writer)

    pages = {start: client.get(address(thread, **{"from": start})) for start in ("1", "31", "50", "999", "x", "-4")}
    numbers = {start: [post.number for post in page.context["page"].posts] for start, page in pages.items()}

    assert numbers["1"] == numbers["x"] == numbers["-4"] == list(range(1, 31))
    assert numbers["31"] == list(range(31, 61))
    assert numbers["50"] == list(range(50, 66))
    assert numbers["999"] == [65]
    assert "31 to 60 of 65" in pages["31"].content.decode()


def test_a_tombstone_says_why_and_neither_who_nor_what(client):
    group = make_group("open")
    lead = make_member(group, role="moderator").user
    thread = make_thread(group)
    make_post(thread)
    hidden, removed = make_post(thread, body="Words of the hidden"), make_post(thread, body="Words of the removed")
    deleted = make_post(thread, body="Words of the deleted", deleted_at=timezone.now())
    hide_post(actor=lead, post=hidden, reason="It named a dose.")
    remove_post(actor=lead, post=removed, reason="It was unkind.")

    page = client.get(address(thread)).content.decode()

    assert "The moderation team has hidden this post." in page and "It named a dose." in page
    assert "The moderation team has removed this post." in page and "It was unkind." in page
    assert "The writer has taken this post down." in page
    for post in (hidden, removed, deleted):
        assert post.voice.shown_name not in page
    assert "Words of" not in page
    assert lead.display_name not in page


def test_a_block_reaches_posts_quotes_and_answers_both_ways(client):
    group = make_group("open")
    one, other, third = (make_member(group).user for _ in range(3))
    thread = make_post(make_thread(group), third).thread
    said = publish_post(actor=one, thread=thread, body="Something only one would say")
    publish_post(actor=third, thread=thread, body="Quite so", reply_to=said, quote=True)
    make_block(one, other)

    client.force_login(other)
    page = client.get(address(thread)).content.decode()

    assert "Something only one would say" not in page
    assert one.display_name not in page
    assert "A post by someone you do not meet here." in page
    assert "The post quoted here cannot be shown." in page
    assert "In reply to post 2" in page
    client.force_login(third)
    assert client.get(address(thread)).content.decode().count("Something only one would say") == 2


def test_the_since_line_stands_before_the_first_new_post_and_reading_moves_nothing(client):
    group = make_group("open")
    member = make_member(group)
    thread = make_thread(group)
    for _ in range(4):
        make_post(thread)
    ReadMark.objects.create(user=member.user, thread=thread, last_read_number=2)
    client.force_login(member.user)

    page = client.get(address(thread)).content.decode()
    again = client.get(address(thread)).content.decode()

    assert page.index('id="p2"') < page.index("2 new since you were last here") < page.index('id="p3"')
    assert "2 new since you were last here" in again
    client.post(reverse("groups:mark_read", args=[thread.public_id]), {"up_to": "4"})
    assert "since you were last here" not in client.get(address(thread)).content.decode()


def test_a_script_moves_the_mark_and_gets_no_page(client):
    member = make_member(make_group("private"))
    thread = make_thread(member.group)
    for _ in range(4):
        make_post(thread)
    client.force_login(member.user)
    page = client.get(address(thread)).content.decode()
    assert 'data-read="1"' in page and "read-mark.js" in page
    sent = reverse("groups:mark_read", args=[thread.public_id])
    assert client.post(sent, {"up_to": "3"}, headers={"X-Part": "read"}).status_code == 204
    assert 'data-read="4"' in client.get(address(thread)).content.decode()
    client.post(sent, {"up_to": "4"}, headers={"X-Part": "read"})
    assert "read-mark.js" not in client.get(address(thread)).content.decode()


def test_a_mark_never_goes_back_or_past_the_end(client):
    group = make_group("open")
    member = make_member(group)
    thread = make_thread(group)
    make_post(thread)
    client.force_login(member.user)
    for up_to in ("99999999", "0", "none"):
        client.post(reverse("groups:mark_read", args=[thread.public_id]), {"up_to": up_to})
    assert ReadMark.objects.get().last_read_number == 1
    assert client.get(reverse("groups:mark_read", args=[thread.public_id])).url == reverse(
        "groups:thread", args=[thread.public_id]
    )


def test_signed_out_there_is_nothing_to_write_with(client):
    thread = make_post(make_thread(make_group("open"))).thread

    page = client.get(address(thread)).content.decode()

    assert "<textarea" not in page
    assert "Sign in" in page


def test_moderators_of_the_group_pin_and_lock(client):
    group = make_group("open")
    thread = make_post(make_thread(group)).thread
    client.force_login(make_member(group).user)
    assert client.post(reverse("groups:lock_thread", args=[thread.public_id]), {"on": "1"}).status_code == 403
    client.force_login(make_member(group, role="moderator").user)
    client.post(reverse("groups:lock_thread", args=[thread.public_id]), {"on": "1"})
    client.post(reverse("groups:pin_thread", args=[thread.public_id]), {"on": "1"})

    thread = Thread.objects.get(pk=thread.pk)
    assert None not in (thread.locked_at, thread.pinned_at)
    client.post(reverse("groups:lock_thread", args=[thread.public_id]), {"on": "0"})
    assert Thread.objects.get(pk=thread.pk).locked_at is None
