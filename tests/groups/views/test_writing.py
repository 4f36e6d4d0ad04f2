"""Pages on which people write: what was typed is kept, and a second look is asked for where it is kinder."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership, Post, PostText, Thread
from groups.operations.posts import publish_post
from portal.accounts.models import Block
from portal.moderation.models import Report
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_rules, make_thread

pytestmark = pytest.mark.django_db

PHONE = "Ring me on 07700 900123 any evening, dear all"
CRISIS = "I want to kill myself tonight"


@pytest.fixture
def group():
    return make_group("open")


@pytest.fixture
def member(client, group):
    membership = make_member(group)
    client.force_login(membership.user)
    return membership


@pytest.fixture
def thread(group):
    return make_post(make_thread(group)).thread


def reply_to(thread):
    return reverse("groups:reply", args=[thread.public_id])


def test_a_reply_leads_to_its_place(client, member, thread):
    answer = client.post(reply_to(thread), {"body": "Hello **you**", "seen": "1"})

    assert answer.url == f"{thread.get_absolute_url()}#p2"
    assert "<strong>you</strong>" in client.get(answer.url).content.decode()


def test_html_of_people_is_text(client, member, thread):
    client.post(reply_to(thread), {"body": "<script>alert(1)</script> <img src=x onerror=alert(1)>"})

    page = client.get(thread.get_absolute_url()).content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page


def test_an_empty_reply_says_what_to_mend(client, member, thread):
    page = client.post(reply_to(thread), {"body": "   "}).content.decode()
    assert "Write something first." in page


def test_what_was_typed_is_kept_when_something_is_to_mend(client, member, thread):
    make_rules(thread.group)

    page = client.post(reply_to(thread), {"body": "Words I would hate to lose"}).content.decode()

    assert "Words I would hate to lose" in page
    assert 'name="agree"' in page
    assert Post.objects.filter(thread=thread).count() == 1


def test_what_was_typed_is_kept_when_the_pace_is_too_quick(client, member, thread):
    Membership.objects.update(pace_started_at=timezone.now(), pace_posts=30)

    page = client.post(reply_to(thread), {"body": "Words I would hate to lose"}).content.decode()

    assert "Words I would hate to lose" in page and "Please take a short rest" in page


def test_the_care_check_keeps_the_words_and_takes_details_out_on_request(client, member, thread):
    asked = client.post(reply_to(thread), {"body": PHONE})
    page = asked.content.decode()
    assert "07700 900123" in page and 'value="redact"' in page
    assert 'value="anyway"' not in page

    assert "in the box above" in page and "We took them out" not in page

    page = client.post(reply_to(thread), {"body": PHONE, "care": "redact"}).content.decode()
    assert "07700 900123" not in page and "dear all" in page
    assert "We took them out. Read it once more, then post." in page
    assert Post.objects.filter(thread=thread).count() == 1


def test_among_members_one_may_post_anyway(client):
    group = make_group("request")
    thread = make_thread(group)
    client.force_login(make_member(group).user)

    assert 'value="anyway"' in client.post(reply_to(thread), {"body": PHONE}).content.decode()
    client.post(reply_to(thread), {"body": PHONE, "care": "anyway"})
    assert Post.objects.filter(thread=thread).count() == 1


def test_words_of_crisis_bring_a_card_that_only_the_writer_sees(client, member, thread):
    answer = client.post(reply_to(thread), {"body": CRISIS})

    page = client.get(answer.url).content.decode()
    assert "You do not have to hold this alone" in page
    assert "You do not have to hold this alone" not in client.get(thread.get_absolute_url()).content.decode()
    client.force_login(make_member(thread.group).user)
    assert "You do not have to hold this alone" not in client.get(answer.url).content.decode()


def test_on_the_card_one_can_ask_to_be_written_to_or_keep_it_for_moderators(client, member, thread):
    post = publish_post(actor=member.user, thread=thread, body=CRISIS)
    address = reverse("groups:answer_support", args=[post.public_id])

    client.post(address, {"choice": "keep"})
    client.post(address, {"choice": "tell"})
    client.post(address, {"choice": "moderators"})

    assert Report.objects.filter(reporter=member.user).count() == 1
    assert Post.objects.visible_to(make_user()).get(pk=post.pk).shown == "waiting"
    client.force_login(make_user())
    assert client.post(address, {"choice": "moderators"}).status_code == 404


def test_replying_to_a_post_shows_its_words(client, member, thread):
    first = Post.objects.get(thread=thread)

    page = client.get(reply_to(thread) + f"?to={first.public_id}&quote=1").content.decode()
    sent = {"body": "I know", "reply_to": first.public_id, "quotes": f"{first.public_id}.0.0.11"}
    client.post(reply_to(thread), sent)

    assert "Hello there" in page
    page = client.get(reply_to(thread) + f"?to={first.public_id}").content.decode()
    assert "Hello there" not in page and f"In reply to {first.voice.shown_name}" in page
    made = Post.objects.get(thread=thread, number=2)
    assert (made.reply_to_id, made.quotes.count()) == (first.pk, 1)


def test_a_post_of_another_thread_cannot_be_answered_here(client, member, thread):
    other = make_post(make_thread(make_group("private")), body="Private words")

    page = client.get(reply_to(thread) + f"?to={other.public_id}").content.decode()
    client.post(reply_to(thread), {"body": "Hello", "reply_to": other.public_id, "quotes": f"{other.public_id}.0.0.7"})

    assert "Private words" not in page
    assert Post.objects.get(thread=thread, number=2).reply_to is None


def test_who_may_read_but_not_write_gets_a_sentence(client, thread):
    client.force_login(make_user())
    answer = client.get(reply_to(thread))
    assert answer.status_code == 403
    assert "You cannot write in this thread right now." in answer.content.decode()
    assert client.get(reverse("groups:new_thread", args=[thread.group.slug])).status_code == 403


def test_signed_out_writing_leads_to_signing_in(client, thread):
    for address in (reply_to(thread), reverse("groups:new_thread", args=[thread.group.slug])):
        assert client.get(address).url.startswith("/accounts/login/")


def test_starting_a_thread(client, member, group):
    address = reverse("groups:new_thread", args=[group.slug])
    page = client.post(address, {"title": "", "body": "Words I would hate to lose"}).content.decode()
    assert "Give your thread a title." in page and "Words I would hate to lose" in page

    answer = client.post(address, {"title": "Pillows", "body": "Which ones?"})
    thread = Thread.objects.get()
    assert (thread.title, answer.url) == ("Pillows", f"{thread.get_absolute_url()}#p1")


def test_changing_taking_down_and_putting_back(client, member, thread):
    post = publish_post(actor=member.user, thread=thread, body="First words")
    edit, delete, undo = (
        reverse(f"groups:{name}", args=[post.public_id]) for name in ("edit_post", "delete_post", "undo_delete")
    )
    assert "First words" in client.get(edit).content.decode()
    client.post(edit, {"body": "Better words"})
    assert PostText.objects.get(post=post).body == "Better words"
    assert "Better words" in client.get(delete).content.decode()
    client.post(delete)
    assert "Put it back" in client.get(thread.get_absolute_url()).content.decode()
    client.post(undo)
    assert "Better words" in client.get(thread.get_absolute_url()).content.decode()
    client.post(delete)
    Post.objects.filter(pk=post.pk).update(deleted_at=timezone.now() - timedelta(minutes=11))
    assert "The ten minutes are over" in client.post(undo, follow=True).content.decode()


def test_other_peoples_words_are_not_changed(client, member, thread):
    first = Post.objects.get(thread=thread)
    for name in ("edit_post", "delete_post"):
        assert client.get(reverse(f"groups:{name}", args=[first.public_id])).status_code == 403
        assert client.post(reverse(f"groups:{name}", args=[first.public_id]), {"body": "x"}).status_code == 403
    assert client.post(reverse("groups:undo_delete", args=[first.public_id])).status_code == 403
    hidden = make_post(make_thread(make_group("hidden")))
    assert client.get(reverse("groups:edit_post", args=[hidden.public_id])).status_code == 404


def test_the_address_of_a_post_leads_to_its_page(client, thread):
    writer = make_user()
    posts = [make_post(thread, writer) for _ in range(31)]

    assert client.get(posts[-1].get_absolute_url()).url == f"{thread.get_absolute_url()}?from=31#p32"
    moved = make_post(make_thread(thread.group))
    Post.objects.filter(pk=posts[0].pk).update(moved_to=moved)
    assert client.get(posts[0].get_absolute_url()).url == f"{moved.thread.get_absolute_url()}#p1"


def test_one_can_block_a_writer_without_learning_who_it_is(client, member, thread):
    first = Post.objects.get(thread=thread)
    address = reverse("groups:block_writer", args=[first.public_id])

    assert "Block this person" in client.get(address).content.decode()
    assert Block.objects.count() == 0
    client.post(address)

    assert Block.objects.get().blocked_id == first.voice.user_id
    assert "A post by someone you do not meet here." in client.get(thread.get_absolute_url()).content.decode()
