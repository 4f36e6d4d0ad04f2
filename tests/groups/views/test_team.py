""" "Write to the moderators": a case with a clock, open also to whoever may only read or was removed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership
from groups.operations.team import write_to_team
from portal.accounts import roles
from portal.moderation.models import Case, Enquiry
from portal.moderation.operations import answer_enquiry, claim, report
from portal.moderation.operations.decisions import decide
from portal.notifications.models import Event
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db
KEY = "k" * 24


def address(group):
    return reverse("groups:team", args=[group.slug])


def send(client, group, words="Why is my post gone?", key=KEY):
    return client.post(address(group), {"words": words, "form_key": key})


@pytest.fixture
def member(client):
    member = make_member(make_group("private", name="Quiet den"))
    client.force_login(member.user)
    return member


def test_it_opens_a_case_for_the_moderators_of_this_group_alone(client, member):
    moderator = make_member(member.group, role="moderator").user
    elsewhere = make_member(make_group("private"), role="moderator").user

    page = send(client, member.group).content.decode()

    case = Case.objects.get()
    assert case.scope == f"groups:{member.group.uuid}"
    assert Enquiry.objects.get().reference in page
    assert Case.objects.visible_to(moderator).get() == case
    for other in (elsewhere, make_user(roles.MODERATORS), member.user):
        assert not Case.objects.visible_to(other).exists()


def test_the_answer_comes_to_the_inbox_and_names_nobody(client, member):
    moderator = make_member(member.group, role="moderator").user
    send(client, member.group)
    case = claim(actor=moderator, case=Case.objects.get())

    answer_enquiry(actor=moderator, case=case, answer="We moved it to Nights.")

    assert Event.objects.filter(kind="moderation.answer").count() == 1
    page = client.get(reverse("moderation:ask_mine")).content.decode()
    assert "We moved it to Nights." in page
    assert moderator.display_name not in page


@pytest.mark.parametrize(
    "state",
    [
        {"muted_until": timezone.now() + timedelta(days=1)},
        {"removed_at": timezone.now()},
        {"left_at": timezone.now()},
        {"reviewed_until": timezone.now() + timedelta(days=1)},
    ],
)
@pytest.mark.parametrize("preset", ["private", "hidden"])
def test_this_way_stays_open_for_whoever_may_not_write_any_more(client, state, preset):
    group = make_group(preset)
    make_member(group, role="moderator")
    person = make_member(group, **state).user
    client.force_login(person)

    assert client.get(address(group)).status_code == 200
    assert send(client, group).status_code == 200
    assert Case.objects.get().author == person


def test_whoever_is_suspended_can_still_write_to_them(client, member):
    type(member.user).objects.filter(pk=member.user.pk).update(suspended_until=timezone.now() + timedelta(days=3))
    assert send(client, member.group).status_code == 200
    assert Case.objects.count() == 1


def test_a_removed_member_gets_no_way_into_the_group_on_the_page(client):
    group = make_group("hidden", name="Quiet den")
    client.force_login(make_member(group, removed_at=timezone.now()).user)
    for page in (client.get(address(group)), send(client, group)):
        assert f'href="{group.get_absolute_url()}"' not in page.content.decode()


def test_for_a_stranger_a_group_they_may_not_know_is_one_that_is_not_there(client):
    make_member(make_group("open"))
    client.force_login(make_user(*roles.ALL))
    for preset in ("private", "hidden"):
        group = make_group(preset)
        for there, nowhere in ((client.get(address(group)), client.get(reverse("groups:team", args=["no-such"]))),):
            assert there.status_code == 404
            assert normal(there, group.slug) == normal(nowhere, "no-such")
        assert send(client, group).status_code == 404
    assert not Case.objects.exists()


def test_a_group_without_moderators_hands_it_to_the_safeguarding_leads(client, member):
    lead = make_user(roles.SAFEGUARDING_LEADS)
    send(client, member.group)
    assert Case.objects.visible_to(lead).count() == 1


def test_the_same_sending_twice_is_one_case(client, member):
    assert [send(client, member.group).status_code for _ in range(2)] == [200, 200]
    assert Case.objects.count() == Enquiry.objects.count() == 1


def test_what_was_typed_stays_when_something_is_missing(client, member):
    page = client.post(address(member.group), {"words": " ", "form_key": KEY}).content.decode()
    assert "Write something first, then send it." in page
    page = client.post(address(member.group), {"words": "Kept words", "form_key": ""}).content.decode()
    assert "Kept words</textarea>" in page
    assert not Case.objects.exists()


def test_signed_out_one_gets_the_words_back(client):
    group = make_group("open")
    answer = client.post(address(group), {"words": "My long message", "form_key": KEY})
    assert answer.status_code == 401
    assert "My long message" in answer.content.decode()


def test_words_of_danger_bring_help_at_once_and_a_case_that_cannot_wait(client, member):
    make_member(member.group, role="moderator")
    page = send(client, member.group, "I want to end my life tonight").content.decode()
    assert Case.objects.get().band == 0
    assert "Thank you for saying it" in page
    assert Event.objects.filter(kind="moderation.case").count() == 1


def test_a_decision_shows_whom_it_is_about_the_way_to_the_moderators(client, member):
    moderator, other = make_member(member.group, role="moderator").user, make_member(member.group).user
    post = make_post(make_thread(member.group), member.user)
    told = report(actor=other, reportable_key="groups.post", public_id=post.public_id, reason="selling", words="")
    made = decide(actor=moderator, case=claim(actor=moderator, case=told.case), act="hide", reason="selling")
    Membership.objects.filter(pk=member.pk).update(removed_at=timezone.now())

    assert f'href="{address(member.group)}"' in client.get(made.get_absolute_url()).content.decode()


def test_a_block_between_member_and_moderator_changes_nothing(member):
    moderator = make_member(member.group, role="moderator").user
    make_block(moderator, member.user)
    write_to_team(actor=member.user, group=member.group, words="Please read this", key=KEY)
    assert Case.objects.visible_to(moderator).count() == 1
