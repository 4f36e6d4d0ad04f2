"""Staff roles by name, and who has them."""

import pytest
from django.contrib.auth.models import Group

from portal.accounts import roles
from portal.accounts.roles import StaffRoles
from tests.factories.accounts import make_user

ASKS = ["edits", "reviews", "moderates", "safeguards", "administers"]


@pytest.mark.parametrize(("role", "yes"), zip(roles.ALL, ASKS, strict=True))
def test_a_role_opens_one_door(role, yes):
    held = StaffRoles(frozenset({role}))

    assert [ask for ask in ASKS if getattr(held, ask)] == [yes]
    assert held


def test_no_role_opens_none():
    held = StaffRoles(frozenset())
    assert [ask for ask in ASKS if getattr(held, ask)] == []
    assert not held


def test_who_made_the_site_opens_all():
    held = StaffRoles(frozenset(), everything=True)
    assert [ask for ask in ASKS if getattr(held, ask)] == ASKS
    assert held


@pytest.mark.django_db
def test_the_roles_exist_from_the_first_migration():
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ALL)


@pytest.mark.django_db
def test_a_group_without_the_key_to_the_desk_is_no_role(django_assert_num_queries):
    person = make_user(roles.MODERATORS, is_staff=False)
    with django_assert_num_queries(0):
        assert not person.staff_roles
