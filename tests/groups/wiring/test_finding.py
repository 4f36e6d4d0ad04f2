"""Being found: search and offers go through the doors."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.utils import timezone

from groups.models import HiddenVoice, Post, Thread, ThreadVoice
from groups.operations.edits import edit_post
from groups.operations.moderation import hide_post
from groups.operations.notes import choose_reading
from groups.reads import found_posts, searching
from groups.wiring import finding
from portal.accounts import roles
from portal.core.related import offer_sources
from portal.core.search import search_sources
from portal.vocabulary.models import HealthTopic
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db


def found(user, query="wedge pillow"):
    return [hit.url for hit in search_sources.get("groups").search(user, query, "en", 10)]


def said(preset="open", group=None, **fields):
    group = group or make_group(preset, **fields)
    writer = make_member(group).user
    return make_post(make_thread(group), writer, body="I sleep on a <b>wedge</b> and two pillows")


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


@pytest.mark.parametrize("count", [1, 3])
def test_search_costs_six_queries(django_assert_num_queries, count):
    for _ in range(count):
        said()
    # groups, how many match, the newest, the door of posts, that of threads, the best
    with django_assert_num_queries(6):
        assert len(found(AnonymousUser())) == count


def talk(group, words, count):
    """So many posts of one thread, a minute apart, the last one newest."""
    thread, now = make_thread(group), timezone.now()
    return [
        make_post(thread, body=words, created_at=now - timedelta(minutes=count - place)) for place in range(count)
    ]  # fmt: skip


def common_words_are_read_in_steps(monkeypatch):
    """What a site with millions of posts does from 1,200 matches on, this one does from the first on."""
    monkeypatch.setattr(searching, "FEW", 0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE groups_posttext")


def test_a_common_word_is_found_by_reading_just_the_newest_talk(monkeypatch):
    group = make_group("open")
    talk(group, "Nothing to see", 200)
    posts = talk(group, "My pillow is flat", 200)
    common_words_are_read_in_steps(monkeypatch)

    asked = SearchQuery("pillow", search_type="websearch", config="english")
    first, more = next(searching.matching(AnonymousUser(), asked, 5))

    assert (first, more) == ([post.pk for post in reversed(posts[-5:])], True)
    assert found(AnonymousUser(), "pillow") == [post.get_absolute_url() for post in reversed(posts[-10:])]


def test_a_rare_word_is_found_however_long_ago_it_was_said(monkeypatch):
    group = make_group("open")
    [rare] = talk(group, "A lighthouse keeper", 1)
    Post.objects.filter(pk=rare.pk).update(created_at=timezone.now() - timedelta(days=900))
    talk(group, "My pillow is flat", 300)
    common_words_are_read_in_steps(monkeypatch)

    assert found(AnonymousUser(), "lighthouse") == [rare.get_absolute_url()]
    assert found(AnonymousUser(), "qwertyuiopus") == []


def test_older_posts_make_up_for_newer_ones_out_of_sight(monkeypatch):
    group = make_group("open")
    posts = talk(group, "My pillow is flat", 40)
    Post.objects.filter(pk__in=[post.pk for post in posts[10:]]).update(hidden_at=timezone.now())
    monkeypatch.setattr(finding, "AT_FIRST", 4)

    assert found(AnonymousUser(), "pillow") == [post.get_absolute_url() for post in reversed(posts[:10])]


def test_words_of_a_hidden_or_waiting_thread_are_not_found_even_by_its_starter():
    post = said()
    for mark in ("hidden_at", "held_at"):
        Thread.objects.filter(pk=post.thread_id).update(**{mark: timezone.now()})
        assert found(AnonymousUser()) == found(post.voice.user) == []
        Thread.objects.filter(pk=post.thread_id).update(**{mark: None})
    assert found(AnonymousUser()) == [post.get_absolute_url()]


def test_a_block_does_not_tell_who_writes_under_another_name_and_hiding_that_name_does():
    post = said(allows_other_names=True)
    ThreadVoice.objects.filter(pk=post.voice_id).update(is_alias=True, shown_name="Quiet fern")
    reader = make_user()
    make_block(reader, post.voice.user)
    assert found(reader) == [post.get_absolute_url()]

    HiddenVoice.objects.create(user=reader, voice=post.voice)
    assert found(reader) == []
    assert found(make_user()) == [post.get_absolute_url()]


def test_the_page_of_a_search_is_the_same_with_and_without_what_one_may_not_read(client):
    shown, reader = said(), make_user()
    client.force_login(reader)
    path = "/search/?q=wedge+pillow&kind=groups"
    before = normal(client.get(path), path)
    assert shown.get_absolute_url() in before[1]

    for preset in ("private", "hidden", "invite"):
        said(preset)
    blocked = said("open", group=shown.thread.group)
    make_block(blocked.voice.user, reader)
    Post.objects.filter(pk=said("open", group=shown.thread.group).pk).update(hidden_at=timezone.now())

    assert normal(client.get(path), path) == before


def test_what_one_may_not_read_takes_no_place_among_those_that_are_ranked(client):
    group = make_group("open")
    reader, shown = make_member(group).user, make_post(make_thread(group, title="Pillow"), body="A pillow")
    talk(group, "My pillow is flat", 49)
    client.force_login(reader)
    path = "/search/?q=pillow&kind=groups"
    before = normal(client.get(path), path)
    assert before[1].index(shown.get_absolute_url()) < before[1].index("My <mark>pillow</mark>")

    hidden, blocked = talk(group, "My pillow is lost", 12), talk(group, "My pillow is gone", 12)
    Post.objects.filter(pk__in=[post.pk for post in hidden]).update(hidden_at=timezone.now())
    for writer in {post.voice.user for post in blocked}:
        make_block(reader, writer)

    assert normal(client.get(path), path) == before


@pytest.mark.parametrize("kind", ["nobody", "reader", "member", "moderator", "suspended"])
def test_the_question_worked_out_once_is_the_one_that_would_be_worked_out_now(kind):
    group = make_group("private")
    fields = {"suspended_until": timezone.now() + timedelta(days=2)} if kind == "suspended" else {}
    user = AnonymousUser() if kind == "nobody" else make_user(**fields)
    if kind in {"member", "moderator"}:
        make_member(group, user=user, role=kind)
    for door in (found_posts.SAID, found_posts.MET):
        found_posts.question(door, AnonymousUser() if kind == "nobody" else make_user(**fields), [7])

        asked = found_posts.question(door, user, [1, 2, 3])

        assert asked == found_posts.afresh(door, user, [1, 2, 3])


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


def test_search_leaves_out_threads_by_somebody_one_does_not_meet_and_what_one_chose_to_leave_out():
    group = make_group("private")
    reader, starter = make_member(group).user, make_member(group).user
    thread = make_post(make_thread(group, title="A title that could leak"), starter).thread
    make_post(thread, body="The wedge pillow of another member")
    make_post(make_thread(group), body="A wedge pillow at the end of life", notes=["end-of-life"])
    assert len(found(reader)) == 2
    choose_reading(actor=reader, folded=[], left_out=["end-of-life"], low_stimulus=False)
    assert len(found(reader)) == 1
    make_block(reader, starter)
    assert found(reader) == []
