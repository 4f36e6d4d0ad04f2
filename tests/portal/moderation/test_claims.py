"""A claim is a lease: one holder at a time, and it ends by itself."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry, Case
from portal.moderation.operations import claim, decide, extend, release, verify_audit_chain
from tests.factories.moderation import make_case, make_moderator, open_house


def ran_out(case):
    Case.objects.filter(pk=case.pk).update(claim_until=timezone.now() - timedelta(seconds=1))


def test_whoever_takes_it_has_it_for_twenty_minutes(house):
    moderator = make_moderator()

    case = claim(actor=moderator, case=make_case(house))

    assert case.holder == moderator
    assert timedelta(minutes=19) < case.claim_until - timezone.now() <= timedelta(minutes=20)


def test_a_second_moderator_is_told_who_has_it(house):
    first, case = make_moderator(), make_case(house)
    claim(actor=first, case=case)

    with pytest.raises(RuleViolation) as refusal:
        claim(actor=make_moderator(), case=case)

    assert refusal.value.code == "claimed"
    assert first.display_name in refusal.value.message


def test_a_claim_that_ran_out_is_free_for_the_next(house):
    case, second = make_case(house), make_moderator()
    claim(actor=make_moderator(), case=case)
    ran_out(case)

    assert claim(actor=second, case=case).holder == second


def test_whoever_lost_it_cannot_decide_any_more(house):
    first, second, case = make_moderator(), make_moderator(), make_case(house)
    held = claim(actor=first, case=case)
    ran_out(case)
    claim(actor=second, case=case)

    with pytest.raises(RuleViolation) as refusal:
        decide(actor=first, case=held, act="hide", reason="selling")

    assert refusal.value.code == "claimed"


def test_a_long_message_is_not_lost_while_nobody_else_took_the_case(house):
    moderator = make_moderator()
    held = claim(actor=moderator, case=make_case(house))
    ran_out(held)

    assert decide(actor=moderator, case=held, act="hide", reason="selling").act == "hide"


def test_it_can_be_kept_longer_and_given_back(house):
    moderator, case = make_moderator(), make_case(house)
    held = claim(actor=moderator, case=case)
    Case.objects.filter(pk=case.pk).update(claim_until=timezone.now() + timedelta(seconds=30))

    assert extend(actor=moderator, case=held)
    assert Case.objects.get(pk=case.pk).claim_until > timezone.now() + timedelta(minutes=15)
    assert release(actor=moderator, case=held)
    assert Case.objects.get(pk=case.pk).holder is None
    assert not extend(actor=moderator, case=held)
    assert not release(actor=moderator, case=held)


def test_nobody_takes_a_case_about_their_own_words(house):
    author = make_moderator()
    case = make_case(house, house.put_up(author=author))

    with pytest.raises(RuleViolation):
        claim(actor=author, case=case)


def at_once(number, work):
    """Run `work(index)` in that many threads that start together; returns what each returned or raised."""
    results, gate = [None] * number, threading.Barrier(number)

    def run(index):
        try:
            gate.wait()
            results[index] = work(index)
        except RuleViolation as refusal:
            results[index] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True)
def test_of_many_moderators_who_claim_at_once_exactly_one_has_it():
    with open_house() as house:
        for _round in range(5):
            case = make_case(house)
            people = [make_moderator() for _person in range(4)]

            results = at_once(4, lambda index, case=case, people=people: claim(actor=people[index], case=case))

            won = [result for result in results if isinstance(result, Case)]
            lost = [result for result in results if isinstance(result, RuleViolation)]
            assert (len(won), len(lost)) == (1, 3)
            assert {refusal.code for refusal in lost} == {"claimed"}
            assert Case.objects.get(pk=case.pk).holder == won[0].claimed_by
    assert AuditEntry.objects.filter(act="case.claim").count() == 5
    assert verify_audit_chain().holds


@pytest.mark.django_db(transaction=True)
def test_two_first_reports_at_once_make_one_case():
    from tests.factories.accounts import make_user
    from tests.portal.moderation.test_reports import tell

    with open_house() as house:
        leaflet, people = house.put_up(), [make_user() for _person in range(4)]

        results = at_once(4, lambda index: tell(people[index], leaflet))

    assert len({result.case_id for result in results}) == 1
    assert Case.objects.get().reports.count() == 4


@pytest.mark.django_db(transaction=True)
def test_one_decision_is_made_when_the_same_form_is_sent_many_times_at_once():
    with open_house() as house:
        moderator = make_moderator()
        held = claim(actor=moderator, case=make_case(house))

        results = at_once(4, lambda index: decide(actor=moderator, case=held, act="hide", reason="selling"))

    refused = [result for result in results if isinstance(result, RuleViolation)]
    assert [refusal.code for refusal in refused] == ["closed"] * 3
