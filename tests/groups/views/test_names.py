"""Names to choose from while one writes, and names in what is read."""

import pytest
from django.urls import reverse

from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group("private")


@pytest.fixture
def thread(group):
    return make_post(make_thread(group), make_member(group).user).thread


def ask(client, thread, begun="riv"):
    return client.get(reverse("groups:names", args=[thread.public_id]), {"q": begun})


@pytest.mark.parametrize("count", [1, 3])
def test_a_member_is_offered_names_at_a_constant_price(client, group, thread, count, django_assert_num_queries):
    names = [f"River {number}" for number in range(count)]
    for name in names:
        make_post(thread, make_member(group, make_user(display_name=name)).user)
    client.force_login(make_member(group).user)
    ask(client, thread)  # the first visit of a session is noted
    with django_assert_num_queries(6):  # user, thread, membership, voices that begin so, whose they are, members
        found = ask(client, thread)
    assert found.json() == {"names": names}
    assert "no-store" in found["Cache-Control"]


def test_nobody_outside_learns_who_is_in_a_private_group(client, group, thread):
    make_member(group, make_user(display_name="River"))
    client.force_login(make_user())
    assert ask(client, thread).status_code == 404
    client.logout()
    assert ask(client, thread)["Location"].startswith("/accounts/login/")


def test_whoever_may_only_read_is_offered_nobody(client):
    group = make_group("open")
    thread = make_post(make_thread(group), make_member(group, make_user(display_name="River")).user).thread
    client.force_login(make_user())
    assert ask(client, thread).status_code == 403


def test_the_page_names_them_and_the_box_for_changes_shows_the_name(client, group, thread):
    writer = make_member(group).user
    make_member(group, make_user(display_name="Ri<b>ver"))
    client.force_login(writer)
    client.post(reverse("groups:reply", args=[thread.public_id]), {"body": "Thank you @Ri<b>ver", "seen": "1"})
    page = client.get(thread.get_absolute_url()).content.decode()
    assert '<b class="mention">@Ri&lt;b&gt;ver</b>' in page
    post = thread.posts.get(number=2)
    box = client.get(reverse("groups:edit_post", args=[post.public_id])).content.decode()
    assert "Thank you @Ri&lt;b&gt;ver</textarea>" in box
    told = client.get(reverse("api:post-detail", args=[post.public_id])).json()
    assert told["body"] == "Thank you @Ri<b>ver" and "@Ri&lt;b&gt;ver" in told["html"]
