"""What can be reported here, who looks after it, and what the moderation team may order."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from groups.models import Hiding, Post, Thread
from portal.accounts import roles
from portal.core.reportables import reportables, scopes
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
POSTS, THREADS = "groups.post", "groups.thread"


def test_only_what_one_can_read_can_be_reported():
    post = make_post(make_thread(make_group("private")))
    member = make_member(post.thread.group).user
    find = reportables.get(POSTS).find

    assert find(member, post.public_id).pk == post.pk
    for outsider in (AnonymousUser(), make_user(), make_user(*roles.ALL)):
        assert find(outsider, post.public_id) is None
        assert reportables.get(THREADS).find(outsider, post.thread.public_id) is None
    make_block(member, post.voice.user)
    assert find(member, post.public_id) is None
    assert reportables.get(THREADS).find(member, post.thread.public_id) is None


def test_signed_out_one_can_report_in_an_open_group():
    post = make_post(make_thread(make_group("open")))
    assert reportables.get(POSTS).find(AnonymousUser(), post.public_id).pk == post.pk


def test_a_snapshot_says_what_was_said():
    post = make_post(make_thread(make_group("open"), title="Pillows"), body="Which *ones*?")
    kind = reportables.get(POSTS)

    snapshot = kind.snapshot(kind.load(post.public_id))

    assert (snapshot.title, snapshot.text, snapshot.edit_number) == ("Pillows", "Which *ones*?", 0)
    assert "<em>ones</em>" in snapshot.html
    assert kind.scope(post) == f"groups:{post.thread.group.uuid}"
    assert (kind.author_id(post), kind.author_name(post)) == (post.voice.user_id, post.voice.shown_name)
    assert reportables.get(THREADS).snapshot(post.thread).text == "Which *ones*?"


def test_the_words_around_leave_out_what_was_taken_away():
    thread = make_thread(make_group("open"))
    posts = [make_post(thread, body=f"Words {n}") for n in range(6)]
    Post.objects.filter(pk=posts[1].pk).update(removed_at=posts[1].created_at)

    assert [one.text for one in reportables.get(POSTS).around(posts[2])] == ["Words 0", "Words 3", "Words 4"]


@pytest.mark.parametrize("key", [POSTS, THREADS])
def test_every_act_has_an_inverse_that_brings_everything_back(key):
    group = make_group("private")
    post = make_post(make_thread(group))
    lead = make_member(group, role="moderator").user
    kind = reportables.get(key)
    handle = post.public_id if key == POSTS else post.thread.public_id

    for act in kind.acts.values():
        undo = kind.acts[act.undo]
        if act.key in {"unhide", "restore", "publish", "unlock", "unpin"}:
            continue
        assert act.apply(lead, kind.load(handle), "A reason") is True
        assert act.apply(lead, kind.load(handle), "A reason") is False
        assert undo.apply(lead, kind.load(handle), "") is True
        assert undo.apply(lead, kind.load(handle), "") is False
    assert Post.objects.visible_to(make_member(group).user).get(pk=post.pk).shown == "shown"
    assert Hiding.objects.filter(lifted_at=None).count() == 0


@pytest.mark.parametrize("key", [POSTS, THREADS])
def test_acts_are_for_the_moderators_of_this_group(key):
    post = make_post(make_thread(make_group("private")))
    kind = reportables.get(key)
    thing = kind.load(post.public_id if key == POSTS else post.thread.public_id)
    others = [
        make_user(*roles.ALL),
        make_member(post.thread.group, role="mentor").user,
        make_member(make_group(), role="moderator").user,
        post.voice.user,
    ]
    for person in others:
        for act in kind.acts.values():
            with pytest.raises(PermissionDenied):
                act.apply(person, thing, "A reason")


def test_staff_moderators_act_where_everyone_may_read():
    post = make_post(make_thread(make_group("open")))
    assert reportables.get(POSTS).acts["hide"].apply(make_user(roles.MODERATORS), post, "A reason") is True
    assert Hiding.objects.get().reason == "A reason"


def test_scopes_are_the_groups_one_moderates_and_for_staff_the_open_ones(django_assert_num_queries):
    open_group, private = make_group("open"), make_group("private")
    lead = make_member(private, role="moderator").user
    staff = make_user(roles.MODERATORS)
    moderated_by = scopes.get("groups").moderated_by
    assert bool(staff.staff_roles)

    with django_assert_num_queries(1):
        assert moderated_by(staff) == [f"groups:{open_group.uuid}"]
    assert moderated_by(lead) == [f"groups:{private.uuid}"]
    assert list(moderated_by(make_member(private).user)) == []
    assert list(moderated_by(AnonymousUser())) == []


def test_a_removed_post_changes_no_number():
    thread = make_thread(make_group("open"))
    posts = [make_post(thread) for _ in range(3)]
    reportables.get(POSTS).acts["remove"].apply(make_user(roles.MODERATORS), posts[1], "A reason")

    assert list(Post.objects.filter(thread=thread).values_list("number", flat=True)) == [1, 2, 3]
    assert Thread.objects.get(pk=thread.pk).posts_count == 2
