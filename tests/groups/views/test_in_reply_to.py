"""Whom a post answers, with the beginning of what they said, one level up."""

import pytest
from django.urls import reverse

from groups.models import Post
from groups.operations.edits import delete_post, edit_post
from groups.operations.moderation import hide_post
from groups.operations.notes import choose_reading
from groups.operations.posts import publish_post
from tests.factories.accounts import make_block
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
SAID = "A rolled towel helped me"


@pytest.fixture
def group():
    return make_group("private")


@pytest.fixture
def answer(group):
    first = make_post(make_thread(group), make_member(group).user, SAID)
    for number in range(31):
        make_post(first.thread, body=f"Between {number}")
    return make_post(first.thread, make_member(group).user, "It helps me too", reply_to=first)


def place(client, person, answer):
    client.force_login(person)
    page = client.get(f"{answer.thread.get_absolute_url()}?from=31").content.decode()
    return page.split('id="p33"')[1].split("</li>")[0]


def test_it_opens_to_the_beginning_of_what_was_said(client, group, answer):
    here = place(client, make_member(group).user, answer)
    first = answer.reply_to
    assert f"In reply to {first.voice.shown_name}" in here and SAID in here and "<details" in here
    assert f'href="{first.get_absolute_url()}"' in here
    assert "In reply to you" in place(client, first.voice.user, answer)


@pytest.mark.parametrize("what", ["hidden", "deleted", "blocked", "folded"])
def test_words_that_are_not_there_for_the_reader_are_not_in_the_context(client, group, answer, what):
    reader, first = make_member(group).user, answer.reply_to
    if what == "hidden":
        hide_post(actor=make_member(group, role="moderator").user, post=first, reason="Unkind")
    elif what == "deleted":
        delete_post(actor=first.voice.user, post=first)
    elif what == "blocked":
        make_block(reader, first.voice.user)
    else:
        Post.objects.filter(pk=first.pk).update(notes=["prognosis"])
        choose_reading(actor=reader, folded=["prognosis"], left_out=[], low_stimulus=False)
    here = place(client, reader, answer)
    assert SAID not in here and "In reply to" in here
    if what in {"hidden", "deleted", "blocked"}:
        assert first.voice.shown_name not in here and "In reply to post 1" in here


def test_an_edit_reaches_it_and_only_one_level_is_shown(client, group, answer):
    first = answer.reply_to
    edit_post(actor=first.voice.user, post=first, body="A cushion helped me")
    last = make_post(answer.thread, make_member(group).user, "Same here", reply_to=answer)
    client.force_login(make_member(group).user)
    page = client.get(f"{answer.thread.get_absolute_url()}?from=31").content.decode()
    here = page.split(f'id="p{last.number}"')[1].split("</li>")[0]
    assert "It helps me too" in here and "A cushion helped me" not in here and SAID not in page
    assert "A cushion helped me" in page


def test_the_api_says_which_post_is_answered(client, answer):
    client.force_login(answer.voice.user)
    row = client.get(reverse("api:post-detail", args=[answer.public_id])).json()
    assert row["reply_to"] == answer.reply_to.public_id


def test_words_that_are_quoted_are_not_shown_a_second_time(client, group):
    first = make_post(make_thread(group), make_member(group).user, SAID)
    answer = publish_post(actor=make_member(group).user, thread=first.thread, body="Yes", reply_to=first, quote=True)
    client.force_login(make_member(group).user)
    here = client.get(first.thread.get_absolute_url()).content.decode().split(f'id="p{answer.number}"')[1]
    assert here.split("</li>")[0].count(SAID) == 1
