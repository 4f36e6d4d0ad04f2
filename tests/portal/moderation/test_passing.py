"""Passing a case on: by name, among those who may take it, with a line why, and never to two at once."""

import pytest
from django.urls import reverse

from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry, Case, CaseNote
from portal.moderation.operations import claim, decide, pass_on
from portal.moderation.reads import who_may_take
from portal.notifications.engine.plan import expand_events
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.moderation import make_case, make_moderator, open_house
from tests.portal.moderation.test_claims import at_once


def page_of(case):
    return reverse("moderation:pass_case", args=[case.pk])


def test_only_those_who_may_take_a_case_are_offered(house):
    author, first, lead = make_moderator(), make_moderator(), make_moderator()
    make_user("Editors")
    case = make_case(house, house.put_up(author=author))
    assert {one.pk for one in who_may_take(case)} == {first.pk, lead.pk}


@pytest.mark.django_db
def test_in_a_private_group_only_its_own_moderators_are_offered(client):
    group = make_group("private")
    lead, second = (make_member(group, role="moderator").user for _one in range(2))
    make_moderator()
    post = make_post(make_thread(group), make_member(group).user)
    client.force_login(make_member(group).user)
    client.post(reverse("moderation:report", args=["groups.post", post.public_id]), {"reason": "unkind"})
    case = claim(actor=lead, case=Case.objects.get())
    client.force_login(lead)
    page = client.get(page_of(case))
    assert page.context["people"] == [second.display_name]


def test_the_lease_moves_with_a_note_a_line_in_the_log_and_a_message_without_words(client, house):
    giver, taker = make_moderator(), make_moderator()
    case = claim(actor=giver, case=make_case(house, house.put_up(text="nobody-mails-this")))
    client.force_login(giver)
    why = "You know them best"
    sent = {"to": taker.display_name, "why": why, "version": case.version}
    assert client.post(page_of(case), sent)["Location"] == reverse("moderation:desk")

    now = Case.objects.get(pk=case.pk)
    assert (now.holder, now.version) == (taker, case.version + 1)
    assert now.claim_until > case.claim_until
    assert CaseNote.objects.get(case=case).text == why
    entry = AuditEntry.objects.get(act="case.pass")
    assert (entry.actor, entry.text.payload["to"]) == (giver, str(taker.pk))
    client.force_login(taker)
    page = client.get(case.get_absolute_url()).content.decode()
    assert f"Passed on by {giver.display_name} to {taker.display_name}" in page and why in page

    expand_events()
    told = Delivery.objects.filter(kind="moderation.passed")
    assert {(one.recipient_id, one.channel) for one in told} == {(taker.pk, "email"), (taker.pk, "in_app")}


def test_who_does_not_hold_it_cannot_pass_it_and_keeps_what_was_typed(client, house):
    holder, other, taker = make_moderator(), make_moderator(), make_moderator()
    case = claim(actor=holder, case=make_case(house))
    client.force_login(other)
    assert client.get(page_of(case))["Location"] == case.get_absolute_url()
    sent = {"to": taker.display_name, "why": "Mine to give?", "version": case.version}
    page = client.post(page_of(case), sent).content.decode()
    assert f"{holder.display_name} has this one." in page and "Mine to give?</textarea>" in page
    assert Case.objects.get(pk=case.pk).holder == holder


@pytest.mark.parametrize(
    ("sent", "field", "says"),
    [
        ({"to": "", "why": "Because"}, "to", "Choose somebody."),
        ({"to": "Nobody Known", "why": "Because"}, "to", "Choose somebody from the list."),
        ({"why": " "}, "why", "Say in a line why you pass it on."),
    ],
)
def test_a_wrong_choice_is_told_beside_its_field(client, house, sent, field, says):
    holder, taker = make_moderator(), make_moderator()
    case = claim(actor=holder, case=make_case(house))
    client.force_login(holder)
    answer = client.post(page_of(case), {"to": taker.display_name, "version": case.version, **sent})
    assert answer.context["form"].errors[field] == [says]
    assert Case.objects.get(pk=case.pk).holder == holder


def test_programs_pass_it_on_too(client, house):
    holder, taker = make_moderator(), make_moderator()
    case = claim(actor=holder, case=make_case(house))
    client.force_login(holder)
    address = f"/api/v1/cases/{case.pk}/"
    assert client.get(address).json()["may_pass_to"] == [taker.display_name]
    sent = {"to": taker.display_name, "why": "Better you", "version": case.version}
    answer = client.post(f"{address}pass/", sent, "application/json")
    assert (answer.status_code, answer.json()["holder"], answer.json()["may_pass_to"]) == (200, taker.display_name, [])
    again = client.post(f"{address}pass/", sent, "application/json")
    assert (again.status_code, again.json()["code"]) == (409, "claimed")


@pytest.mark.django_db(transaction=True)
def test_of_a_pass_and_whatever_happens_at_the_same_moment_one_wins_every_time():
    """Passed to two people at once, or passed while its holder decides it: never both, and never nobody's."""
    with open_house() as house:
        holder, one, other = make_moderator(), make_moderator(), make_moderator()
        for round_ in range(12):
            case = claim(actor=holder, case=make_case(house, house.put_up(f"leaf-{round_}")))
            to = {"actor": holder, "case": case, "why": "Now", "version": case.version}
            rival = (
                (lambda to=to: pass_on(**to, to=other.display_name))
                if round_ % 2
                else (
                    lambda case=case: decide(
                        actor=holder, case=case, act="hide", reason="selling", version=case.version
                    )
                )
            )
            results = at_once(2, lambda at, to=to, rival=rival: rival() if at else pass_on(**to, to=one.display_name))
            assert sum(isinstance(result, RuleViolation) for result in results) == 1
            now = Case.objects.get(pk=case.pk)
            assert (now.holder is None) == (now.closed_at is not None)
            passed = AuditEntry.objects.filter(act="case.pass", subject=f"case:{case.pk}").count()
            assert passed == (0 if now.closed_at else 1)
            assert CaseNote.objects.filter(case=case).count() == passed
