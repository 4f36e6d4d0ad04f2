"""What people typed outlives their session: it is shown back to them, and kept only under a seal."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from groups.models import Post, Thread
from portal.moderation.models import Report
from selfcare.models import DiaryEntry
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db

WORDS = 'I slept "badly" <b>again</b> & I am </textarea> tired'
SHOWN = "I slept &quot;badly&quot; &lt;b&gt;again&lt;/b&gt; &amp; I am &lt;/textarea&gt; tired"


@pytest.fixture
def post():
    thread = make_thread(make_group("private"), title="A title that could leak")
    return make_post(thread, make_member(thread.group).user)


def pages(post):
    """Each page on which people write, the field they write in, and where signing in leads."""
    reply = reverse("groups:reply", args=[post.thread.public_id])
    edit = reverse("groups:edit_post", args=[post.public_id])
    new = reverse("groups:new_thread", args=[post.thread.group.slug])
    report = reverse("moderation:report", args=["groups.post", post.public_id])
    diary = reverse("selfcare:diary")
    own, questions = reverse("selfcare:new_activity"), reverse("articles:question_list")
    return [
        (reply, "body", reply),
        (edit, "body", edit),
        (new, "body", new),
        (report, "words", report),
        (diary, "note", diary),
        (own, "text", own),
        (questions, "words", questions),
    ]


def test_words_sent_after_signing_out_come_back_in_a_box(client, post, caplog):
    caplog.set_level(logging.DEBUG)
    for address, field, onward in pages(post):
        answer = client.post(address, {field: WORDS, "title": "", "reason": "other"})
        page = answer.content.decode()

        assert answer.status_code == 401
        assert "You were signed out" in page and f">{SHOWN}</textarea>" in page and "<b>again" not in page
        assert f'href="/accounts/login/?next={onward}"' in page
        assert "no-store" in answer["Cache-Control"]
        assert "could leak" not in page
    assert "badly" not in caplog.text
    assert set(client.session.keys()) == {"words_kept"}, "for half an hour, for the page they were meant for"
    assert "badly" not in str(dict(client.session)) and not client.cookies.get("messages")
    assert (Post.objects.count(), Thread.objects.count(), Report.objects.count()) == (1, 1, 0)
    assert not DiaryEntry.objects.exists()


def test_a_title_comes_back_with_the_words_below_it(client, post):
    address = reverse("groups:new_thread", args=[post.thread.group.slug])

    page = client.post(address, {"title": "Pillows", "body": "Which ones?"}).content.decode()

    assert ">Pillows\n\nWhich ones?</textarea>" in page


def test_what_is_there_and_what_is_not_answer_alike(client, post):
    for name in ("groups:reply", "groups:edit_post"):
        known = {"groups:reply": post.thread.public_id, "groups:edit_post": post.public_id}[name]
        there, nowhere = (client.post(reverse(name, args=[one]), {"body": "x"}) for one in (known, "zzzzzzzzzzzz"))
        assert there.status_code == nowhere.status_code == 401
        assert there.content.decode().replace(known, "") == nowhere.content.decode().replace("zzzzzzzzzzzz", "")


def test_looking_at_a_page_of_writing_still_asks_to_sign_in(client, post):
    for address, field, _onward in pages(post):
        if field != "words":
            assert client.get(address).url.startswith("/accounts/login/?next=")


def test_signed_in_nothing_is_different(client, post):
    client.force_login(make_member(post.thread.group).user)

    answer = client.post(reverse("groups:reply", args=[post.thread.public_id]), {"body": "Hello"})

    assert answer.status_code == 302
    assert Post.objects.count() == 2


def test_words_come_back_from_a_page_that_went_stale_and_nothing_of_a_password_does(post):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(post.voice.user)
    said = {"note": WORDS, "worst": "6", "password": "a long secret sentence"}

    answer = strict.post(reverse("selfcare:diary"), said)
    elsewhere = strict.post(reverse("selfcare:diary"), said, headers={"origin": "https://elsewhere.example"})

    page = answer.content.decode()
    assert (answer.status_code, elsewhere.status_code) == (403, 403)
    assert "This page has gone stale" in page and f">{SHOWN}</textarea>" in page
    assert "secret sentence" not in page and "no-store" in answer["Cache-Control"]
    assert "badly" not in elsewhere.content.decode(), "what another site sends is not shown as one's own"
    assert not DiaryEntry.objects.exists()
