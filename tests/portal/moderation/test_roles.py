"""Who sees which case: the table of docs/decisions/0004-who-reads-what.md."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.accounts import roles
from portal.moderation.models import Case
from portal.moderation.operations import appeal
from portal.moderation.reads import moderators_of, scopes_of
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator

SITE, MINE, OTHER = "site", "test:mine", "test:other"


def people(house):
    """One of each kind. The group moderator looks after one group and not the other."""
    group_moderator = make_user()
    house.moderators = {MINE: [group_moderator], OTHER: [make_user()]}
    return {
        "anonymous": AnonymousUser(),
        "member": make_user(),
        "group moderator": group_moderator,
        "moderator": make_moderator(),
        "safeguarding lead": make_user(roles.SAFEGUARDING_LEADS),
        "editor": make_user(roles.EDITORS),
        "reviewer": make_user(roles.CLINICAL_REVIEWERS),
        "administrator": make_user(roles.ADMINISTRATORS),
        "inactive moderator": make_user(roles.MODERATORS, is_active=False),
    }


SEES = {
    "anonymous": set(),
    "member": set(),
    "group moderator": {MINE},
    "moderator": {SITE},
    "safeguarding lead": {SITE},
    "editor": set(),
    "reviewer": set(),
    "administrator": set(),
    "inactive moderator": set(),
}


@pytest.mark.parametrize("who", SEES)
def test_each_role_sees_the_cases_of_its_scopes_and_no_other(house, who):
    person = people(house)[who]
    for number, scope in enumerate([SITE, MINE, OTHER]):
        make_case(house, house.put_up(f"leaf{number}", scope=scope))

    assert {case.scope for case in Case.objects.visible_to(person)} == SEES[who]
    assert bool(scopes_of(person)) == bool(SEES[who])


def test_a_case_about_ones_own_words_is_not_on_ones_desk(house):
    author = make_moderator()
    make_case(house, house.put_up(author=author))

    assert not Case.objects.visible_to(author).exists()


def test_those_are_called_who_can_see_the_case_and_never_its_author(house):
    everybody = people(house)
    author = make_moderator()
    site = make_case(house, house.put_up("one", author=author))
    group = make_case(house, house.put_up("two", scope=MINE))

    assert set(moderators_of(site)) == {everybody["moderator"].pk, everybody["safeguarding lead"].pk}
    assert moderators_of(group) == [everybody["group moderator"].pk]


def test_whoever_decided_is_not_called_to_look_again(house):
    first, second = make_moderator(), make_moderator()
    decision = make_decision(house, first)

    assert moderators_of(appeal(actor=decision.author, decision=decision)) == [second.pk]
