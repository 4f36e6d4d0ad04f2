"""Two people who do not meet."""

import pytest
from django.db import IntegrityError

from portal.accounts.models import Block
from portal.accounts.operations import block, unblock
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_block, make_user

pytestmark = pytest.mark.django_db


def pairs() -> list[tuple[object, object]]:
    return list(Block.objects.values_list("blocker_id", "blocked_id"))


def test_blocking_says_whether_it_is_new():
    ana, bob = make_user(), make_user()

    assert block(actor=ana, person=bob) is True
    assert block(actor=ana, person=bob) is False
    assert pairs() == [(ana.pk, bob.pk)]


def test_nobody_blocks_themselves():
    ana = make_user()

    with pytest.raises(RuleViolation) as refusal:
        block(actor=ana, person=ana)

    assert (refusal.value.code, pairs()) == ("block_self", [])


def test_the_database_refuses_it_too():
    ana = make_user()
    with pytest.raises(IntegrityError):
        make_block(ana, ana)


def test_only_who_blocked_can_take_it_back():
    ana, bob = make_user(), make_user()
    block(actor=ana, person=bob)

    assert unblock(actor=bob, person=ana) is False
    assert pairs() == [(ana.pk, bob.pk)]
    assert unblock(actor=ana, person=bob) is True
    assert unblock(actor=ana, person=bob) is False
    assert pairs() == []


def test_both_may_block_each_other_and_each_takes_back_their_own():
    ana, bob = make_user(), make_user()
    block(actor=ana, person=bob)
    block(actor=bob, person=ana)

    unblock(actor=ana, person=bob)

    assert pairs() == [(bob.pk, ana.pk)]
