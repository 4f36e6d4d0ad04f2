"""Feeds of groups: where everyone reads, what a stranger sees, and nothing that could live on elsewhere."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Post, Thread
from groups.models.notes import Note
from portal.accounts import roles
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
WORDS = "zqxwvk words of a post"


def talk(group, title="Sleeping with pain", writer=None):
    thread = make_thread(group, title=title)
    make_post(thread, writer, WORDS)
    return thread


def feed(client, group, **headers):
    return client.get(reverse("groups:feed", args=[group.slug]), headers=headers)


def test_titles_and_names_of_an_open_group_and_no_words(client):
    group = make_group("open")
    thread = talk(group)
    answer = feed(client, group)
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Sleeping with pain" in text and thread.get_absolute_url() in text
    assert "zqxwvk" not in text


@pytest.mark.parametrize("preset", ["request", "invite", "private", "hidden"])
def test_a_group_that_not_everyone_reads_has_no_feed_even_for_its_members_and_staff(client, preset):
    group = make_group(preset)
    talk(group)
    for person in (None, make_member(group).user, make_member(group, role="moderator").user, make_user(*roles.ALL)):
        if person is not None:
            client.force_login(person)
        assert feed(client, group).status_code == 404


def test_what_is_out_of_sight_changes_not_one_byte_of_the_feed_and_its_tag(client):
    group = make_group("open")
    talk(group)
    before = feed(client, group)
    for mark in ("hidden_at", "held_at"):
        Thread.objects.filter(pk=talk(group, "Out of sight").pk).update(**{mark: timezone.now()})
    noted = talk(group, "With a note")
    Thread.objects.filter(pk=noted.pk).update(notes=[Note.values[0]])
    talk(make_group("private"), "Elsewhere")
    after = feed(client, group)
    assert (after.content, after["ETag"]) == (before.content, before["ETag"])


def test_everybody_gets_the_same_also_moderators_and_whoever_blocked_somebody(client):
    group, writer = make_group("open"), make_user()
    talk(group, writer=writer)
    Thread.objects.filter(pk=talk(group, "Hidden").pk).update(hidden_at=timezone.now())
    stranger = feed(client, group)
    blocking = make_user()
    make_block(blocking, writer)
    for person in (blocking, make_member(group, role="moderator").user, writer):
        client.force_login(person)
        own = feed(client, group)
        assert (own.content, own["ETag"]) == (stranger.content, stranger["ETag"])


def test_a_reader_that_has_it_is_told_so_until_something_is_new(client):
    group = make_group("open")
    thread = talk(group)
    tag = feed(client, group)["ETag"]
    assert feed(client, group, **{"If-None-Match": tag}).status_code == 304
    make_post(thread)
    assert feed(client, group, **{"If-None-Match": tag}).status_code == 200


def test_an_erased_title_is_gone(client):
    group = make_group("open")
    thread = talk(group, "zqxwvk in a title")
    Thread.objects.filter(pk=thread.pk).update(title="Removed by the person who wrote it")
    Post.objects.filter(thread=thread).update(deleted_at=timezone.now())
    assert "zqxwvk" not in feed(client, group).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_feed_costs_the_same(client, count, django_assert_num_queries):
    group = make_group("open")
    for _ in range(count):
        talk(group)
    with django_assert_num_queries(2):  # group, threads
        assert feed(client, group).content.decode().count("<entry>") == count


def test_the_page_of_an_open_group_leads_to_its_feed_and_that_of_a_private_one_does_not(client):
    shown, closed = make_group("open"), make_group("request")
    link = 'type="application/atom+xml"'
    assert link in client.get(shown.get_absolute_url()).content.decode()
    assert link not in client.get(closed.get_absolute_url()).content.decode()
