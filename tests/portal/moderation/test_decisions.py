"""Deciding, taking back, appealing: who hears what."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.core.errors import RuleViolation
from portal.moderation.models import Case, Decision
from portal.moderation.operations import appeal, claim, decide, decide_appeal, undo_decision
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator


def told(kind):
    return list(Event.objects.filter(kind=kind).values_list("subject", flat=True))


def test_hiding_closes_the_case_and_tells_the_author_and_whoever_reported(house):
    leaflet, moderator = house.put_up(), make_moderator()

    decision = make_decision(house, moderator, case=make_case(house, leaflet), message="Please post it without.")

    assert leaflet.hidden
    assert leaflet.reasons == ["Selling, or asking for money"]
    assert not Case.objects.get(pk=decision.case_id).is_open
    assert decision.message == "Please post it without."
    assert told("moderation.decision") == [str(decision.pk)]
    assert told("moderation.outcome") == [str(decision.pk)]


def test_leaving_it_tells_whoever_reported_and_not_the_author(house):
    decision = make_decision(house, act="no_action")

    assert told("moderation.decision") == []
    assert told("moderation.outcome") == [str(decision.pk)]
    assert not decision.told_author


def test_leaving_it_with_a_message_tells_the_author_too(house):
    decision = make_decision(house, act="no_action", message="We are glad you told us.")

    assert told("moderation.decision") == [str(decision.pk)]


def test_nobody_decides_what_they_have_not_taken(house):
    with pytest.raises(RuleViolation) as refusal:
        decide(actor=make_moderator(), case=make_case(house), act="hide", reason="selling")

    assert refusal.value.code == "not_claimed"


def test_a_case_that_changed_while_it_was_read_is_read_again(house):
    moderator, leaflet = make_moderator(), house.put_up()
    held = claim(actor=moderator, case=make_case(house, leaflet, reason="unkind"))
    make_case(house, leaflet, reason="worried")

    with pytest.raises(RuleViolation) as refusal:
        decide(actor=moderator, case=held, act="no_action", reason="unkind", version=held.version)

    assert refusal.value.code == "changed"


def test_an_act_that_changes_nothing_is_refused_whole(house):
    leaflet, moderator = house.put_up(), make_moderator()
    held = claim(actor=moderator, case=make_case(house, leaflet))
    leaflet.hidden = True

    with pytest.raises(RuleViolation) as refusal:
        decide(actor=moderator, case=held, act="hide", reason="selling")

    assert refusal.value.code == "nothing_changed"
    assert Decision.objects.count() == 0
    assert Case.objects.get(pk=held.pk).is_open


def test_a_thing_that_is_gone_can_only_be_left_as_it_is(house):
    leaflet, moderator = house.put_up(), make_moderator()
    held = claim(actor=moderator, case=make_case(house, leaflet))
    house.leaflets.clear()

    with pytest.raises(RuleViolation) as refusal:
        decide(actor=moderator, case=held, act="hide", reason="selling")
    assert refusal.value.code == "gone"
    assert decide(actor=moderator, case=held, act="no_action", reason="selling").pk


def test_a_decision_is_taken_back_once_and_the_author_is_told(house):
    leaflet = house.put_up()
    decision = make_decision(house, case=make_case(house, leaflet))
    second = make_moderator()

    assert undo_decision(actor=second, decision=decision)
    assert not undo_decision(actor=second, decision=decision)

    assert not leaflet.hidden
    decision.refresh_from_db()
    assert decision.undone_by == second
    assert told("moderation.decision") == [str(decision.pk), f"{decision.pk}:undone"]


def test_leaving_something_as_it_is_cannot_be_taken_back(house):
    with pytest.raises(RuleViolation):
        undo_decision(actor=make_moderator(), decision=make_decision(house, act="no_action"))


def test_a_stranger_takes_nothing_back(house):
    with pytest.raises(PermissionDenied):
        undo_decision(actor=make_user(), decision=make_decision(house))


def test_an_appeal_is_one_case_that_somebody_else_decides(house):
    leaflet, first, second = house.put_up(), make_moderator(), make_moderator()
    decision = make_decision(house, first, case=make_case(house, leaflet))

    case = appeal(actor=leaflet.author, decision=decision)
    assert appeal(actor=leaflet.author, decision=decision) == case

    with pytest.raises(RuleViolation) as refusal:
        claim(actor=first, case=case)
    assert refusal.value.code == "not_for_you"

    answer = decide_appeal(actor=second, case=claim(actor=second, case=case), overturn=True)
    assert answer.act == "overturn"
    assert not leaflet.hidden
    decision.refresh_from_db()
    assert decision.undone_by == second
    assert told("moderation.decision") == [str(decision.pk), str(answer.pk)]


def test_an_appeal_that_is_turned_down_changes_nothing_and_is_told(house):
    leaflet, second = house.put_up(), make_moderator()
    decision = make_decision(house, case=make_case(house, leaflet))
    case = appeal(actor=leaflet.author, decision=decision)

    answer = decide_appeal(actor=second, case=claim(actor=second, case=case), overturn=False, message="We read it.")

    assert leaflet.hidden
    assert told("moderation.decision")[-1] == str(answer.pk)
    with pytest.raises(RuleViolation):
        appeal(actor=leaflet.author, decision=answer)


def test_only_the_author_appeals_and_only_what_changed_something(house):
    leaflet = house.put_up()
    decision = make_decision(house, case=make_case(house, leaflet))
    kind_word = make_decision(house, act="no_action", message="Be well.")

    for actor, about in [(make_user(), decision), (make_moderator(), decision), (kind_word.author, kind_word)]:
        with pytest.raises(RuleViolation):
            appeal(actor=actor, decision=about)


def test_an_appeal_is_not_decided_like_a_report(house):
    leaflet, second = house.put_up(), make_moderator()
    case = appeal(actor=leaflet.author, decision=make_decision(house, case=make_case(house, leaflet)))

    with pytest.raises(RuleViolation):
        decide(actor=second, case=claim(actor=second, case=case), act="no_action", reason="other")
