"""Joining, leaving, asking and deciding."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections

from groups.models import JoinRequest, Membership, SupportGroup
from groups.operations.groups import PRESETS, create_group
from groups.operations.join_requests import decide_request, request_to_join, withdraw_request
from groups.operations.memberships import join, leave
from portal.core.errors import RuleViolation
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_request, put_out


@pytest.mark.django_db
def test_joining_needs_a_yes_to_the_rules():
    group, person = make_group("open", rules="Be kind."), make_user()

    with pytest.raises(RuleViolation) as refusal:
        join(actor=person, group=group, agreed=False)
    assert refusal.value.field == "agree"

    membership = join(actor=person, group=group, agreed=True)
    assert (membership.role, membership.rules_version_agreed) == ("member", 1)
    assert Event.objects.filter(kind="groups.welcome").count() == 1


@pytest.mark.django_db
def test_joining_twice_changes_nothing_and_leaving_lets_one_come_back():
    group, person = make_group("open"), make_user()
    first = join(actor=person, group=group, agreed=True)
    assert join(actor=person, group=group, agreed=True).pk == first.pk

    assert (leave(actor=person, group=group), leave(actor=person, group=group)) == (True, False)
    assert SupportGroup.objects.get().members_count == 0
    assert join(actor=person, group=group, agreed=True).is_present
    assert SupportGroup.objects.get().members_count == 1


@pytest.mark.django_db(transaction=True)
def test_ten_clicks_on_join_are_one_membership():
    group, person = make_group("open"), make_user()

    def click(_):
        try:
            return join(actor=person, group=group, agreed=True).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        assert len(set(pool.map(click, range(10)))) == 1
    assert SupportGroup.objects.get().members_count == 1


@pytest.mark.django_db
@pytest.mark.parametrize("preset", ["request", "invite", "private", "hidden"])
def test_nobody_walks_into_a_group_that_is_not_open(preset):
    with pytest.raises(PermissionDenied):
        join(actor=make_user("Administrators"), group=make_group(preset), agreed=True)


@pytest.mark.django_db
def test_who_was_removed_does_not_come_back_alone():
    group = make_group("open")
    member, lead = make_member(group), make_member(group, role="moderator")
    with pytest.raises(PermissionDenied):
        put_out(lead, by=member.user)

    put_out(member, by=lead.user)
    with pytest.raises(PermissionDenied):
        join(actor=member.user, group=group, agreed=True)


@pytest.mark.django_db
def test_a_request_is_sealed_and_asked_once():
    group, person = make_group("request"), make_user()

    first = request_to_join(actor=person, group=group, answers=["I care for my father"], agreed=True)
    again = request_to_join(actor=person, group=group, answers=["Asking again"], agreed=True)

    assert again.pk == first.pk
    stored = JoinRequest.objects.get()
    assert stored.said[0]["answer"] == "I care for my father"
    assert b"father" not in bytes(stored.answers_sealed)
    assert Event.objects.filter(kind="groups.request", subject=str(first.pk)).count() == 1


@pytest.mark.django_db
def test_a_moderator_lets_somebody_in_once():
    group = make_group("request")
    lead, other = make_member(group, role="moderator").user, make_member(group, role="moderator").user
    asked = make_request(group)

    assert decide_request(actor=lead, request=asked, approve=True) is True
    assert decide_request(actor=other, request=asked, approve=False, reason="No") is False
    assert Membership.objects.present().filter(group=group, user=asked.user).exists()


@pytest.mark.django_db
def test_a_no_has_a_reason_and_is_told():
    group = make_group("request")
    asked = make_request(group)

    decide_request(actor=make_member(group, role="moderator").user, request=asked, approve=False, reason="Full now")

    asked.refresh_from_db()
    assert (asked.decision, asked.reason) == ("declined", "Full now")
    assert b"Full" not in bytes(asked.reason_sealed)
    assert Event.objects.filter(kind="groups.answer").count() == 1
    assert not Membership.objects.filter(user=asked.user).exists()


@pytest.mark.django_db
def test_only_moderators_of_this_group_decide_and_never_about_themselves():
    group = make_group("request")
    asked = make_request(group)
    elsewhere = make_member(make_group(), role="moderator").user
    for person in (make_user("Moderators", "Administrators"), make_member(group).user, elsewhere, asked.user):
        with pytest.raises(PermissionDenied):
            decide_request(actor=person, request=asked, approve=True)


@pytest.mark.django_db
def test_a_request_is_taken_back_by_its_own_asker():
    asked = make_request(make_group("request"))
    with pytest.raises(PermissionDenied):
        withdraw_request(actor=make_user(), request=asked)
    assert (withdraw_request(actor=asked.user, request=asked), withdraw_request(actor=asked.user, request=asked)) == (
        True,
        False,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_fills_the_four_settings(preset):
    founder = make_user("Administrators")

    group = create_group(actor=founder, name="New", summary="x", preset=preset, rules="Be kind.")

    assert {key: getattr(group, key) for key in PRESETS[preset]} == dict(PRESETS[preset])
    assert Membership.objects.get(group=group, user=founder).moderates


@pytest.mark.django_db
def test_only_administrators_found_groups():
    with pytest.raises(PermissionDenied):
        create_group(actor=make_user("Moderators"), name="New", summary="x", preset="open")
