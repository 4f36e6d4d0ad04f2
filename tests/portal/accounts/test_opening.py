"""The invented people of demo mode, and nobody outside it."""

import pytest
from django.test import Client

from portal.accounts.models import Consent, User
from portal.accounts.opening import load
from portal.launch.demo import SIGN_INS

pytestmark = pytest.mark.django_db


def test_outside_demo_mode_nobody_is_invented():
    load(demo=False)
    assert User.objects.count() == 0


def test_each_demo_person_signs_in_with_their_role_and_nothing_is_made_twice():
    load(demo=True)
    load(demo=True)

    assert User.objects.count() == len(SIGN_INS) == 5
    held = {person.display_name: sorted(person.staff_roles.names) for person in User.objects.all()}
    assert held == {
        "Heron": [],
        "Juniper": ["Moderators"],
        "Quill": ["Editors"],
        "Lantern": ["Clinical reviewers"],
        "Keel": ["Administrators"],
    }
    assert Consent.objects.count() == 10
    for _role, email, password in SIGN_INS:
        assert Client().post("/accounts/login/", {"login": email, "password": password}).url == "/today/"
