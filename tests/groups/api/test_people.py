"""Joining, inviting, roles and sessions for programs: the rules of the pages, each request done once for one key."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from groups.invitation_links import token_of
from groups.models import Invitation, JoinRequest, Membership, Session, SessionAnswer
from groups.operations.invitations import invite_by_link, revoke_invitation
from groups.operations.memberships import leave
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member
from tests.factories.sessions import make_cohort, make_session

pytestmark = pytest.mark.django_db
PRIVATE = ["private", "hidden"]
ACTS = ["join", "leave", "wait", "people", "role", "invitations", "revoke-invitation"]


def as_(person):
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


def post(client, path, key=None, **data):
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(f"/api/v1/{path}/", data, "application/json", headers=headers)


@pytest.mark.parametrize("preset", PRIVATE)
@pytest.mark.parametrize("act", ACTS)
def test_every_act_on_a_group_one_may_not_know_answers_like_one_on_no_group(preset, act):
    group = make_group(preset)
    make_member(group)
    for person in (make_user(), make_user(*roles.ALL)):
        there, nowhere = (post(as_(person), f"groups/{slug}/{act}") for slug in (group.slug, "nowhere-at-all"))
        assert (there.status_code, there.content) == (nowhere.status_code, nowhere.content)
        assert there.status_code == (405 if act == "people" else 404)
        seen = [as_(person).get(f"/api/v1/groups/{slug}/{act}/") for slug in (group.slug, "nowhere-at-all")]
        assert (seen[0].status_code, seen[0].content) == (seen[1].status_code, seen[1].content)


@pytest.mark.parametrize("preset", ["request", *PRIVATE])
def test_sessions_of_a_group_one_may_not_read_are_nowhere(preset):
    session = make_session(make_group(preset), title="A title that could leak")
    for person in (None, make_user(), make_user(*roles.ALL)):
        client = as_(person)
        assert client.get("/api/v1/sessions/").json()["results"] == []
        assert client.get("/api/v1/sessions/", {"group": session.group.slug}).json()["results"] == []
        there, nowhere = (client.get(f"/api/v1/sessions/{one}/") for one in (session.public_id, "nosuchsession"))
        assert (there.status_code, there.content) == (404, nowhere.content)
        if person:
            there, nowhere = (post(client, f"sessions/{x}/answer", answer="yes") for x in (session.public_id, "no"))
            assert (there.status_code, there.content) == (404, nowhere.content)


def test_joining_needs_the_rules_and_is_done_once_for_one_key():
    group = make_group("open", rules="Be kind.")
    client = as_(make_user())

    refused = post(client, f"groups/{group.slug}/join")
    assert (refused.status_code, refused.json()["code"]) == (409, "rules")
    first = post(client, f"groups/{group.slug}/join", key="one", agreed=True)
    again = post(client, f"groups/{group.slug}/join", key="one", agreed=True)

    assert first.json() == again.json() == {"standing": "member"}
    assert again["Idempotency-Replayed"] == "true"
    assert Membership.objects.count() == 1
    assert post(client, f"groups/{group.slug}/leave").json() == {"standing": "none"}


def test_asking_carries_the_answers_and_can_be_taken_back():
    group = make_group("request", join_question="Why now?\nFrom where?")
    client = as_(make_user())

    asked = post(client, f"groups/{group.slug}/join", answers=["It is time", "The north"], agreed=True)

    assert asked.json() == {"standing": "asked"}
    assert [one["answer"] for one in JoinRequest.objects.get().said] == ["It is time", "The north"]
    post(client, f"groups/{group.slug}/leave")
    assert not JoinRequest.objects.open().exists()


def test_a_full_cohort_says_so_and_keeps_the_line():
    group = make_cohort(make_group("open"), capacity=1).group
    inside = make_member(group).user
    client = as_(make_user())

    assert post(client, f"groups/{group.slug}/join", agreed=True).json()["code"] == "full"
    assert post(client, f"groups/{group.slug}/wait").json() == {"standing": "waiting"}
    leave(actor=inside, group=group)
    assert post(client, f"groups/{group.slug}/wait").json() == {"standing": "offered"}
    assert post(client, f"groups/{group.slug}/join", agreed=True).json() == {"standing": "member"}


def test_an_invitation_opens_a_hidden_group_and_every_other_token_is_nothing():
    group = make_group("hidden")
    lead = make_member(group, role="moderator").user
    good = invite_by_link(actor=lead, group=group, days=7, most=1)
    over = invite_by_link(actor=lead, group=group, days=7, most=1)
    revoke_invitation(actor=lead, invitation=over)
    client = as_(make_user())

    wrong = [post(client, "invitations", token=one) for one in (token_of(over), "nonsense", token_of(good)[:-2])]
    assert len({(one.status_code, one.content) for one in wrong}) == 1
    assert wrong[0].status_code == 404

    first = post(client, "invitations", key="in", token=token_of(good), agreed=True)
    assert (first.status_code, first.json()) == (201, {"group": group.slug})
    assert post(client, "invitations", key="in", token=token_of(good), agreed=True).json() == first.json()
    assert Invitation.objects.get(pk=good.pk).used == 1
    assert post(as_(None), "invitations", token=token_of(good)).status_code == 401


def test_moderators_invite_see_and_take_back_and_members_do_not():
    group = make_group("private")
    lead, member = as_(make_member(group, role="moderator").user), as_(make_member(group).user)

    made = post(lead, f"groups/{group.slug}/invitations", days=1, most=5)
    assert (made.status_code, made.json()["most"], made.json()["is_good"]) == (201, 5, True)
    assert post(lead, f"groups/{group.slug}/invitations", days=60).status_code == 400
    assert [one["id"] for one in lead.get(f"/api/v1/groups/{group.slug}/invitations/").json()] == [made.json()["id"]]
    for answer in (
        member.get(f"/api/v1/groups/{group.slug}/invitations/"),
        post(member, f"groups/{group.slug}/invitations"),
    ):
        assert answer.status_code == 403
    assert post(member, f"groups/{group.slug}/revoke-invitation", id=made.json()["id"]).status_code == 404
    assert post(lead, f"groups/{group.slug}/revoke-invitation", id=made.json()["id"]).status_code == 204
    assert not Invitation.objects.good().exists()


def test_people_and_roles_follow_the_rules_of_the_page():
    group = make_group("private")
    lead, member = make_member(group, role="moderator"), make_member(group)

    people = as_(member.user).get(f"/api/v1/groups/{group.slug}/people/").json()["people"]
    assert [(one["name"], one["role"]) for one in people] == [
        (lead.user.display_name, "moderator"), (member.user.display_name, "member"),
    ]  # fmt: skip
    assert str(member.user.pk) not in str(people)

    path = f"groups/{group.slug}/role"
    assert post(as_(member.user), path, person=str(member.uuid), role="moderator").status_code == 403
    assert post(as_(lead.user), path, person=str(member.uuid), role="auditor").status_code == 403
    assert post(as_(lead.user), path, person=str(member.uuid), role="mentor").status_code == 204
    assert post(as_(lead.user), path, person=str(make_member(make_group()).uuid), role="mentor").status_code == 404
    assert Membership.objects.get(pk=member.pk).role == "mentor"

    closed = make_group("hidden")
    hidden_member = make_member(closed).user
    assert as_(hidden_member).get(f"/api/v1/groups/{closed.slug}/people/").status_code == 403


def test_a_session_is_announced_answered_and_called_off():
    group = make_group("private")
    lead, member = as_(make_member(group, role="facilitator").user), as_(make_member(group).user)
    start = timezone.now().replace(microsecond=0) + timedelta(days=3)
    fields = {"group": group.slug, "title": "An hour", "starts_at": start.isoformat(), "time_zone": "Europe/London",
              "ends_at": (start + timedelta(hours=1)).isoformat(), "place": "Where we meet", "places": 1}  # fmt: skip

    assert post(member, "sessions", **fields).status_code == 403
    made = post(lead, "sessions", key="hold", **fields)
    assert (made.status_code, post(lead, "sessions", key="hold", **fields).json()) == (201, made.json())
    assert Session.objects.count() == 1

    path = f"sessions/{made.json()['id']}"
    said = post(member, f"{path}/answer", answer="yes").json()
    assert (said["my_answer"], said["coming"], said["place"]) == ("yes", 1, "Where we meet")
    assert post(lead, f"{path}/answer", answer="yes").json()["my_answer"] == "waiting"
    assert post(member, f"{path}/answer", answer="waiting").status_code == 400
    assert SessionAnswer.objects.count() == 2
    assert post(member, f"{path}/cancel").status_code == 403
    assert post(lead, f"{path}/cancel").json()["cancelled_at"] is not None
    assert post(member, f"{path}/answer", answer="no").json()["code"] == "cancelled"


def test_where_a_session_is_stays_with_members():
    session = make_session(make_group("open"), place="Where we meet")

    for person in (None, make_user()):
        row = as_(person).get(f"/api/v1/sessions/{session.public_id}/").json()
        assert row["place"] is None and "Where we meet" not in str(row)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_sessions_costs_the_same_for_one_and_three(client, count, django_assert_num_queries):
    group = make_group("private")
    for _ in range(count):
        make_session(group)
    client.force_login(make_member(group).user)
    client.get("/api/v1/sessions/")

    with django_assert_num_queries(2):  # user, sessions
        response = client.get("/api/v1/sessions/")

    assert len(response.json()["results"]) == count
