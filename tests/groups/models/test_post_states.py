"""The table in docs/decisions/0002-post-states.md, cell by cell, against the database."""

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from groups.models import Post
from portal.accounts import roles
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "decisions" / "0002-post-states.md"
WORDS = "the words that could leak"


def table():
    rows = [
        [cell.strip() for cell in line.strip("|\n ").split("|")]
        for line in DOCUMENT.read_text().splitlines()
        if line.startswith("|") and not line.startswith("|---")
    ]
    head, *body = rows
    return [(row[0], viewer, cell) for row in body for viewer, cell in zip(head[1:], row[1:], strict=True)]


def put(post, state):
    """Bring a post into a state, with whatever a lower state would add as well."""
    now = timezone.now()
    marks = {
        "waiting": {"held_at": now},
        "hidden": {"hidden_at": now, "held_at": now},
        "removed": {"removed_at": now, "hidden_at": now, "deleted_at": now},
        "deleted": {"deleted_at": now, "hidden_at": now},
        "moved": {"moved_to": make_post(make_thread(post.thread.group)), "hidden_at": now},
    }
    Post.objects.filter(pk=post.pk).update(**marks.get(state, {}))


def viewers(group, writer):
    blocker, blocked_too = make_member(group).user, make_member(group, role="moderator").user
    make_block(blocker, writer)
    make_block(writer, blocked_too)
    return {
        "anonymous": AnonymousUser(),
        "member": make_member(group).user,
        "writer": writer,
        "blocked": blocker,
        "moderator": blocked_too,
        "staff": make_user(roles.MODERATORS),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "viewer", "cell"), table())
def test_a_position_is_what_the_table_says(state, viewer, cell):
    group = make_group("open")
    writer = make_member(group).user
    post = make_post(make_thread(group), writer, body=WORDS)
    put(post, state)
    shown, _, words = cell.partition("+")

    found = Post.objects.visible_to(viewers(group, writer)[viewer]).with_words().get(pk=post.pk)

    assert found.shown == shown
    assert found.open_words is (words == "words")
    assert (found.body, found.name) == ((WORDS, writer.display_name) if words else (None, None))
    assert (found.html is None) is not bool(words)


@pytest.mark.django_db
@pytest.mark.parametrize("preset", ["request", "invite", "private", "hidden"])
@pytest.mark.parametrize("viewer", ["anonymous", "staff"])
def test_outside_a_group_for_members_no_position_exists(preset, viewer):
    group = make_group(preset)
    writer = make_member(group).user
    post = make_post(make_thread(group), writer)

    assert not Post.objects.visible_to(viewers(group, writer)[viewer]).filter(pk=post.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("by_writer", [True, False])
def test_a_block_works_both_ways(by_writer):
    group = make_group("open")
    one, other = make_member(group).user, make_member(group).user
    thread = make_thread(group)
    first, second = make_post(thread, one), make_post(thread, other)
    make_block(*((one, other) if by_writer else (other, one)))

    assert Post.objects.visible_to(one).get(pk=second.pk).shown == "blocked"
    assert Post.objects.visible_to(other).get(pk=first.pk).shown == "blocked"


@pytest.mark.django_db
def test_everybody_finds_every_number():
    group = make_group("open")
    writer = make_member(group).user
    thread = make_thread(group)
    for state in ["shown", "waiting", "hidden", "removed", "deleted", "moved"]:
        put(make_post(thread, writer), state)

    for viewer in viewers(group, writer).values():
        found = Post.objects.visible_to(viewer).filter(thread=thread).order_by("number")
        assert [post.number for post in found] == [1, 2, 3, 4, 5, 6]


@pytest.mark.django_db
def test_an_erased_voice_belongs_to_nobody():
    post = make_post()
    post.voice.user = None
    post.voice.save()

    found = Post.objects.visible_to(make_user()).get(pk=post.pk)

    assert (found.is_mine, found.shown) == (False, "shown")
