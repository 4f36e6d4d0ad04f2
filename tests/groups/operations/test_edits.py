"""Changing and taking down one's own words."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from groups.models import Post, PostEdit, PostText, Thread
from groups.operations.edits import delete_post, edit_post, keep_for_moderators, purge_deleted, undo_delete
from groups.operations.posts import publish_post
from groups.reads.posts import posts_between
from groups.tasks import purge_deleted_words
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_thread


@pytest.fixture
def post(db):
    thread = make_thread(make_group("open"))
    return publish_post(actor=make_member(thread.group).user, thread=thread, body="What it said first")


def test_an_edit_keeps_what_was_said_before(post):
    writer = post.voice.user

    assert edit_post(actor=writer, post=post, body="What it says now") is True
    assert edit_post(actor=writer, post=post, body="What it says now") is False

    text = PostText.objects.get(post=post)
    assert (text.body, text.edit_number) == ("What it says now", 1)
    assert list(PostEdit.objects.values_list("edit_number", "body")) == [(0, "What it said first")]
    assert PostText.objects.filter(search="first").count() == 0


def test_only_the_writer_edits(post):
    lead = make_member(post.thread.group, role="moderator").user
    for person in (make_user(), lead, make_user("Moderators")):
        with pytest.raises(PermissionDenied):
            edit_post(actor=person, post=post, body="Not mine")


@pytest.mark.parametrize("mark", ["hidden_at", "removed_at", "deleted_at"])
def test_what_is_out_of_sight_is_not_edited(post, mark):
    Post.objects.filter(pk=post.pk).update(**{mark: timezone.now()})
    with pytest.raises(PermissionDenied):
        edit_post(actor=post.voice.user, post=post, body="Changed")


def test_taking_down_can_be_undone_for_ten_minutes(post):
    writer = post.voice.user
    assert delete_post(actor=writer, post=post) is True
    assert Post.objects.visible_to(make_user()).get(pk=post.pk).shown == "deleted"
    post.refresh_from_db()
    assert undo_delete(actor=writer, post=post) is True
    assert Post.objects.visible_to(make_user()).with_words().get(pk=post.pk).body == "What it said first"
    assert Thread.objects.get(pk=post.thread_id).posts_count == 1


def test_after_ten_minutes_the_words_are_gone(post):
    writer = post.voice.user
    edit_post(actor=writer, post=post, body="What it says now")
    delete_post(actor=writer, post=post)
    assert purge_deleted() == 0
    Post.objects.update(deleted_at=timezone.now() - timedelta(minutes=11))
    post.refresh_from_db()

    purge_deleted_words()
    purge_deleted_words()

    assert undo_delete(actor=writer, post=post) is False
    assert (PostText.objects.count(), PostEdit.objects.count(), Post.objects.count()) == (0, 0, 1)


def test_nobody_else_takes_a_post_down(post):
    with pytest.raises(PermissionDenied):
        delete_post(actor=make_member(post.thread.group, role="moderator").user, post=post)
    assert undo_delete(actor=make_user(), post=post) is False


def test_a_writer_can_keep_a_post_for_the_moderators(post):
    keep_for_moderators(actor=post.voice.user, post=post)

    assert Post.objects.visible_to(make_user()).get(pk=post.pk).shown == "waiting"


def quoting(post, viewer):
    thread = Thread.objects.get(pk=post.thread_id)
    found = posts_between(viewer, thread, 2, 2)[0]
    return [part.quote and part.quote.words for part in found.parts if part.html is None]


def test_an_edit_a_block_and_a_deletion_reach_the_quote(post):
    group, writer, reader = post.thread.group, post.voice.user, make_user()
    other = make_member(group)
    publish_post(actor=other.user, thread=post.thread, body="Yes", reply_to=post, quote=True)
    assert quoting(post, reader) == ["What it said first"]

    edit_post(actor=writer, post=post, body="Well. What it said first, and more")
    assert quoting(post, reader) == ["What it said first"]
    edit_post(actor=writer, post=post, body="Something else")
    assert quoting(post, reader) == [""]
    delete_post(actor=writer, post=post)
    assert quoting(post, reader) == [None]
