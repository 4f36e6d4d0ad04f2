"""What a post said before: for its writer and the moderators, and emptied by its writer."""

import pytest
from django.urls import reverse

from groups.models import PostEdit
from groups.operations.edits import edit_post
from groups.operations.posts import publish_post
from groups.reads.quoting import quote_of
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = "The ward on the third floor", "The ward upstairs", "The ward"


@pytest.fixture
def group():
    return make_group("private")


@pytest.fixture
def post(group):
    writer = make_member(group).user
    post = make_post(make_thread(group), writer, FIRST)
    edit_post(actor=writer, post=post, body=SECOND)
    edit_post(actor=writer, post=post, body=THIRD)
    return post


def history(client, person, post):
    client.force_login(person)
    return client.get(reverse("groups:post_history", args=[post.public_id]))


def empty(client, person, post, number):
    client.force_login(person)
    return client.post(reverse("groups:post_history", args=[post.public_id]), {"redact": str(number)})


def test_its_writer_and_the_moderators_read_every_version_the_newest_first(client, group, post):
    for person in (post.voice.user, make_member(group, role="moderator").user):
        page = history(client, person, post).content.decode()
        assert page.index("As it stands now") < page.index(SECOND) < page.index(FIRST)


def test_readers_learn_that_it_was_changed_and_nothing_else(client, group, post):
    reader = make_member(group).user
    assert history(client, reader, post).status_code == 403
    page = client.get(post.thread.get_absolute_url()).content.decode()
    assert "changed" in page and "What it said before" not in page
    assert FIRST not in page and SECOND not in page
    assert history(client, make_user(), post).status_code == 404


def test_the_menu_leads_there_once_there_is_something(client, post):
    client.force_login(post.voice.user)
    assert "What it said before" in client.get(post.thread.get_absolute_url()).content.decode()


def test_the_writer_empties_a_version_for_everybody_and_for_good(client, group, post):
    empty(client, post.voice.user, post, 0)
    lead = make_member(group, role="moderator").user
    page = history(client, lead, post).content.decode()
    assert FIRST not in page and SECOND in page and "The writer has emptied this version." in page
    assert not PostEdit.objects.filter(body__contains="third floor").exists()


def test_nobody_else_empties_it(client, group, post):
    for person in (make_member(group, role="moderator").user, make_member(group).user):
        assert empty(client, person, post, 0).status_code == 403
    assert PostEdit.objects.get(edit_number=0).body == FIRST


@pytest.mark.parametrize("number", ["2", "99", "x", ""])
def test_a_version_that_is_not_there_changes_nothing(client, post, number):
    assert empty(client, post.voice.user, post, number).status_code == 302
    bodies = set(PostEdit.objects.values_list("body", flat=True))
    assert FIRST in bodies and client.get(post.thread.get_absolute_url()).content.decode().count(THIRD) > 0


def test_a_quote_of_an_emptied_version_falls_silent(client, group):
    writer, other = make_member(group).user, make_member(group).user
    thread = make_thread(group)
    said = make_post(thread, writer, "One thing. Another thing.")
    from groups.models import Post

    seen = Post.objects.visible_to(other).with_words().get(pk=said.pk)
    publish_post(actor=other, thread=thread, body="Yes", quotes=[quote_of(seen, "One thing.")])
    edit_post(actor=writer, post=said, body="One thing. And no more.")
    assert "One thing." in client_page(client, other, thread).split("wrote</cite>")[1].split("</blockquote>")[0]
    empty(client, writer, said, 0)
    assert "One thing." not in client_page(client, other, thread).split("wrote</cite>")[1].split("</blockquote>")[0]


def client_page(client, person, thread):
    client.force_login(person)
    return client.get(thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(client, group, count, django_assert_num_queries):
    writer = make_member(group).user
    post = make_post(make_thread(group), writer, "Words")
    for number in range(count):
        edit_post(actor=writer, post=post, body=f"Words {number}")
    history(client, writer, post)
    with django_assert_num_queries(7):  # user, post, membership, names, versions, and two for the frame
        client.get(reverse("groups:post_history", args=[post.public_id]))
