"""What can be reported here, who looks after it, and what the moderation team may order."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from groups.models import Hiding, Post, Thread
from portal.accounts import roles
from portal.core.reportables import reportables, scopes
from portal.moderation.models import Case
from portal.moderation.operations import report
from portal.moderation.reads import moderators_of
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


def test_the_words_around_leave_out_what_was_taken_away_and_hold_the_post_in_its_place():
    thread = make_thread(make_group("open"))
    posts = [make_post(thread, body=f"Words {n}") for n in range(6)]
    Post.objects.filter(pk=posts[1].pk).update(removed_at=posts[1].created_at)

    around = reportables.get(POSTS).around(posts[2])

    assert [(one.text, one.here) for one in around] == [
        ("Words 0", False),
        ("Words 2", True),
        ("Words 3", False),
        ("Words 4", False),
    ]
    assert around[1].title == posts[2].voice.shown_name
    assert around[1].html == "<p>Words 2</p>\n"


def test_a_post_that_was_removed_still_stands_among_the_words_around_it():
    post = make_post(body="Taken away")
    Post.objects.filter(pk=post.pk).update(removed_at=post.created_at)

    assert [(one.text, one.here) for one in reportables.get(POSTS).around(post)] == [("Taken away", True)]


@pytest.mark.parametrize("key", [POSTS, THREADS])
def test_every_act_has_an_inverse_that_brings_everything_back(key):
    group = make_group("private")
    post = make_post(make_thread(group))
    lead = make_member(group, role="moderator").user
    kind = reportables.get(key)
    handle = post.public_id if key == POSTS else post.thread.public_id

    for act in kind.acts.values():
        if act.asks or act.key in {"unhide", "restore", "publish", "unlock", "unpin", "unlock_thread"}:
            continue
        undo = kind.acts[act.undo]
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
                act.perform(person, thing, "A reason", {"words": "Other words", "title": "A title", "numbers": "2"})


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


def test_a_group_calls_those_who_moderate_it_and_no_other_scope_does(django_assert_num_queries):
    group, other = make_group("private"), make_group("private")
    leads = [make_member(group, role=role).user for role in ("moderator", "safeguarding_lead")]
    make_member(group, role="mentor")
    make_member(group, role="moderator", left_at=timezone.now())
    make_member(group, make_user(is_active=False), role="moderator")
    make_member(other, role="moderator")
    people = scopes.get("groups").people

    with django_assert_num_queries(1):
        assert people(f"groups:{group.uuid}") == sorted(lead.pk for lead in leads)
    assert list(people("site")) == []
    assert list(people("leaflets:1")) == []


def test_an_urgent_case_in_a_private_group_calls_its_moderators_and_never_the_writer():
    group = make_group("private")
    lead, writer = (make_member(group, role="moderator").user for _ in range(2))
    make_user(roles.MODERATORS)
    post = make_post(make_thread(group), writer)

    report(actor=lead, reportable_key=POSTS, public_id=post.public_id, reason="worried")

    assert moderators_of(Case.objects.get()) == [lead.pk]


def test_a_removed_post_changes_no_number():
    thread = make_thread(make_group("open"))
    posts = [make_post(thread) for _ in range(3)]
    reportables.get(POSTS).acts["remove"].apply(make_user(roles.MODERATORS), posts[1], "A reason")

    assert list(Post.objects.filter(thread=thread).values_list("number", flat=True)) == [1, 2, 3]
    assert Thread.objects.get(pk=thread.pk).posts_count == 2


def test_the_words_around_say_which_of_them_are_covered_elsewhere():
    thread = make_thread(make_group("open"))
    heavy, hidden, plain = (make_post(thread, body=words) for words in ["heavy", "gone", "plain"])
    report(actor=make_user(), reportable_key=POSTS, public_id=heavy.public_id, reason="worried", words="")
    Post.objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())

    around = reportables.get(POSTS).around(plain)

    assert [(one.text, one.care, one.hidden) for one in around] == [
        ("heavy", True, False),
        ("gone", False, True),
        ("plain", False, False),
    ]


def test_an_act_says_whether_it_would_change_anything():
    post = make_post(make_thread(make_group("open"), locked_at=timezone.now()), hidden_at=timezone.now())
    acts, on_thread = reportables.get(POSTS).acts, reportables.get(THREADS).acts

    assert [key for key in ("hide", "remove", "publish") if acts[key].possible(post)] == ["remove"]
    assert [key for key in ("hide", "lock", "pin") if on_thread[key].possible(post.thread)] == ["hide", "pin"]
