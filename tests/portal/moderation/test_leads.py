"""A case that nobody can open goes to the Safeguarding leads."""

import pytest

from groups.models import Post
from portal.accounts import roles
from portal.core.errors import RuleViolation
from portal.moderation.messages import called_moderators
from portal.moderation.models import Case
from portal.moderation.operations import (
    appeal,
    claim,
    decide,
    decide_appeal,
    hand_over_deserted,
    open_case_for_finding,
    report,
)
from portal.moderation.reads import moderators_of
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.moderation import KEY, make_case, make_decision, make_moderator
from tests.factories.safety import make_finding

GROUP = "test:small"


@pytest.fixture
def lead(db):
    return make_user(roles.SAFEGUARDING_LEADS)


def called(case):
    event = Event.objects.filter(kind="moderation.case", subject=str(case.pk)).latest("pk")
    return [one.user_id for one in called_moderators(event, None, 10)]


def test_a_report_about_the_only_moderator_goes_to_the_leads_who_are_told(house, lead):
    alone = make_user()
    house.moderators = {GROUP: [alone]}

    case = make_case(house, house.put_up(author=alone, scope=GROUP), reason="unkind")

    assert called(case) == [lead.pk]
    assert claim(actor=lead, case=case).holder == lead
    assert not Case.objects.visible_to(alone).exists()
    assert not Case.objects.visible_to(make_moderator()).exists()


def test_so_does_a_group_that_nobody_moderates_and_words_of_crisis_by_its_only_moderator(house, lead):
    alone = make_user()
    house.moderators = {GROUP: [alone]}
    house.put_up("heavy", author=alone, scope=GROUP)

    crisis = open_case_for_finding(reportable_key=KEY, public_id="heavy", author=alone, findings=[make_finding()])
    deserted = make_case(house, house.put_up("left", scope="test:left"))

    assert set(Case.objects.visible_to(lead)) == {crisis, deserted}
    assert called(crisis) == called(deserted) == [lead.pk]


def test_an_appeal_that_only_the_first_moderator_could_take_goes_to_the_leads(house, lead):
    alone = make_user()
    house.moderators = {GROUP: [alone]}
    leaflet = house.put_up(scope=GROUP)
    decision = make_decision(house, alone, case=make_case(house, leaflet))
    assert not Case.objects.visible_to(lead).exists()

    case = appeal(actor=leaflet.author, decision=decision)

    assert called(case) == [lead.pk]
    decide_appeal(actor=lead, case=claim(actor=lead, case=case), overturn=True)
    assert not leaflet.hidden


def test_an_appeal_tells_whoever_else_looks_after_the_place(house, lead):
    first, second = make_user(), make_user()
    house.moderators = {GROUP: [first, second]}
    leaflet = house.put_up(scope=GROUP)

    case = appeal(actor=leaflet.author, decision=make_decision(house, first, case=make_case(house, leaflet)))

    assert called(case) == [second.pk]
    assert not Case.objects.visible_to(lead).exists()


def test_a_case_whose_last_moderator_has_gone_is_handed_over_once(house, lead):
    house.moderators = {GROUP: [make_user()]}
    case = make_case(house, house.put_up(scope=GROUP))
    assert hand_over_deserted() == 0
    house.moderators = {}

    assert (hand_over_deserted(), hand_over_deserted()) == (1, 0)
    assert called(case) == [lead.pk]


def test_every_open_case_has_somebody_who_can_take_it(house, lead):
    alone, staff = make_user(), make_moderator()
    house.moderators = {GROUP: [alone]}
    for number, author in enumerate([alone, staff, make_user()]):
        for scope in ["site", GROUP, "test:deserted"]:
            make_case(house, house.put_up(f"{scope}-{number}", scope=scope, author=author))

    for case in Case.objects.open():
        for person in moderators_of(case):
            assert Case.objects.visible_to(type(lead).objects.get(pk=person)).filter(pk=case.pk).exists()
        assert moderators_of(case)


def test_a_lead_acts_on_that_one_post_of_a_private_group_and_on_nothing_else(lead):
    group = make_group("private")
    moderator = make_member(group, role="moderator").user
    reader = make_member(group).user
    thread = make_thread(group)
    post, other = make_post(thread, moderator, body="Take twice the dose"), make_post(thread, reader)
    case = report(actor=reader, reportable_key="groups.post", public_id=post.public_id, reason="advice", words="").case

    decide(actor=lead, case=claim(actor=lead, case=case), act="hide", reason="advice")

    assert Post.objects.get(pk=post.pk).hidden_at is not None
    second = report(
        actor=moderator, reportable_key="groups.post", public_id=other.public_id, reason="advice", words=""
    ).case
    with pytest.raises(RuleViolation):
        claim(actor=lead, case=second)
    assert not Post.objects.visible_to(lead).exists()
