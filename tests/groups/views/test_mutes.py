"""Muting somebody: one way, for oneself, and to be taken back on one page with blocks."""

import pytest
from django.test import Client
from django.urls import reverse

from groups.models import Post, ThreadVoice
from groups.operations.posts import publish_post
from portal.accounts.models import Block, Mute
from portal.accounts.operations import mute
from portal.notifications.engine.tick import look_now
from portal.notifications.models import Notice
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """A reader, a writer, and a post of each in one thread of a private group."""
    group = make_group("private")
    reader, writer = make_member(group).user, make_member(group).user
    thread = make_post(make_thread(group), reader, body="Words of the reader").thread
    return reader, writer, make_post(thread, writer, body="Words of the writer")


def as_(person):
    client = Client()
    client.force_login(person)
    return client


def thread_as(person, post):
    return as_(person).get(post.thread.get_absolute_url()).content.decode()


def test_the_page_offers_both_and_muting_works_one_way(pair):
    reader, writer, post = pair
    page = reverse("groups:block_writer", args=[post.public_id])
    asked = as_(reader).get(page).content.decode()
    assert "Only mute them" in asked and "Block this person" in asked

    as_(reader).post(page, {"act": "mute"})

    assert (Mute.objects.count(), Block.objects.count()) == (1, 0)
    assert "Words of the writer" not in thread_as(reader, post)
    assert "Words of the reader" in thread_as(writer, post)


def test_a_moderator_who_muted_somebody_still_reads_them(pair):
    _, writer, post = pair
    lead = make_member(post.thread.group, role="moderator").user
    mute(actor=lead, person=writer)

    assert "Words of the writer" in thread_as(lead, post)


def test_a_voice_under_another_name_is_not_reached_so_that_nothing_tells_who_it_is(pair):
    reader, writer, post = pair
    ThreadVoice.objects.filter(user=writer).update(is_alias=True, shown_name="Quiet Fern", badge="")
    mute(actor=reader, person=writer)

    assert "Words of the writer" in thread_as(reader, post)


def test_who_muted_somebody_hears_nothing_of_their_answers_and_the_other_does(pair):
    reader, writer, post = pair
    mute(actor=reader, person=writer)

    publish_post(actor=writer, thread=post.thread, body="An answer")
    publish_post(actor=reader, thread=post.thread, body="Another", reply_to=Post.objects.get(pk=post.pk))
    look_now()

    assert set(Notice.objects.values_list("user_id", flat=True)) == {writer.pk}


def test_one_page_lists_both_and_takes_a_mute_back(pair):
    reader, writer, post = pair
    mute(actor=reader, person=writer)
    client = as_(reader)
    assert writer.display_name in client.get(reverse("home:blocked")).content.decode()

    client.post(reverse("home:unmute_person", args=[writer.pk]))

    assert not Mute.objects.exists()
    assert "Words of the writer" in thread_as(reader, post)


def test_nobody_finds_a_person_by_trying_to_unmute_them(pair):
    reader, writer, _ = pair
    there = as_(reader).post(reverse("home:unmute_person", args=[writer.pk]))
    nowhere = as_(reader).post(reverse("home:unmute_person", args=["00000000-0000-4000-8000-000000000000"]))

    assert (there.status_code, nowhere.status_code) == (404, 404)


def test_muting_ends_with_the_account(pair):
    from portal.accounts.erasure import erase, export

    reader, writer, _ = pair
    mute(actor=reader, person=writer)
    mute(actor=writer, person=reader)

    assert export(reader)["muted"] == [{"display_name": writer.display_name}]
    erase(reader, keep_words=True)
    assert not Mute.objects.exists()
