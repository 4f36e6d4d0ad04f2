"""The API: the same doors and operations as the pages, and voices instead of people."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Post
from portal.accounts import roles
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_rules, make_thread

pytestmark = pytest.mark.django_db
PRIVATE = ["request", "invite", "private", "hidden"]


def listing(client, what, **query):
    return client.get(f"/api/v1/{what}/", query)


def ids(response):
    return [row["id"] for row in response.json()["results"]]


@pytest.mark.parametrize("preset", PRIVATE)
def test_outsiders_get_nothing_of_a_group_for_members(client, preset):
    post = make_post(make_thread(make_group(preset), title="A title that could leak"), body="Words that could leak")
    thread = post.thread
    for person in (None, make_user(), make_user(*roles.ALL)):
        if person:
            client.force_login(person)
        assert ids(listing(client, "threads")) == []
        assert ids(listing(client, "posts", thread=thread.public_id)) == []
        there = client.get(f"/api/v1/posts/{post.public_id}/")
        nowhere = client.get("/api/v1/posts/nosuchpost/")
        assert (there.status_code, there.content) == (404, nowhere.content)
        assert client.get(f"/api/v1/threads/{thread.public_id}/").status_code == 404
        written = client.post("/api/v1/posts/", {"thread": thread.public_id, "body": "Hello"}, "application/json")
        assert written.status_code == (404 if person else 401)
        known = preset in {"request", "invite"}
        assert client.get(f"/api/v1/groups/{thread.group.slug}/").status_code == (200 if known else 404)
    assert Post.objects.count() == 1


def test_a_post_has_a_voice_and_no_key(client):
    member = make_member(make_group("open"))
    post = make_post(make_thread(member.group), member.user, body="Hello *you*")
    client.force_login(member.user)

    row = client.get(f"/api/v1/posts/{post.public_id}/").json()

    assert row["author"] == {"name": member.user.display_name, "badge": "", "is_you": True}
    assert (row["id"], row["body"], row["shown"]) == (post.public_id, "Hello *you*", "shown")
    assert "<em>you</em>" in row["html"]
    assert str(member.user.pk) not in str(row) and str(post.voice.public_id) not in str(row)


def test_tombstones_keep_their_numbers_and_tell_nothing(client):
    thread = make_thread(make_group("open"))
    posts = [make_post(thread, body=f"Words {n}") for n in range(4)]
    now = timezone.now()
    Post.objects.filter(pk=posts[0].pk).update(hidden_at=now)
    Post.objects.filter(pk=posts[1].pk).update(deleted_at=now)
    reader = make_user()
    make_block(posts[2].voice.user, reader)
    client.force_login(reader)

    rows = listing(client, "posts", thread=thread.public_id).json()["results"]

    assert [(row["number"], row["shown"], row["body"], row["author"] is None) for row in rows] == [
        (1, "hidden", None, True),
        (2, "deleted", None, True),
        (3, "blocked", None, True),
        (4, "shown", "Words 3", False),
    ]


def test_lists_go_on_by_position(client):
    thread = make_thread(make_group("open"))
    writer = make_user()
    made = [make_post(thread, writer).public_id for _ in range(25)]

    first = listing(client, "posts", thread=thread.public_id)
    second = client.get(first.json()["next"])

    assert ids(first) + ids(second) == made
    assert ids(listing(client, "posts", **{"thread": thread.public_id, "from": "24"})) == made[23:]
    assert second.json()["next"] is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_of_posts_costs_the_same(client, count, django_assert_num_queries):
    thread = make_thread(make_group("open"))
    for _ in range(count):
        make_post(thread)
    with django_assert_num_queries(3):  # thread, posts, quotes; a fourth when something is quoted or answered
        assert len(ids(listing(client, "posts", thread=thread.public_id))) == count


def test_writing_goes_through_the_same_operation(client):
    group = make_group("open")
    thread = make_post(make_thread(group)).thread
    first = Post.objects.get(thread=thread)
    client.force_login(make_member(group).user)

    answer = client.post(
        "/api/v1/posts/",
        {"thread": thread.public_id, "body": "I know", "reply_to": first.public_id, "quote": True},
        "application/json",
    )

    assert answer.status_code == 201
    assert (answer.json()["number"], answer.json()["reply_to"], answer.json()["support"]) == (2, first.public_id, False)
    assert answer.json()["quotes"] == [{"author": first.voice.shown_name, "words": "Hello there"}]


def test_refusals_are_problems_with_a_code(client):
    group = make_group("open")
    thread = make_thread(group)
    client.force_login(make_user())
    body = {"thread": thread.public_id, "body": "Hello"}
    stranger = client.post("/api/v1/posts/", body, "application/json")
    assert (stranger.status_code, stranger.json()["code"]) == (403, "forbidden")
    worried = client.post("/api/v1/posts/", {**body, "body": "Ring me on 07700 900123"}, "application/json")
    assert (worried.status_code, worried.json()["title"]) == (403, "Join this group to write.")

    client.force_login(make_member(group).user)
    make_rules(group)
    rules = client.post("/api/v1/posts/", body, "application/json")
    assert (rules.status_code, rules.json()["code"]) == (409, "rules")
    assert client.post("/api/v1/posts/", {**body, "agreed": True}, "application/json").status_code == 201
    empty = client.post("/api/v1/posts/", {"thread": thread.public_id}, "application/json")
    assert (empty.status_code, list(empty.json()["fields"])) == (400, ["body"])
    phone = client.post("/api/v1/posts/", {**body, "body": "Ring me on 07700 900123"}, "application/json")
    assert (phone.status_code, phone.json()["code"]) == (409, "contact_details")


def test_a_thread_says_what_is_new_to_a_member(client):
    group = make_group("open")
    member = make_member(group)
    thread = make_post(make_thread(group, title="Pillows")).thread
    client.force_login(member.user)

    row = client.get(reverse("api:thread-detail", args=[thread.public_id])).json()

    assert (row["title"], row["group"], row["unread"]) == ("Pillows", group.slug, 1)
    assert ids(listing(client, "threads", group=group.slug)) == [thread.public_id]
    assert ids(listing(client, "threads", group="nothing-here")) == []


def test_the_title_of_somebody_one_does_not_meet_is_not_told(client):
    post = make_post(make_thread(make_group("open"), title="A title that could leak"))
    reader = make_user()
    make_block(reader, post.voice.user)
    client.force_login(reader)

    row = client.get(f"/api/v1/threads/{post.thread.public_id}/").json()

    assert (row["title"], row["started_by"]) == ("", None)
