"""Kind answers without words."""

import threading

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from groups.models import Reaction
from groups.operations.moderation import hide_post
from groups.operations.reactions import react
from portal.core.personal_data import holders
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group("open")


@pytest.fixture
def post(group):
    return make_post(make_thread(group), make_member(group).user)


def send(client, post, **how):
    return client.post(reverse("groups:react_to_post", args=[post.public_id]), how)


def page(client, post):
    return client.get(post.thread.get_absolute_url()).content.decode()


def give(post, person, kind="with"):
    return Reaction.objects.create(post=post, user=person, kind=kind)


def counts(client, post):
    answer = client.get(reverse("api:post-detail", args=[post.public_id])).json()
    return {one["kind"]: one["count"] for one in answer["reactions"]}


def test_one_of_each_is_given_and_taken_back(client, group, post):
    client.force_login(make_member(group).user)

    send(client, post, give="with")
    send(client, post, give="with")
    answer = send(client, post, give="thanks")

    assert answer.url.endswith("#p1")
    assert counts(client, post) == {"with": 1, "thanks": 1}
    send(client, post, take="with")
    send(client, post, take="with")
    assert counts(client, post) == {"thanks": 1}
    assert 'value="thanks" aria-pressed="true"' in page(client, post)


def test_no_zero_is_written_and_nobody_is_named(client, group, post):
    reader, giver = make_member(group).user, make_member(group).user
    give(post, giver, "helped")
    client.force_login(reader)

    there = page(client, post)

    assert "Helped me <b>1</b>" in there
    assert "<b>0</b>" not in there
    assert giver.display_name not in there
    assert giver.display_name not in client.get(reverse("api:post-detail", args=[post.public_id])).content.decode()


def test_signed_out_one_sees_counts_and_no_buttons(client, post):
    give(post, make_user(), "same")
    there = page(client, post)
    assert "Me too <b>1</b>" in there
    assert "data-reactions" not in there


def test_a_script_gets_the_part_alone(client, group, post):
    client.force_login(make_member(group).user)
    address = reverse("groups:react_to_post", args=[post.public_id])

    part = client.post(address, {"give": "thinking"}, headers={"X-Part": "reactions"}).content.decode()

    assert "Thinking of you <b>1</b>" in part
    assert "<html" not in part


def test_blocked_people_do_not_count_for_each_other_on_anybodys_post(client, group, post):
    one, other, third = (make_member(group).user for _ in range(3))
    for person in (one, other):
        give(post, person)
    make_block(one, other)

    found = {}
    for name, person in (("one", one), ("other", other), ("third", third)):
        client.force_login(person)
        found[name] = counts(client, post)

    assert found == {"one": {"with": 1}, "other": {"with": 1}, "third": {"with": 2}}


def test_one_cannot_answer_oneself_nor_somebody_one_does_not_meet(client, group, post):
    blocked = make_member(group).user
    make_block(post.voice.user, blocked)
    for person in (post.voice.user, blocked, make_user()):
        client.force_login(person)
        assert send(client, post, give="with").status_code == 403
    assert not Reaction.objects.exists()


def test_neither_a_closed_thread_nor_a_mute_nor_an_open_case_stands_in_the_way(client, group, post):
    member = make_member(group, muted_until=timezone.now() + timezone.timedelta(days=1)).user
    post.thread.locked_at = timezone.now()
    post.thread.save(update_fields=["locked_at"])
    client.force_login(member)
    assert send(client, post, give="with").status_code == 302
    assert counts(client, post) == {"with": 1}


def test_a_tombstone_carries_no_counts(client, group, post):
    give(post, make_member(group).user)
    hide_post(actor=make_member(group, role="moderator").user, post=post, reason="It named a dose.")
    assert "With you" not in page(client, post)
    assert counts(client, post) == {}
    client.force_login(post.voice.user)
    assert counts(client, post) == {}


def test_only_the_five_exist(client, group, post):
    client.force_login(make_member(group).user)
    address = reverse("api:post-react", args=[post.public_id])
    assert client.post(address, {"kind": "down"}, content_type="application/json").status_code == 400
    answer = client.post(address, {"kind": "with"}, content_type="application/json")
    assert answer.json()["reactions"] == [{"kind": "with", "count": 1, "is_yours": True}]
    assert send(client, post, give="down").status_code != 500
    assert Reaction.objects.count() == 1


def test_what_one_gave_is_handed_over_and_goes_with_one(group, post):
    member = make_member(group).user
    give(post, member, "thanks")
    holder = holders.get("groups.on_posts")
    assert holder.export(member)["reactions"] == [
        {"thread": post.thread.title, "number": 1, "reaction": "thanks"}
    ]  # fmt: skip
    holder.erase(member, True)
    assert not Reaction.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_make_one():
    group = make_group("open")
    post = make_post(make_thread(group), make_member(group).user)
    member = make_member(group).user
    post.shown = "shown"
    gate = threading.Barrier(8)

    def press():
        gate.wait()
        try:
            react(actor=member, post=post, kind="with", on=True)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Reaction.objects.count() == 1
