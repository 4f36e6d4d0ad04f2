""" "Already asked?": while a title is written, what is there already, and nothing that one may not know."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Draft, Post, Thread
from groups.reads.asked_before import asked_before
from tests.factories.accounts import make_block, make_user
from tests.factories.articles import make_article, text
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db
TITLE = "How do you sleep with back pain?"


def talk(group, title, writer=None):
    thread = make_thread(group, title=title)
    make_post(thread, writer)
    return thread


@pytest.fixture
def asker(client):
    member = make_member(make_group("open"))
    client.force_login(member.user)
    return member


def ask(client, group, title=TITLE, **headers):
    return client.post(
        reverse("groups:new_thread", args=[group.slug]), {"then": "asked", "title": title}, headers=headers
    )


def titles(asker, title=TITLE):
    return [thread.title for thread in asked_before(asker.user, asker.group, title).threads]


def test_threads_that_share_the_words_that_matter_come_this_group_first(asker):
    talk(make_group("open"), "Sleeping with pain in the back")
    talk(asker.group, "Back pain and no sleep")
    talk(asker.group, "How do you do?")
    talk(asker.group, "A walk in the park")

    assert titles(asker) == ["Back pain and no sleep", "Sleeping with pain in the back"]


def test_other_forms_of_a_word_are_found_and_filler_words_find_nothing(asker):
    talk(asker.group, "Does anyone have constipation?")

    assert titles(asker, "I am constipated") == ["Does anyone have constipation?"]
    assert titles(asker, "Does anyone have a wig?") == []
    assert titles(asker, "Does") == titles(asker, "?!…:&|") == titles(asker, "\x00" * 30) == []


def test_guides_are_offered_too(asker):
    make_article(text("Sleep", "<p>How to sleep with back pain.</p>"), title="Sleeping with back pain", slug="sleep")
    assert [hit.title for hit in asked_before(asker.user, asker.group, TITLE).guides] == ["Sleeping with back pain"]


def test_without_javascript_a_button_shows_them_and_what_was_typed_stays(client, asker):
    there = talk(asker.group, "Back pain and no sleep")
    page = client.post(
        reverse("groups:new_thread", args=[asker.group.slug]), {"then": "asked", "title": TITLE, "body": "I lie awake"}
    ).content.decode()

    assert f'href="{there.get_absolute_url()}"' in page
    assert "I lie awake</textarea>" in page and f'value="{TITLE}"' in page
    assert not Thread.objects.filter(title=TITLE).exists() and not Draft.objects.exists()


def test_while_one_types_only_the_part_comes_and_is_kept_nowhere(client, asker):
    talk(asker.group, "Back pain and no sleep")
    answer = ask(client, asker.group, **{"X-Part": "asked"})

    assert "Back pain and no sleep" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert Post.objects.count() == 1


def test_what_one_may_not_know_changes_not_one_byte(client, asker):
    talk(asker.group, "Back pain and no sleep")
    before = normal(ask(client, asker.group, **{"X-Part": "asked"}))

    for preset in ("private", "hidden", "invite"):
        talk(make_group(preset), "Sleep with back pain in secret")
    for mark in ("hidden_at", "held_at"):
        Thread.objects.filter(pk=talk(asker.group, "Sleep, back, pain").pk).update(**{mark: timezone.now()})
    unmet = make_user()
    talk(asker.group, "Sleep and back pain of somebody unmet", unmet)
    make_block(unmet, asker.user)
    make_article(text(), title="Sleep with back pain, a draft", published=False)

    assert normal(ask(client, asker.group, **{"X-Part": "asked"})) == before


def test_whoever_may_not_write_there_learns_nothing(client):
    secret, closed = make_group("hidden"), make_group("request")
    talk(secret, "Back pain and no sleep")
    client.force_login(make_user())

    assert ask(client, secret).status_code == 404
    assert ask(client, closed).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_no_query_more_for_more_threads(asker, count, django_assert_num_queries):
    for _ in range(count):
        talk(asker.group, "Back pain and no sleep")
    with django_assert_num_queries(8):  # words that matter, threads; six of the guides, which find none
        assert len(asked_before(asker.user, asker.group, TITLE).threads) == count
