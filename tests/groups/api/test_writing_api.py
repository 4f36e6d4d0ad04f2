"""What programs write: the same doors, rules and refusals as on the pages, and each request done once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Draft, KeptPost, Picture, PictureAside, Poll, Post, PostText, Thread, ThreadVoice
from groups.operations.polls import ask_poll, vote
from tests.factories.accounts import make_user
from tests.factories.group_pictures import make_picture, upload
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
JSON = "application/json"


@pytest.fixture
def group():
    return make_group("private", allows_other_names=True)


@pytest.fixture
def writer(client, group):
    person = make_member(group).user
    client.force_login(person)
    return person


@pytest.fixture
def post(group, writer):
    return make_post(make_thread(group), writer, "What I said first")


def send(client, path, data=None, key=None, method="post"):
    headers = {"Idempotency-Key": key} if key else {}
    return getattr(client, method)(f"/api/v1/{path}", data or {}, JSON, headers=headers)


def test_a_thread_is_opened_with_all_that_goes_with_it(client, group, writer):
    sent = client.post("/api/v1/pictures/", {"group": group.slug, "picture": upload()})
    assert sent.status_code == 201
    picture = {"id": sent.json()["id"], "alt": "My garden", "covered": True}
    made = send(
        client, "threads/",
        {"group": group.slug, "title": "Spring", "body": "It grows", "notes": ["scars"], "other_name": True,
         "picture": picture},
    )  # fmt: skip
    row = made.json()
    assert made.status_code == 201 and row["number"] == 1 and row["notes"] == ["scars"]
    assert row["picture"]["alt"] == "My garden" and row["picture"]["covered"] is True
    assert client.get(row["picture"]["url"]).status_code == 200
    assert ThreadVoice.objects.get(user=writer).is_alias and row["author"]["name"] != writer.display_name
    assert send(client, f"threads/{row['thread']}/", method="get").json()["notes"] == ["scars"]


POSTS = {
    "threads/": lambda group, post: {"group": group.slug, "title": "Once", "body": "Only once"},
    "posts/": lambda group, post: {"thread": post.thread.public_id, "body": "Only once"},
    "drafts/": lambda group, post: {"group": group.slug, "body": "Begun"},
    "kept-posts/": lambda group, post: {"post": post.public_id, "note": "Again"},
    "threads/{thread}/poll/": lambda group, post: {"question": "Which?", "answers": ["A", "B"]},
    "threads/{thread}/read/": lambda group, post: {"up_to": 1},
    "posts/{post}/notes/": lambda group, post: {"notes": ["scars"]},
    "posts/{post}/undo/": lambda group, post: {},
    "posts/{post}/redact/": lambda group, post: {"number": 0},
}


@pytest.mark.parametrize("path", POSTS)
def test_a_post_with_a_key_is_done_once_and_answers_the_same(client, group, post, path):
    data, path = POSTS[path](group, post), path.format(thread=post.thread.public_id, post=post.public_id)
    first, again = send(client, path, data, key="k-1"), send(client, path, data, key="k-1")
    assert first.status_code in {200, 201} and again.content == first.content
    assert again["Idempotency-Replayed"] == "true" and "Idempotency-Replayed" not in first
    assert send(client, path, {**data, "other": 1}, key="k-1").status_code == 422
    assert Thread.objects.count() <= 2 and Draft.objects.count() <= 1 and Poll.objects.count() <= 1


def test_a_picture_with_a_key_is_laid_aside_once(client, group, writer):
    def sent(key):
        data = {"group": group.slug, "picture": upload()}
        return client.post("/api/v1/pictures/", data, headers={"Idempotency-Key": key})

    first, again, other = sent("p-1"), sent("p-1"), sent("p-2")
    assert first.json() == again.json() != other.json() and again["Idempotency-Replayed"] == "true"
    assert PictureAside.objects.count() == 2


def test_what_needs_a_second_look_is_refused_until_it_is_confirmed(client, group, writer):
    data = {"group": group.slug, "title": "Hello", "body": "Write to me at someone@example.org"}
    refused = send(client, "threads/", data)
    assert refused.status_code == 409 and refused.json()["code"] == "care_check"
    assert send(client, "threads/", {**data, "confirmed": True}).status_code == 201


def test_ones_words_are_changed_read_back_and_emptied(client, post):
    path = f"posts/{post.public_id}/"
    assert send(client, path, {"body": "What I say now"}, method="patch").json()["body"] == "What I say now"
    versions = send(client, f"{path}history/", method="get").json()
    assert [row["body"] for row in versions] == ["What I say now", "What I said first"]
    emptied = send(client, f"{path}redact/", {"number": 0}).json()
    assert [row["body"] for row in emptied] == ["What I say now", None]


def test_words_are_taken_down_and_put_back_within_ten_minutes(client, post):
    path = f"posts/{post.public_id}/"
    assert send(client, path, method="delete").json()["shown"] == "deleted"
    assert send(client, f"{path}undo/").json()["body"] == "What I said first"
    send(client, path, method="delete")
    Post.objects.update(deleted_at=timezone.now() - timezone.timedelta(minutes=11))
    late = send(client, f"{path}undo/")
    assert late.status_code == 409 and late.json()["code"] == "too_late"


def test_nobody_changes_the_words_of_another(client, group, post):
    client.force_login(make_member(group).user)
    path = f"posts/{post.public_id}/"
    for answer in (
        send(client, path, {"body": "Not mine"}, method="patch"),
        send(client, path, method="delete"),
        send(client, f"{path}undo/"),
        send(client, f"{path}history/", method="get"),
        send(client, f"{path}notes/", {"notes": ["scars"]}),
    ):
        assert answer.status_code == 403
    assert PostText.objects.get().body == "What I said first"


def test_outsiders_find_nothing_to_write_to(client, group, post):
    make_picture(post)
    ask_poll(actor=post.voice.user, thread=post.thread, question="Which?", answers=["A", "B"])
    client.force_login(make_user())
    thread = post.thread.public_id
    for path, data in (
        ("threads/", {"group": group.slug, "title": "In", "body": "Let me in"}),
        ("drafts/", {"thread": thread, "body": "x"}),
        ("kept-posts/", {"post": post.public_id}),
        (f"threads/{thread}/vote/", {"choices": [1]}),
        (f"threads/{thread}/end-poll/", {"remove": True}),
        (f"threads/{thread}/read/", {"up_to": 1}),
        (f"posts/{post.public_id}/redact/", {"number": 0}),
    ):
        assert send(client, path, data).status_code == 404, path
    assert client.post("/api/v1/pictures/", {"group": group.slug, "picture": upload()}).status_code == 404
    assert Poll.objects.exists() and Picture.objects.exists()


def test_a_poll_is_asked_voted_in_and_ended(client, group, post):
    thread = f"threads/{post.thread.public_id}/"
    told = send(client, f"{thread}poll/", {"question": "Which?", "answers": ["A", "B"], "days": 7}).json()["poll"]
    assert told["is_open"] and [one["count"] for one in told["answers"]] == [None, None]
    told = send(client, f"{thread}vote/", {"choices": [2]}).json()["poll"]
    assert [one["is_yours"] for one in told["answers"]] == [False, True]
    for person in [make_member(group).user for _ in range(4)]:
        vote(actor=person, poll=Poll.objects.get(), choices=[1])
    told = send(client, thread, method="get").json()["poll"]
    assert (told["people"], [one["count"] for one in told["answers"]]) == (5, [4, 1])
    assert send(client, f"{thread}end-poll/").json()["poll"]["is_open"] is False
    assert send(client, f"{thread}vote/", {"choices": [1]}).status_code == 403
    assert send(client, f"{thread}end-poll/", {"remove": True}).json()["poll"] is None


def test_drafts_are_listed_by_cursor_and_ones_own(client, group, writer):
    for number in range(3):
        thread = make_post(make_thread(group, title=f"Thread {number}")).thread
        send(client, "drafts/", {"thread": thread.public_id, "body": f"Begun {number}"})
    page = client.get("/api/v1/drafts/?page_size=2").json()
    assert [row["body"] for row in page["results"]] == ["Begun 2", "Begun 1"]
    assert [row["body"] for row in client.get(page["next"]).json()["results"]] == ["Begun 0"]
    row = page["results"][0]
    assert send(client, "drafts/", {"thread": row["thread"], "body": " "}).status_code == 204
    client.force_login(make_member(group).user)
    assert client.get("/api/v1/drafts/").json()["results"] == []
    assert send(client, f"drafts/{page['results'][1]['id']}/", method="delete").status_code == 404
    assert Draft.objects.count() == 2


def test_kept_posts_are_listed_by_cursor_with_their_notes(client, group, post, writer):
    for number in range(3):
        send(client, "kept-posts/", {"post": make_post(post.thread).public_id, "note": f"Note {number}"})
    page = client.get("/api/v1/kept-posts/?page_size=2").json()
    assert [row["note"] for row in page["results"]] == ["Note 2", "Note 1"]
    assert [row["note"] for row in client.get(page["next"]).json()["results"]] == ["Note 0"]
    Post.objects.filter(public_id=page["results"][0]["post"]).update(removed_at=timezone.now())
    assert client.get("/api/v1/kept-posts/").json()["results"][0]["post"] is None
    assert send(client, f"kept-posts/{page['results'][0]['id']}/", method="delete").status_code == 204
    assert KeptPost.objects.count() == 2


def test_the_mark_moves_forward_only(client, group, post, writer):
    thread = make_post(make_thread(group), make_member(group).user).thread
    for _ in range(4):
        make_post(thread)
    path = f"threads/{thread.public_id}/"
    assert send(client, f"{path}read/", {"up_to": 3}).json()["unread"] == 2
    assert send(client, f"{path}read/", {"up_to": 1}).json()["unread"] == 2


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("what", ["drafts", "kept-posts"])
def test_a_list_costs_the_same_for_one_and_three(client, group, writer, what, count, django_assert_num_queries):
    for _ in range(count):
        post = make_post(make_thread(group))
        place = {"post": post.public_id} if what == "kept-posts" else {"thread": post.thread.public_id, "body": "x"}
        send(client, f"{what}/", place)
    client.get(reverse("api:draft-list"))
    with django_assert_num_queries(2):  # user, and the rows with what may be read of their places
        client.get(f"/api/v1/{what}/")
