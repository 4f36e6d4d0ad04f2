"""Invitations: who makes them, what a link tells to whom, and that it lets in exactly those it is for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groups.invitation_links import address_of, token_of
from groups.models import Invitation, Membership
from groups.operations.invitations import (
    accept_invitation,
    forget_old_invitations,
    invite_by_link,
    invite_by_mail,
    revoke_invitation,
)
from portal.accounts import roles
from portal.core.errors import RuleViolation
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.tick import look_now
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_removed
from tests.factories.sessions import Letterbox, make_cohort
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db


def made(preset="hidden", *, most=2, **fields):
    group = make_group(preset, name="A name that could leak", **fields)
    lead = make_member(group, role="moderator").user
    return invite_by_link(actor=lead, group=group, days=7, most=most), lead


def path_of(invitation):
    return reverse("groups:invitation", args=[token_of(invitation)])


def signed_in(*names):
    visitor = Client()
    visitor.force_login(make_user(*names))
    return visitor


def run_out(invitation, lead):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def used_up(invitation, lead):
    Invitation.objects.update(used=2)


def taken_back(invitation, lead):
    revoke_invitation(actor=lead, invitation=invitation)


def gone(invitation, lead):
    Invitation.objects.all().delete()


@pytest.mark.parametrize("end", [run_out, used_up, taken_back, gone])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_over_answers_like_one_that_nobody_made(end, method):
    invitation, lead = made()
    end(invitation, lead)
    there, nowhere = path_of(invitation), reverse("groups:invitation", args=["ImFi.wrong:one"])

    for visitor in (Client(), signed_in(), signed_in(*roles.ALL)):
        answers = [normal(getattr(visitor, method)(path), path, quote(path)) for path in (there, nowhere)]
        assert answers[0] == answers[1]
        assert "could leak" not in answers[0][1]
    assert answers[0][0] == 404


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: token + "x", lambda token: token.upper()])
def test_a_link_cannot_be_guessed_from_another(change):
    invitation, _ = made()

    response = signed_in().get(reverse("groups:invitation", args=[change(token_of(invitation))]))

    assert (response.status_code, "could leak" in response.content.decode()) == (404, False)


def test_signed_out_a_good_link_tells_no_more_than_a_wrong_one():
    invitation, _ = made()
    wrong = reverse("groups:invitation", args=["ImFi.wrong:one"])

    there, nowhere = Client().get(path_of(invitation)), Client().get(wrong)

    assert normal(there, quote(path_of(invitation))) == normal(nowhere, quote(wrong))
    assert "could leak" not in there.content.decode()
    assert Client().post(path_of(invitation)).status_code == 200
    assert Membership.objects.count() == 1


def test_a_hidden_group_is_entered_by_pressing_the_button_and_looking_changes_nothing():
    invitation, _ = made(rules="Be kind.")
    visitor = signed_in()
    assert visitor.get(invitation.group.get_absolute_url()).status_code == 404

    page = visitor.get(path_of(invitation))
    assert "A name that could leak" in page.content.decode() and "Be kind." in page.content.decode()
    assert (page["Cache-Control"], page["Referrer-Policy"]) == ("private, no-store", "same-origin")
    assert (Membership.objects.count(), Invitation.objects.get().used) == (1, 0)

    refused = visitor.post(path_of(invitation))
    assert "tick the box" in refused.content.decode()
    assert (Membership.objects.count(), Invitation.objects.get().used) == (1, 0)

    answer = visitor.post(path_of(invitation), {"agree": "on"})
    assert answer["Location"] == invitation.group.get_absolute_url()
    assert visitor.get(invitation.group.get_absolute_url()).status_code == 200
    assert Invitation.objects.get().used == 1
    assert visitor.get(path_of(invitation))["Location"] == invitation.group.get_absolute_url()


@pytest.mark.django_db(transaction=True)
def test_a_link_for_three_lets_three_of_twelve_in_when_they_press_at_once():
    invitation, _ = made(most=3)
    people = [make_user() for _ in range(12)]

    def press(person):
        try:
            return accept_invitation(actor=person, invitation=invitation, agreed=True).is_present
        except RuleViolation as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(12) as pool:
        outcomes = list(pool.map(press, people))

    assert (outcomes.count(True), outcomes.count("over")) == (3, 9)
    assert Invitation.objects.get().used == 3


def test_who_was_removed_does_not_come_back_by_a_link():
    invitation, lead = made()
    member = make_removed(invitation.group, by=lead)
    visitor = Client()
    visitor.force_login(member.user)

    assert visitor.post(path_of(invitation)).status_code == 403
    assert Invitation.objects.get().used == 0


def test_a_full_cohort_says_so_and_the_invitation_stays_good():
    invitation, _ = made()
    make_cohort(invitation.group, capacity=1)
    make_member(invitation.group)

    answer = signed_in().post(path_of(invitation))

    assert "1 place is taken" in answer.content.decode() or "All 1 places are taken" in answer.content.decode()
    assert Invitation.objects.get().used == 0


@pytest.fixture
def post(monkeypatch):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    return box


def test_a_mailed_invitation_names_nothing_is_sealed_and_lets_one_person_in(client, post):
    group = make_group("hidden", name="A name that could leak")
    client.force_login(make_member(group, role="moderator").user)

    client.post(
        reverse("groups:invitation_list", args=[group.slug]), {"by_mail": "1", "email": "friend@elsewhere.example"}
    )
    invitation = Invitation.objects.get()
    assert (invitation.address, invitation.most) == ("friend@elsewhere.example", 1)
    assert b"friend" not in bytes(invitation.address_sealed)
    assert "friend" not in str(list(Delivery.objects.values()))
    look_now()

    [(person, letter)] = post.letters
    assert person is None
    assert letter.subject == "You are invited"
    for word in ("leak", "cancer", "pain", "illness", group.slug):
        assert word not in post.words()
    assert [action.url for action in letter.actions] == [address_of(invitation)]
    assert signed_in().post(path_of(invitation)).status_code == 302
    assert signed_in().get(path_of(invitation)).status_code == 404


@pytest.mark.parametrize("end", [run_out, taken_back, gone])
def test_a_mail_that_waits_stays_here_when_the_invitation_is_over(post, end):
    group = make_group("private")
    lead = make_member(group, role="moderator").user
    invitation = invite_by_mail(actor=lead, group=group, email="friend@elsewhere.example")

    end(invitation, lead)
    look_now()

    assert post.letters == []


def test_an_address_of_somebody_here_is_answered_like_any_other(client):
    group = make_group("private")
    known = make_user()
    client.force_login(make_member(group, role="moderator").user)
    page = reverse("groups:invitation_list", args=[group.slug])

    answers = [client.post(page, {"by_mail": "1", "email": one}) for one in (known.email, "nobody@elsewhere.example")]

    assert [(one.status_code, one["Location"]) for one in answers] == [(302, page)] * 2


@pytest.mark.parametrize(
    ("sent", "form", "field"),
    [
        ({"by_link": "1", "days": "7", "most": "0"}, "link", "most"),
        ({"by_link": "1", "days": "7", "most": "101"}, "link", "most"),
        ({"by_link": "1", "days": "400", "most": "1"}, "link", "days"),
        ({"by_mail": "1", "email": "nobody"}, "mail", "email"),
        ({"by_mail": "1", "email": ""}, "mail", "email"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client, sent, form, field):
    group = make_group("private")
    client.force_login(make_member(group, role="moderator").user)

    response = client.post(reverse("groups:invitation_list", args=[group.slug]), sent)

    assert response.context[form].errors[field]
    assert not Invitation.objects.exists()


def test_a_moderator_sees_the_link_takes_it_back_and_cannot_flood(client):
    invitation, lead = made()
    client.force_login(lead)
    page = reverse("groups:invitation_list", args=[invitation.group.slug])
    assert address_of(invitation) in client.get(page).content.decode()

    client.post(reverse("groups:revoke_invitation", args=[invitation.group.slug, invitation.pk]))
    assert address_of(invitation) not in client.get(page).content.decode()

    for number in range(20):
        invite_by_mail(actor=lead, group=invitation.group, email=f"friend{number}@elsewhere.example")
    with pytest.raises(RuleViolation) as refusal:
        invite_by_mail(actor=lead, group=invitation.group, email="friend@elsewhere.example")
    assert refusal.value.code == "too_many"


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_invitations_costs_the_same_for_one_and_three(client, count, django_assert_num_queries):
    invitation, lead = made()
    for _ in range(count - 1):
        invite_by_link(actor=lead, group=invitation.group, days=1, most=1)
    client.force_login(lead)
    page = reverse("groups:invitation_list", args=[invitation.group.slug])
    client.get(page)

    with django_assert_num_queries(6):  # user, group, membership, invitations with their makers, two for the frame
        response = client.get(page)

    assert len(response.context["found"]) == count


@pytest.mark.parametrize("role", ["member", "mentor", "facilitator", "auditor"])
def test_only_moderators_of_the_group_make_and_see_invitations(client, role):
    invitation, _ = made()
    client.force_login(make_member(invitation.group, role=role).user)

    page = client.get(reverse("groups:invitation_list", args=[invitation.group.slug]))
    take = client.post(reverse("groups:revoke_invitation", args=[invitation.group.slug, invitation.pk]))

    assert (page.status_code, take.status_code) == (403, 404)
    assert Invitation.objects.good().exists()


@pytest.mark.parametrize("name", ["invitation_list", "revoke_invitation"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_for_strangers_and_staff_there_are_no_invitations(name, method):
    invitation, _ = made()
    slug, more = invitation.group.slug, [invitation.pk] if name == "revoke_invitation" else []
    for visitor in (signed_in(), signed_in(*roles.ALL)):
        answers = [
            normal(getattr(visitor, method)(reverse(f"groups:{name}", args=[one, *more])), one)
            for one in (slug, "nowhere-at-all")
        ]
        assert answers[0] == answers[1]


def test_invitations_that_are_long_over_are_forgotten_with_the_address():
    group = make_group("private")
    lead = make_member(group, role="moderator").user
    old, new = (invite_by_mail(actor=lead, group=group, email=f"{n}@elsewhere.example") for n in ("a", "b"))
    Invitation.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(days=31))

    assert forget_old_invitations() == 1
    assert [one.pk for one in Invitation.objects.all()] == [new.pk]
