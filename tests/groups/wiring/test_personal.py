"""Handing over what one said, and taking it, or one's name, away."""

import pytest

from groups.models import JoinRequest, Membership, Post, PostEdit, PostText, Quote, ReadMark, SupportGroup, ThreadVoice
from groups.operations.edits import edit_post
from groups.operations.memberships import join
from groups.operations.posts import publish_post
from groups.operations.threads import start_thread
from portal.core.personal_data import holders
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_request

pytestmark = pytest.mark.django_db
CANARY = "xylophone"


@pytest.fixture
def person():
    """Somebody who left a unique word wherever this house has room for one."""
    group, person = make_group("open"), make_user(display_name=f"{CANARY} one")
    join(actor=person, group=group, agreed=True)
    first = start_thread(actor=person, group=group, title=f"A {CANARY}", body=f"First {CANARY}")
    edit_post(actor=person, post=first, body=f"Second {CANARY}")
    other = make_member(group).user
    publish_post(actor=other, thread=first.thread, body="I know", reply_to=first, quote=True)
    make_request(make_group("request"), person, answer=CANARY)
    return person


def export(person):
    return holders.get("groups").export(person)


def everything():
    rows = [
        *PostText.objects.values_list("body", "html", "search"),
        *PostEdit.objects.values_list("body"),
        *ThreadVoice.objects.values_list("shown_name"),
        *Post.objects.values_list("thread__title"),
        *(request.said for request in JoinRequest.objects.all()),
    ]
    return str(rows)


def test_the_export_holds_every_word(person):
    found = export(person)

    assert [row["body"] for row in found["posts"]] == [f"Second {CANARY}"]
    assert [row["body"] for row in found["earlier_versions"]] == [f"First {CANARY}"]
    assert found["requests_to_join"][0]["answers"][0]["answer"] == CANARY
    assert len(found["memberships"]) == 1


def test_erasing_the_words_leaves_numbers_and_nothing_else(person):
    holders.get("groups").erase(person, False)
    holders.get("groups").erase(person, False)

    assert CANARY not in everything()
    assert [post.number for post in Post.objects.order_by("number")] == [1, 2]
    assert Post.objects.visible_to(make_user()).get(number=1).shown == "deleted"
    assert Quote.objects.count() == 0
    assert not ThreadVoice.objects.filter(user=person).exists()
    assert not (Membership.objects.filter(user=person).exists() or ReadMark.objects.filter(user=person).exists())
    assert SupportGroup.objects.get(read_by="everyone").members_count == 0


def test_keeping_the_words_gives_them_another_handle_in_each_thread(person):
    group = SupportGroup.objects.get(read_by="everyone")
    start_thread(actor=person, group=group, title="Another", body="Something else")

    holders.get("groups").erase(person, True)

    names = set(ThreadVoice.objects.filter(user=None).values_list("shown_name", flat=True))
    assert len(names) == 2 and all(name.startswith("Someone ") for name in names)
    assert PostText.objects.filter(body=f"Second {CANARY}").exists()
    assert PostEdit.objects.count() == 0
    assert not any(export(person).values())
