"""Requests to join at the moderators' desk: a tab beside the cases, and a page for each with the answers."""

import pytest
from django.urls import reverse

from groups.models import JoinRequest, Membership
from groups.operations.join_requests import decide_request
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_request

LIST, LIVE = reverse("groups:desk_requests"), reverse("groups:desk_requests_live")
pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group("request", name="Open ward")


@pytest.fixture
def lead(group):
    return make_member(group, role="moderator").user


def page_of(asked):
    return reverse("groups:desk_request", args=[asked.pk])


def ask(group, name="River", answer="I have had it for a year"):
    asked = make_request(group, make_user(display_name=name))
    asked.answers = [{"question": "What brings you here?", "answer": answer}]
    asked.save(update_fields=["answers_sealed"])
    return asked


@pytest.mark.parametrize("count", [1, 3])
def test_they_wait_in_a_tab_of_the_desk_at_a_constant_price(client, group, lead, count, django_assert_num_queries):
    for number in range(count):
        ask(group, f"River {number}", "words for the page of this one only")
    client.force_login(lead)
    client.get(LIST)
    # user, staff roles, groups moderated, their names, requests, four counts of cases and one of requests; unread
    with django_assert_num_queries(11):
        answer = client.get(LIST)
    page = answer.content.decode()
    assert [one.user.display_name for one in answer.context["queue"].requests] == [f"River {n}" for n in range(count)]
    assert "Open ward" in page and "words for the page" not in page
    assert answer.context["queue"].counts["requests"] == str(count)
    assert f'href="{LIST}?' in client.get(reverse("moderation:desk")).content.decode()


def test_the_answers_are_read_and_decided_there_with_a_kind_word(client, group, lead):
    asked, other = ask(group), ask(group, "Willow", "Me too")
    client.force_login(lead)
    page = client.get(page_of(asked)).content.decode()
    assert "What brings you here?" in page and "I have had it for a year" in page and "Me too" not in page
    client.post(page_of(asked), {"decision": "decline", "reason": "Ask again in spring"})
    client.post(page_of(other), {"decision": "approve"})
    asked.refresh_from_db()
    assert (asked.decision, asked.reason, asked.decided_by) == ("declined", "Ask again in spring", lead)
    assert Membership.objects.present().filter(group=group, user=other.user).exists()
    assert list(client.get(LIST).context["queue"].requests) == []
    assert "Ask again in spring" in client.get(page_of(asked)).content.decode()


def test_nothing_is_decided_without_a_choice_and_the_word_is_kept(client, group, lead):
    asked = ask(group)
    client.force_login(lead)
    page = client.post(page_of(asked), {"reason": "Typed already"}).content.decode()
    assert "Nothing was decided. Choose" in page and "Typed already</textarea>" in page
    assert JoinRequest.objects.open().get() == asked


def test_whoever_comes_second_learns_that_it_is_answered(client, group, lead):
    asked, second = ask(group), make_member(group, role="moderator").user
    decide_request(actor=second, request=asked, approve=True)
    client.force_login(lead)
    answer = client.post(page_of(asked), {"decision": "decline"}, follow=True)
    assert "Somebody else has answered this request already." in answer.content.decode()
    asked.refresh_from_db()
    assert asked.decision == "approved"


def test_only_the_moderators_of_the_group_see_them_never_their_own(client, group, lead):
    asked = ask(group)
    mine = JoinRequest.objects.create(group=make_group("request"), user=lead)
    for person in (make_user("Moderators"), make_member(make_group("open"), role="moderator").user):
        client.force_login(person)
        assert list(client.get(LIST).context["queue"].requests) == []
        assert client.get(page_of(asked)).status_code == 404
        assert client.get(f"/api/v1/join-requests/{asked.pk}/").status_code == 404
    client.force_login(lead)
    assert client.get(page_of(mine)).status_code == 404
    assert [one.pk for one in client.get(LIST).context["queue"].requests] == [asked.pk]


def test_an_open_page_learns_of_a_new_one_and_of_one_group_only(client, group, lead):
    client.force_login(lead)
    other = make_group("request")
    make_member(other, lead, role="moderator")
    tag = client.get(LIVE)["ETag"]
    assert client.get(LIVE, headers={"If-None-Match": tag}).status_code == 304
    here, there = ask(group, "Willow"), ask(other, "Heath")
    page = client.get(LIVE, headers={"If-None-Match": tag}).content.decode()
    assert "Willow" in page and "Heath" in page
    for address in (LIVE, LIST):
        only = client.get(address, {"part": str(group.uuid)}).content.decode()
        assert page_of(here) in only and page_of(there) not in only


def test_programs_read_and_decide_them(client, group, lead):
    asked = ask(group)
    client.force_login(lead)
    listed = client.get("/api/v1/join-requests/", {"part": str(group.uuid)}).json()["results"]
    assert [(one["id"], one["group"], one["name"]) for one in listed] == [(str(asked.pk), group.slug, "River")]
    assert listed[0]["answers"] == [{"question": "What brings you here?", "answer": "I have had it for a year"}]
    address = f"/api/v1/join-requests/{asked.pk}/decide/"
    answer = client.post(address, {"decision": "decline", "reason": "In spring"}, "application/json").json()
    assert (answer["decision"], answer["reason"]) == ("declined", "In spring")
    again = client.post(address, {"decision": "approve"}, "application/json")
    assert (again.status_code, again.json()["code"]) == (409, "answered")
