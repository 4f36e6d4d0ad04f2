"""Kept posts: one's own page, with notes that nobody else reads."""

import pytest
from django.urls import reverse

from groups.models import KeptPost
from groups.operations.edits import delete_post
from groups.operations.moderation import hide_post
from groups.wiring import on_writing
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
WORDS, NOTE = "Warmth helped me more than rest", "Try this before the scan"


@pytest.fixture
def group():
    return make_group("private", name="Long nights")


@pytest.fixture
def post(group):
    return make_post(make_thread(group, title="What helps"), make_member(group).user, WORDS)


@pytest.fixture
def reader(group):
    return make_member(group).user


def keep(client, person, post, note=NOTE):
    client.force_login(person)
    return client.post(reverse("groups:keep_post", args=[post.public_id]), {"note": note})


def kept_page(client, **asked):
    return client.get(reverse("groups:kept_list"), asked).content.decode()


def test_a_post_is_kept_with_a_sealed_note_and_found_again(client, post, reader):
    assert keep(client, reader, post)["Location"].endswith("#p1")
    page = kept_page(client)
    assert "What helps" in page and WORDS in page and NOTE in page and "Long nights" in page
    assert NOTE.encode() not in bytes(KeptPost.objects.get().note_sealed)


def test_keeping_again_changes_the_note_and_an_empty_one_goes(client, post, reader):
    keep(client, reader, post)
    keep(client, reader, post, "Another note")
    assert KeptPost.objects.get().note == "Another note"
    assert "Another note" in client.get(reverse("groups:keep_post", args=[post.public_id])).content.decode()
    keep(client, reader, post, "  ")
    assert KeptPost.objects.get().note is None


def test_a_note_that_is_too_long_is_kept_on_the_page(client, post, reader):
    answer = keep(client, reader, post, "x" * 2001)
    assert "x" * 2001 in answer.content.decode() and not KeptPost.objects.exists()


def test_whoever_wrote_it_and_the_moderators_learn_nothing(client, group, post, reader):
    keep(client, reader, post)
    for person in (post.voice.user, make_member(group, role="moderator").user):
        client.force_login(person)
        for address in (post.thread.get_absolute_url(), reverse("groups:kept_list")):
            page = client.get(address).content.decode()
            assert NOTE not in page and "You keep this post" not in page
        kept = KeptPost.objects.get()
        assert client.post(reverse("groups:let_go_of_post", args=[kept.pk])).status_code == 404
    assert KeptPost.objects.exists()


def test_the_menu_of_a_kept_post_says_so(client, post, reader):
    keep(client, reader, post)
    assert "You keep this post" in client.get(post.thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("what", ["hidden", "deleted", "left", "blocked"])
def test_words_that_closed_are_not_on_the_page_and_the_note_stays(client, group, post, reader, what):
    keep(client, reader, post)
    if what == "hidden":
        hide_post(actor=make_member(group, role="moderator").user, post=post, reason="Unkind")
    elif what == "deleted":
        delete_post(actor=post.voice.user, post=post)
    elif what == "left":
        group.memberships.filter(user=reader).delete()
    else:
        make_block(post.voice.user, reader)
    page = kept_page(client)
    assert WORDS not in page and "What helps" not in page and "Long nights" not in page
    assert NOTE in page and "This post cannot be shown now." in page


def test_the_title_of_somebody_one_does_not_meet_is_not_told(client, group, post, reader):
    later = make_post(post.thread, make_member(group).user, "An answer by another")
    keep(client, reader, later)
    make_block(reader, post.voice.user)
    page = kept_page(client)
    assert "An answer by another" in page and "What helps" not in page


def test_a_stranger_cannot_keep_what_they_cannot_read(client, group, post):
    assert keep(client, make_user(), post).status_code == 404
    client.force_login(make_member(group).user)
    delete_post(actor=post.voice.user, post=post)
    assert client.post(reverse("groups:keep_post", args=[post.public_id]), {"note": ""}).status_code == 404


def test_signed_out_the_note_is_given_back(client, post):
    client.logout()
    answer = client.post(reverse("groups:keep_post", args=[post.public_id]), {"note": NOTE})
    assert answer.status_code == 401 and NOTE in answer.content.decode()


def test_one_lets_go_of_a_post(client, post, reader):
    keep(client, reader, post)
    client.post(reverse("groups:let_go_of_post", args=[KeptPost.objects.get().pk]))
    assert not KeptPost.objects.exists()
    assert "Nothing kept yet" in kept_page(client)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(client, post, reader, count, django_assert_num_queries):
    for _ in range(count):
        KeptPost.objects.create(user=reader, post=make_post(post.thread))
    client.force_login(reader)
    kept_page(client)
    with django_assert_num_queries(5):  # user, kept posts, what may be read of them, and two for the frame
        kept_page(client)


def test_older_ones_are_on_the_next_page(client, post, reader):
    rows = [KeptPost.objects.create(user=reader, post=make_post(post.thread, body=f"Said {n}.")) for n in range(22)]
    client.force_login(reader)
    first = kept_page(client)
    assert "Said 21." in first and "Said 2." in first and "Said 1." not in first
    second = kept_page(client, after=str(rows[2].pk))
    assert "Said 1." in second and "Said 0." in second and "Said 2." not in second
    assert kept_page(client, after="nonsense") != ""


def test_notes_are_handed_over_and_erased(client, post, reader):
    keep(client, reader, post)
    assert on_writing.export(reader)["kept_posts"][0]["note"] == NOTE
    on_writing.erase(reader, True)
    assert not KeptPost.objects.exists()
