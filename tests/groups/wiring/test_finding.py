"""Being found: search and offers go through the doors."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from groups.models import Post
from groups.operations.edits import edit_post
from groups.operations.moderation import hide_post
from portal.accounts import roles
from portal.core.related import offer_sources
from portal.core.search import search_sources
from portal.vocabulary.models import HealthTopic
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


def found(user, query="wedge pillow"):
    return [hit.url for hit in search_sources.get("groups").search(user, query, "en", 10)]


def said(preset="open", **fields):
    group = make_group(preset)
    writer = make_member(group).user
    return make_post(make_thread(group), writer, body="I sleep on a <b>wedge</b> and two pillows", **fields)


@pytest.mark.parametrize("preset", ["request", "invite", "private", "hidden"])
def test_search_finds_only_what_one_may_read(preset):
    open_post, private_post = said("open"), said(preset)
    member = make_member(private_post.thread.group).user

    for outsider in (AnonymousUser(), make_user(), make_user(*roles.ALL)):
        assert found(outsider) == [open_post.get_absolute_url()]
    assert set(found(member)) == {open_post.get_absolute_url(), private_post.get_absolute_url()}


@pytest.mark.parametrize("mark", ["hidden_at", "removed_at", "deleted_at", "held_at"])
def test_search_forgets_what_is_out_of_sight_even_for_its_writer(mark):
    post = said()
    Post.objects.filter(pk=post.pk).update(**{mark: timezone.now()})
    assert found(AnonymousUser()) == found(post.voice.user) == []


def test_search_forgets_across_a_block_and_after_an_edit():
    post = said()
    reader = make_user()
    make_block(post.voice.user, reader)
    assert found(reader) == []
    edit_post(actor=post.voice.user, post=post, body="I sleep on the floor")
    assert found(AnonymousUser()) == []


def test_an_excerpt_is_safe_and_marks_the_words():
    said()
    hit = search_sources.get("groups").search(AnonymousUser(), "wedge", "en", 10)[0]
    assert "<mark>wedge</mark>" in hit.excerpt
    assert "<b>" not in hit.excerpt


def test_the_title_counts_more_than_the_words():
    group = make_group("open")
    in_words = make_post(make_thread(group, title="Nights"), body="Any pillow advice? I like reading.")
    in_title = make_post(make_thread(group, title="Pillow"), body="Which do you like?")
    assert found(AnonymousUser(), "pillow") == [in_title.get_absolute_url(), in_words.get_absolute_url()]


def test_search_costs_two_queries(django_assert_num_queries):
    for _ in range(3):
        said()
    with django_assert_num_queries(2):  # what the index knows, and what the door lets through of it
        assert len(found(AnonymousUser())) == 3


def test_offers_name_groups_on_the_topic_that_one_may_know():
    topic = HealthTopic.objects.create(slug="pain", kind="symptom")
    known, unknown = make_group("request"), make_group("private")
    for group in (known, unknown):
        group.topics.add(topic)
    source = offer_sources.get("groups")

    assert [offer.title for offer in source.offers(make_user(*roles.ALL), ["pain"], 5)] == [known.name]
    assert source.find(AnonymousUser(), "pain").title == known.name
    assert source.find(AnonymousUser(), unknown.slug) is None
    assert source.find(make_member(unknown).user, unknown.slug).title == unknown.name


def test_a_hidden_post_leaves_the_search():
    post = said()
    hide_post(actor=make_member(post.thread.group, role="moderator").user, post=post, reason="A test")
    assert found(make_user()) == []
