"""Words that were begun and not sent: kept for their writer alone, offered back, never lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Draft, Membership, Post
from groups.operations.drafts import forget_old_drafts
from groups.reads.drafts import unfinished
from groups.wiring import on_writing
from portal.accounts.models import User
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db

WORDS = "Words I would hate to lose"


@pytest.fixture
def group():
    return make_group("request", name="A quiet ward")


@pytest.fixture
def thread(group):
    return make_post(make_thread(group, title="A title of the ward")).thread


@pytest.fixture
def member(client, group):
    membership = make_member(group)
    client.force_login(membership.user)
    return membership


def reply_to(thread):
    return reverse("groups:reply", args=[thread.public_id])


def new_in(group):
    return reverse("groups:new_thread", args=[group.slug])


def kept(client, address, **words):
    return client.post(address, {"then": "draft", **words})


def test_a_reply_is_kept_without_being_posted_and_stands_in_the_box_again(client, member, thread):
    answer = kept(client, reply_to(thread), body=WORDS)

    assert (answer.status_code, answer.url) == (302, thread.get_absolute_url())
    assert Post.objects.filter(thread=thread).count() == 1
    assert WORDS in client.get(reply_to(thread)).content.decode()
    assert WORDS in client.get(thread.get_absolute_url()).content.decode()


def test_a_new_thread_is_kept_with_its_title(client, member, group):
    kept(client, new_in(group), title="A title begun", body=WORDS)

    page = client.get(new_in(group)).content.decode()
    assert "A title begun" in page and WORDS in page


def test_a_program_in_the_page_is_told_when_the_words_were_kept(client, member, thread):
    answer = client.post(reply_to(thread), {"then": "draft", "body": WORDS}, headers={"X-Part": "draft"})

    assert answer.json()["said"].startswith("Kept as a draft, ")


def test_saving_again_saves_over_and_an_emptied_box_keeps_nothing(client, member, thread):
    kept(client, reply_to(thread), body="One")
    kept(client, reply_to(thread), body="Two")
    assert [draft.said("body") for draft in Draft.objects.all()] == ["Two"]

    kept(client, reply_to(thread), body="  ")
    assert Draft.objects.count() == 0


def test_posting_lets_go_of_the_draft_and_a_late_saving_does_not_bring_it_back(client, member, group, thread):
    kept(client, reply_to(thread), body=WORDS)
    kept(client, new_in(group), title="Another", body=WORDS)

    client.post(reply_to(thread), {"body": WORDS, "form_key": "one-form"})
    assert [draft.kind for draft in Draft.objects.all()] == ["thread"]
    kept(client, reply_to(thread), body=WORDS, form_key="one-form")
    assert [draft.kind for draft in Draft.objects.all()] == ["thread"]
    client.post(new_in(group), {"title": "Another", "body": WORDS})
    assert Draft.objects.count() == 0


def test_drafts_are_offered_on_the_list_of_groups_and_today(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)

    for address in (reverse("groups:group_list"), reverse("home:today")):
        page = client.get(address).content.decode()
        assert "Finish later" in page and thread.title in page and reply_to(thread) in page


def test_nobody_else_finds_a_draft(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)
    draft = Draft.objects.get()
    moderator = make_member(thread.group, role="moderator")

    for other in (moderator.user, make_user("Moderators"), make_user("Administrators")):
        client.force_login(other)
        for address in (
            reverse("groups:draft_list"), reverse("groups:group_list"), reply_to(thread), thread.get_absolute_url(),
        ):  # fmt: skip
            assert WORDS not in client.get(address).content.decode()
        for answer in (client.get, client.post):
            assert answer(reverse("groups:draft", args=[draft.pk])).status_code == 404
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_the_words_lie_sealed(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)

    assert WORDS.encode() not in bytes(Draft.objects.get().words_sealed)


def test_a_draft_of_a_place_that_closed_comes_back_as_plain_words_without_the_title(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)
    Membership.objects.filter(pk=member.pk).update(left_at=timezone.now())

    for address in (
        reverse("groups:group_list"), reverse("groups:draft_list"),
        reverse("groups:draft", args=[Draft.objects.get().pk]),
    ):  # fmt: skip
        page = client.get(address).content.decode()
        assert WORDS in page
        assert thread.title not in page and thread.public_id not in page
    assert "is not open to you now" in page


def test_a_draft_outlives_its_thread_and_its_group(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)
    Post.objects.filter(thread=thread).delete()
    thread.delete()
    thread.group.delete()

    assert WORDS in client.get(reverse("groups:draft_list")).content.decode()


def test_a_draft_is_thrown_away_by_its_writer(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)

    assert client.post(reverse("groups:draft", args=[Draft.objects.get().pk])).url == reverse("groups:draft_list")
    assert Draft.objects.count() == 0


def test_words_survive_the_sign_in_after_a_session_ended(client, member, thread):
    client.logout()

    refused = client.post(reply_to(thread), {"body": WORDS, "reply_to": ""})
    assert refused.status_code == 401 and WORDS in refused.content.decode()
    assert f"next={reply_to(thread)}" in refused.content.decode().replace("%2F", "/")
    assert WORDS not in str(client.session.items())

    client.force_login(User.objects.get(pk=member.user_id))
    assert WORDS in client.get(reply_to(thread)).content.decode()
    client.post(reply_to(thread), {"body": WORDS})
    assert WORDS not in client.get(reply_to(thread)).content.decode()


def test_kept_words_are_for_their_page_and_half_an_hour(client, member, thread):
    client.logout()
    client.post(reply_to(thread), {"body": WORDS})
    client.force_login(member.user)
    other = make_post(make_thread(thread.group)).thread

    assert WORDS not in client.get(reply_to(other)).content.decode()
    session = client.session
    session["words_kept"] = {**session["words_kept"], "until": 0}
    session.save()
    assert WORDS not in client.get(reply_to(thread)).content.decode()


def test_drafts_are_handed_over_and_erased(client, member, thread):
    kept(client, reply_to(thread), body=WORDS)

    assert [row["body"] for row in on_writing.export(member.user)["drafts"]] == [WORDS]
    on_writing.erase(member.user, keep_words=True)
    assert Draft.objects.count() == 0


def test_what_nobody_came_back_to_for_half_a_year_goes(client, member, group, thread):
    kept(client, reply_to(thread), body=WORDS)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=181))
    kept(client, new_in(group), title="Young", body=WORDS)

    assert forget_old_drafts() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_offering_drafts_costs_one_query(client, member, group, count, django_assert_num_queries):
    for _ in range(count):
        kept(client, reply_to(make_post(make_thread(group)).thread), body=WORDS)

    with django_assert_num_queries(1):
        assert len(unfinished(member.user, 5)) == count
