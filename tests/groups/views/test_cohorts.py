"""The pages of a cohort: a full one, the line, the place that is kept, the end."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Cohort, Membership, Waiting
from groups.operations.cohorts import end_cohort
from groups.operations.memberships import leave
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_request
from tests.factories.sessions import make_cohort
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db

TODAY = timezone.now().date()
FORM = {"capacity": "8", "starts_on": f"{TODAY}", "ends_on": f"{TODAY + timedelta(weeks=8)}", "goes_on_in": ""}


def address(name, group):
    return reverse(f"groups:{name}", args=[group.slug])


def page(client, group):
    return client.get(group.get_absolute_url()).content.decode()


@pytest.mark.parametrize("preset", ["private", "hidden"])
@pytest.mark.parametrize("name", ["cohort", "wait_for_place", "stop_waiting"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_cohort_one_may_not_know_answers_like_one_that_never_was(client, preset, name, method):
    group = make_cohort(make_group(preset)).group
    for person in (make_user(), make_user(*roles.ALL)):
        client.force_login(person)
        there = getattr(client, method)(address(name, group))
        nowhere = getattr(client, method)(reverse(f"groups:{name}", args=["nowhere-at-all"]))
        assert normal(there, group.slug) == normal(nowhere, "nowhere-at-all")


def test_a_full_cohort_offers_its_line_and_then_the_place(client):
    group = make_cohort(make_group("open"), capacity=1).group
    inside, visitor = make_member(group).user, make_user()
    client.force_login(visitor)

    shown = page(client, group)
    assert "All places are taken" in shown and "Wait for a place" in shown and "Join this group" not in shown

    assert "You are in line" in client.post(address("wait_for_place", group), follow=True).content.decode()
    leave(actor=inside, group=group)
    assert "A place is kept for you." in page(client, group)
    client.post(address("join", group))
    assert Membership.objects.present().filter(group=group, user=visitor).exists()


def test_joining_a_full_cohort_says_so_on_the_page_of_joining(client):
    group = make_cohort(make_group("open"), capacity=1).group
    make_member(group)
    client.force_login(make_user())

    response = client.post(address("join", group))

    assert response.status_code == 200
    assert "You can wait for one." in response.content.decode()


def test_who_waits_for_a_free_place_gets_it_at_once(client):
    group = make_cohort(make_group("open")).group
    client.force_login(make_user())

    assert client.post(address("wait_for_place", group))["Location"] == address("join", group)


def test_who_stops_waiting_is_out_of_the_line(client):
    group = make_cohort(make_group("open"), capacity=1).group
    make_member(group)
    client.force_login(make_user())
    client.post(address("wait_for_place", group))

    response = client.post(address("stop_waiting", group), follow=True)

    assert "You are no longer in line." in response.content.decode()
    assert not Waiting.objects.open().exists()


def test_a_moderator_sets_places_and_dates_and_ends_it(client):
    group, onward = make_group("request"), make_group("open", name="Further on")
    lead = make_member(group, role="moderator").user
    member = make_member(group).user
    client.force_login(lead)
    assert address("cohort", group) in page(client, group)

    client.post(address("cohort", group), {**FORM, "goes_on_in": onward.slug})
    cohort = Cohort.objects.get()
    assert (cohort.capacity, cohort.goes_on_in) == (8, onward)

    client.post(address("cohort", group), {"end": "1"})
    client.force_login(member)
    assert "Go on in Further on" in page(client, group)
    client.force_login(make_user())
    assert "It has come to its end" in page(client, group) and "Ask to join" not in page(client, group)


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"capacity": "0"}, "capacity", "Enter 1 or more"),
        ({"capacity": ""}, "capacity", "Say how many places there are."),
        ({"ends_on": f"{TODAY - timedelta(days=1)}"}, "ends_on", "The last day comes after the first."),
        ({"goes_on_in": "nowhere"}, "goes_on_in", "Choose one of these"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client, change, field, words):
    group = make_group("request")
    client.force_login(make_member(group, role="moderator").user)

    response = client.post(address("cohort", group), {**FORM, **change})

    assert words in " ".join(response.context["form"].errors[field])
    assert not Cohort.objects.exists()


def test_the_choice_of_groups_to_go_on_in_holds_none_that_is_hidden_from_the_moderator(client):
    group = make_group("request")
    make_group("hidden", name="A name that could leak")
    client.force_login(make_member(group, role="moderator").user)

    assert "could leak" not in client.get(address("cohort", group)).content.decode()


@pytest.mark.parametrize("role", ["member", "facilitator", "auditor"])
def test_only_moderators_open_the_page_of_places(client, role):
    group = make_group("private")
    client.force_login(make_member(group, role=role).user)

    response = client.get(address("cohort", group))

    assert response.status_code == 403
    assert "Only moderators of this group can do that." in response.content.decode()


def test_letting_somebody_into_a_cohort_that_ended_says_why_not_and_keeps_the_words(client):
    group = make_cohort(make_group("request")).group
    asked = make_request(group)
    end_cohort(group=group)
    client.force_login(make_member(group, role="moderator").user)

    response = client.post(
        reverse("groups:decide_request", args=[group.slug, asked.pk]), {"decision": "approve", "reason": "Come in"}
    )

    assert "This group has come to its end." in response.content.decode()
    assert "Come in" in response.content.decode()
    asked.refresh_from_db()
    assert asked.decided_at is None
