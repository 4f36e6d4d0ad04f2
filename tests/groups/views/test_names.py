"""Names to choose from while one writes, and names in what is read."""

import pytest
from django.urls import reverse

from tests.factories.accounts import make_block, make_user
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


@pytest.mark.parametrize("count", [1, 3])
def test_names_are_offered_for_a_thread_that_is_about_to_begin(client, group, count, django_assert_num_queries):
    writer = make_member(group).user
    for number in range(count):
        make_member(group, make_user(display_name=f"River {number}"))
    make_user(display_name="River elsewhere")
    unmet = make_member(group, make_user(display_name="River unmet")).user
    make_block(unmet, writer)
    client.force_login(writer)
    page = reverse("groups:names_for_new", args=[group.slug])
    assert f'data-names="{page}"' in client.get(reverse("groups:new_thread", args=[group.slug])).content.decode()
    with django_assert_num_queries(5):  # user, group, membership, voices of no thread, members
        found = client.get(page, {"q": "riv"})
    assert found.json() == {"names": [f"River {number}" for number in range(count)]}
    assert "no-store" in found["Cache-Control"]


def test_outside_nobody_learns_who_is_in_a_group_from_a_thread_that_does_not_exist(client, group):
    make_member(group, make_user(display_name="River"))
    page = reverse("groups:names_for_new", args=[group.slug])
    client.force_login(make_user())
    assert client.get(page, {"q": "riv"}).status_code == 404
    public = make_group("open")
    make_member(public, make_user(display_name="Rivulet"))
    assert client.get(reverse("groups:names_for_new", args=[public.slug]), {"q": "riv"}).status_code == 403
