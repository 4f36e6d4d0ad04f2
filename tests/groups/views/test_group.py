"""The directory and the page of a group."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership, Thread
from groups.operations.posts import publish_post
from portal.accounts import roles
from portal.moderation.models import Case
from portal.vocabulary.models import HealthTopic, HealthTopicName
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_request, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db


def page_of(client, group, **query):
    return client.get(reverse("groups:group", args=[group.slug], query=query or None))


@pytest.mark.parametrize("count", [1, 3])
def test_a_moderator_sees_threads_at_a_constant_price(client, count, django_assert_num_queries):
    group = make_group("private", rules="Be kind.")
    lead = make_member(group, role="moderator", all_read_before=timezone.now() - timedelta(days=1))
    for _ in range(count):
        make_post(make_thread(group))
    make_thread(group, pinned_at=timezone.now())
    client.force_login(lead.user)
    page_of(client, group)

    # user (the session is cached), group with requests and rules, membership, team, threads, pinned threads, last
    # words, next session, and for the frame: what one moderates, unread notices
    with django_assert_num_queries(10):
        response = page_of(client, group)

    assert len(response.context["page"].talk.threads) == count


@pytest.mark.parametrize("count", [1, 3])
def test_signed_out_an_open_group_costs_less(client, count, django_assert_num_queries):
    group = make_group("open")
    for _ in range(count):
        make_post(make_thread(group))

    with django_assert_num_queries(5):  # group with rules, team, threads, pinned threads, next session
        response = page_of(client, group)

    assert len(response.context["page"].talk.threads) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_directory_costs_the_same_for_one_group_and_three(client, count, django_assert_num_queries):
    member = make_user()
    for _ in range(count):
        make_member(make_group("open"), member)
        make_group("open")
    client.force_login(member)
    client.get(reverse("groups:group_list"))

    # user (the session is cached), groups, one's own groups with news, drafts, topics, and two for the frame
    with django_assert_num_queries(7):
        response = client.get(reverse("groups:group_list"))

    assert (len(response.context["groups"]), len(response.context["mine"])) == (2 * count, count)


@pytest.mark.parametrize("preset", ["private", "hidden"])
@pytest.mark.parametrize("name", ["group", "rules", "join", "leave", "new_thread", "request_list"])
def test_a_group_that_one_may_not_know_answers_like_one_that_never_was(client, preset, name):
    group = make_group(preset, name="A name that could leak")
    nowhere = "a-name-that-could-leak-zzzzzz"
    for person in (make_user(), make_user(*roles.ALL)):
        client.force_login(person)
        there = client.get(reverse(f"groups:{name}", args=[group.slug]))
        assert there.status_code == 404
        assert normal(there, group.slug) == normal(client.get(reverse(f"groups:{name}", args=[nowhere])), nowhere)


def signed_in_as(person):
    visitor = Client()
    visitor.force_login(person)
    return visitor


def everything(client, *words):
    """What a person can list, count and search in this house."""
    addresses = [reverse("groups:group_list", query=query) for query in (None, {"q": "leak"}, {"topic": "pain"})]
    return [normal(client.get(address), *words) for address in addresses]


@pytest.mark.parametrize("preset", ["private", "hidden"])
def test_the_directory_is_the_same_with_and_without_a_group_one_may_not_know(preset):
    topic = HealthTopic.objects.create(slug="pain", kind="symptom")
    HealthTopicName.objects.create(topic=topic, name="Pain")
    make_group("open", name="Something to see")
    visitors = [Client(), *(signed_in_as(person) for person in (make_user(), make_user(*roles.ALL)))]
    before = [everything(visitor) for visitor in visitors]

    group = make_group(preset, name="A name that could leak")
    group.topics.add(topic)
    make_post(make_thread(group, title="A title that could leak"))

    assert [everything(visitor) for visitor in visitors] == before


def test_what_one_may_know_but_not_read_shows_rules_and_no_talk(client):
    group = make_group("request", rules="Be kind.")
    make_post(make_thread(group, title="A title that could leak"))

    page = page_of(client, group).content.decode()

    assert "Be kind." in page and "Ask to join" in page
    assert "could leak" not in page


def test_threads_go_newer_and_older_without_counting(client):
    group = make_group("open")
    start = timezone.now()
    made = [make_thread(group, title=f"T{n:02}", last_post_at=start - timedelta(minutes=n)) for n in range(45)]
    same = Thread.objects.filter(pk__in=[made[19].pk, made[20].pk])
    same.update(last_post_at=made[19].last_post_at)

    first = page_of(client, group).context["page"].talk
    second = page_of(client, group, older=first.older).context["page"].talk
    third = page_of(client, group, older=second.older).context["page"].talk
    back = page_of(client, group, newer=third.newer).context["page"].talk

    names = [[thread.title for thread in page.threads] for page in (first, second, third)]
    assert sorted(title for page in names for title in page) == [f"T{n:02}" for n in range(45)]
    assert [len(page) for page in names] == [20, 20, 5]
    assert (first.newer, third.older) == ("", "")
    assert [thread.title for thread in back.threads] == names[1]


@pytest.mark.parametrize(
    "words", ["I have saved up my tablets and I want to die tonight", "My legs are numb and I cannot wee"]
)
def test_words_that_tell_of_a_danger_are_not_repeated_in_the_list(client, words):
    group = make_group("private")
    reader = make_member(group, all_read_before=timezone.now() - timedelta(days=1))
    writer = make_member(group).user
    calm, other = make_thread(group, title="Pillows"), make_thread(group, title="Tired")
    publish_post(actor=writer, thread=calm, body="A calm word about pillows")
    post = publish_post(actor=writer, thread=other, body=words)
    client.force_login(reader.user)

    for case in (Case.objects.filter(object_id=post.public_id), None):
        page = page_of(client, group).content.decode()
        assert "A calm word about pillows" in page and "Tired" in page
        assert words[:12] not in page
        assert words in client.get(other.get_absolute_url()).content.decode()
        if case is not None:
            assert case.update(closed_at=timezone.now()) == 1  # decided or not, it is not repeated


def test_badges_stop_at_twenty(client):
    group = make_group("open")
    member = make_member(group, all_read_before=timezone.now() - timedelta(days=1))
    thread, writer = make_thread(group), make_user()
    for _ in range(21):
        make_post(thread, writer)
    client.force_login(member.user)

    assert "20+ new" in page_of(client, group).content.decode()


def test_what_was_said_before_joining_is_not_news(client):
    group = make_group("open")
    thread = make_post(make_thread(group), created_at=timezone.now() - timedelta(hours=2)).thread
    Thread.objects.filter(pk=thread.pk).update(last_post_at=timezone.now() - timedelta(hours=2))
    member = make_member(group)
    client.force_login(member.user)
    assert page_of(client, group).context["page"].talk.threads[0].news == 0

    make_post(thread)
    assert page_of(client, group).context["page"].talk.threads[0].news == 1
    client.post(reverse("groups:mark_group_read", args=[group.slug]))
    assert page_of(client, group).context["page"].talk.threads[0].news == 0


def test_joining_with_consent_and_leaving(client):
    group = make_group("open", rules="Be kind.")
    person = make_user()
    client.force_login(person)
    join = reverse("groups:join", args=[group.slug])

    refused = client.post(join, {})
    assert "tick the box to agree" in refused.content.decode() and refused.status_code == 200
    assert not Membership.objects.filter(user=person).exists()
    assert client.post(join, {"agree": "on"}).url == group.get_absolute_url()
    assert Membership.objects.present().filter(user=person).exists()
    client.post(reverse("groups:leave", args=[group.slug]))
    assert not Membership.objects.present().filter(user=person).exists()


def test_opening_the_pages_of_joining_and_leaving_changes_nothing(client):
    group = make_group("open")
    member = make_member(group)
    client.force_login(member.user)
    assert client.get(reverse("groups:leave", args=[group.slug])).status_code == 200
    assert Membership.objects.present().filter(user=member.user).exists()
    stranger = make_user()
    client.force_login(stranger)
    assert client.get(reverse("groups:join", args=[group.slug])).status_code == 200
    assert not Membership.objects.filter(user=stranger).exists()


def test_an_invitation_group_says_how_people_come_in(client):
    client.force_login(make_user())
    answer = client.get(reverse("groups:join", args=[make_group("invite").slug]))
    assert answer.status_code == 403
    assert "by invitation" in answer.content.decode()


def test_asking_waiting_and_taking_back(client):
    group = make_group("request")
    person = make_user()
    client.force_login(person)
    client.post(reverse("groups:join", args=[group.slug]), {"answer": "My mother"})

    assert "Your request is with the moderators" in page_of(client, group).content.decode()
    client.post(reverse("groups:withdraw_request", args=[group.slug]))

    assert page_of(client, group).context["group"].asked_at is None


@pytest.mark.parametrize("count", [1, 3])
def test_moderators_read_requests_and_decide(client, count, django_assert_num_queries):
    group = make_group("request")
    asked = [make_request(group, answer=f"Answer {n}") for n in range(count)]
    client.force_login(make_member(group, role="moderator").user)
    address = reverse("groups:request_list", args=[group.slug])
    client.get(address)

    # user, group, membership, requests with their people, those answered lately, and two for the frame
    with django_assert_num_queries(7):
        response = client.get(address)

    assert [row.said[0]["answer"] for row in response.context["requests"]] == [f"Answer {n}" for n in range(count)]
    client.post(reverse("groups:decide_request", args=[group.slug, asked[0].pk]), {"decision": "approve"})
    assert Membership.objects.present().filter(user=asked[0].user).exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"decision": "decline", "reason": "Kept words " * 60}, "at most 500 characters"),
        ({"reason": "Kept words"}, "Nothing was decided."),
        ({"decision": "banish", "reason": "Kept words"}, "Nothing was decided."),
    ],
)
def test_an_answer_that_does_not_hold_decides_nothing_and_keeps_the_words(client, sent, said):
    group = make_group("request")
    asked, other = make_request(group), make_request(group)
    client.force_login(make_member(group, role="moderator").user)

    page = client.post(reverse("groups:decide_request", args=[group.slug, other.pk]), sent)

    assert said in page.text
    assert page.text.count("Kept words") == sent["reason"].count("Kept words")
    assert [row.pk for row in page.context["requests"]] == [other.pk, asked.pk]
    other.refresh_from_db()
    assert other.decided_at is None


@pytest.mark.parametrize("role", ["member", "mentor"])
def test_requests_are_for_moderators_of_this_group(client, role):
    group = make_group("request")
    asked = make_request(group)
    for person in (make_member(group, role=role).user, make_user(*roles.ALL)):
        client.force_login(person)
        assert client.get(reverse("groups:request_list", args=[group.slug])).status_code == 403
        decide = reverse("groups:decide_request", args=[group.slug, asked.pk])
        assert client.post(decide, {"decision": "approve"}).status_code == 404
    assert not Membership.objects.filter(user=asked.user).exists()
