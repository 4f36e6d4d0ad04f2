"""How much to hear about a group or a thread: chosen on its page, without a script, and by the API."""

import pytest
from django.urls import reverse

from groups.models import Membership, ThreadFollow
from groups.operations.follows import follow_group, follow_thread
from groups.operations.memberships import leave
from groups.operations.posts import publish_post
from portal.core.kinds import kinds
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.wiring.test_telling import deliveries, verdicts

pytestmark = pytest.mark.django_db
KINDS = ["groups.mention", "groups.reply", "groups.post"]


@pytest.fixture
def thread():
    group = make_group("open")
    return make_post(make_thread(group, title="A title"), make_member(group).user).thread


@pytest.fixture
def member(thread, client):
    membership = make_member(thread.group)
    client.force_login(membership.user)
    return membership


def choose(client, place, level):
    return client.post(reverse(f"groups:follow_{place[0]}", args=[place[1]]), {"level": level}, follow=True)


def heard(post):
    """Who is told of a post, by kind."""
    found = {}
    for kind in KINDS:
        for event in Event.objects.filter(kind=kind, subject=post.public_id):
            found |= {one.recipient_id: kind for one in deliveries(event)}
    return found


def write(thread, body="Words", **more):
    return publish_post(actor=make_member(thread.group).user, thread=thread, body=body, confirmed=True, **more)


def test_a_member_chooses_for_the_group_and_sees_what_holds(client, thread, member):
    page = choose(client, ("group", thread.group.slug), "all").content.decode()

    assert Membership.objects.get(pk=member.pk).follow == "all"
    assert '<button name="level" value="all" aria-pressed="true">' in page
    assert '<button name="level" value="replies" aria-pressed="false">' in page


def test_a_member_chooses_for_one_thread_and_goes_back_to_the_groups_choice(client, thread, member):
    page = choose(client, ("thread", thread.public_id), "off").content.decode()
    assert '<button name="level" value="off" aria-pressed="true">' in page
    assert ThreadFollow.objects.get(user=member.user, thread=thread).level == "off"

    page = choose(client, ("thread", thread.public_id), "group").content.decode()
    assert '<button name="level" value="group" aria-pressed="true">' in page
    assert not ThreadFollow.objects.exists()


@pytest.mark.parametrize("place", ["group", "thread"])
def test_a_level_that_is_none_is_answered_with_a_sentence_and_changes_nothing(client, thread, member, place):
    address = {"group": thread.group.slug, "thread": thread.public_id}[place]
    page = choose(client, (place, address), "loudly").content.decode()

    assert "Choose how much we should tell you." in page
    assert Membership.objects.get(pk=member.pk).follow == "replies"
    assert not ThreadFollow.objects.exists()


def test_who_does_not_belong_is_offered_nothing_and_refused_with_a_sentence(client, thread):
    client.force_login(make_user())
    assert 'name="level"' not in client.get(thread.get_absolute_url()).content.decode()

    answer = client.post(reverse("groups:follow_thread", args=[thread.public_id]), {"level": "all"})

    assert answer.status_code == 403
    assert "Join this group to be told what is new in it." in answer.content.decode()


def test_a_private_group_cannot_be_followed_from_outside_and_does_not_exist(client):
    thread = make_post(make_thread(make_group("private"))).thread
    client.force_login(make_user())

    for name, address in (("group", thread.group.slug), ("thread", thread.public_id)):
        url = reverse(f"groups:follow_{name}", args=[address])
        assert client.post(url, {"level": "all"}).status_code == 404
    assert not ThreadFollow.objects.exists()


def test_programs_choose_and_read_levels(client, thread, member):
    said = client.post(f"/api/v1/threads/{thread.public_id}/follow/", {"level": "mentions"}, "application/json")
    assert (said.status_code, said.json()["follow"]) == (200, "mentions")
    back = client.post(f"/api/v1/threads/{thread.public_id}/follow/", {"level": "group"}, "application/json")
    assert back.json()["follow"] is None
    group = client.post(f"/api/v1/groups/{thread.group.slug}/follow/", {"level": "off"}, "application/json")
    assert group.json()["follow"] == "off"
    wrong = client.post(f"/api/v1/groups/{thread.group.slug}/follow/", {"level": "loudly"}, "application/json")
    assert wrong.status_code == 400
    client.force_login(make_user())
    no = client.post(f"/api/v1/threads/{thread.public_id}/follow/", {"level": "all"}, "application/json")
    assert no.status_code == 403


@pytest.mark.parametrize(
    ("of_group", "of_thread", "expected"),
    [
        ("all", None, ["groups.mention", "groups.reply", "groups.post"]),
        ("replies", None, ["groups.mention", "groups.reply"]),
        ("mentions", None, ["groups.mention"]),
        ("off", None, []),
        ("off", "all", ["groups.mention", "groups.reply", "groups.post"]),
        ("all", "mentions", ["groups.mention"]),
        ("all", "off", []),
        ("mentions", "replies", ["groups.mention", "groups.reply"]),
    ],
)
def test_the_threads_level_counts_before_the_groups(thread, of_group, of_thread, expected):
    me = make_member(thread.group)
    mine = publish_post(actor=me.user, thread=thread, body="Mine")
    follow_group(actor=me.user, group=thread.group, level=of_group)
    if of_thread:
        follow_thread(actor=me.user, thread=thread, level=of_thread)

    told = [heard(write(thread, f"Hello @{me.user.display_name}")).get(me.user_id)]
    told.append(heard(write(thread, "An answer", reply_to=mine)).get(me.user_id))
    told.append(heard(write(thread, "Something else")).get(me.user_id))

    assert [kind for kind in told if kind] == expected


def test_whoever_is_named_in_an_answer_to_them_hears_of_it_once(thread):
    starter = thread.starter.user
    follow_group(actor=starter, group=thread.group, level="all")
    post = write(thread, f"Dear @{starter.display_name}")

    reached = [one.recipient_id for kind in KINDS for one in deliveries(Event.objects.get(kind=kind))]
    assert reached == [starter.pk]
    assert heard(post) == {starter.pk: "groups.mention"}


def test_a_new_thread_is_told_to_those_who_follow_everything(thread):
    fan, other = make_member(thread.group), make_member(thread.group)
    follow_group(actor=fan.user, group=thread.group, level="all")
    post = make_post(make_thread(thread.group))
    found = deliveries(Event(kind="groups.post", subject=post.public_id))

    assert [one.recipient_id for one in found] == [fan.user_id]
    assert other.user_id not in {one.recipient_id for one in found}


def test_followers_come_in_chunks_without_a_gap(thread):
    fans = sorted(make_member(thread.group, follow="all").user_id for _ in range(3))
    event = Event(kind="groups.post", subject=write(thread).public_id)
    audience = kinds.get("groups.post").audience

    first = audience(event, None, 2)
    second = audience(event, first[-1].user_id, 2)

    assert [one.user_id for one in (*first, *second)] == fans


def test_a_level_that_was_lowered_holds_for_what_waits_already(thread):
    me = make_member(thread.group, follow="all")
    write(thread)
    found = deliveries(Event.objects.get(kind="groups.post"))
    assert verdicts(found) == ["Yes"]

    follow_thread(actor=me.user, thread=thread, level="replies")

    assert verdicts(found) == ["No"]


def test_whoever_left_hears_nothing_though_they_followed_everything(thread):
    me = make_member(thread.group)
    follow_thread(actor=me.user, thread=thread, level="all")
    leave(actor=me.user, group=thread.group)

    assert heard(write(thread)) == {thread.starter.user_id: "groups.reply"}
