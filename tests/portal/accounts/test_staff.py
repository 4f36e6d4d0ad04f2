"""Who gets into the admin."""

import pytest
from allauth.mfa.models import Authenticator

from portal.accounts import roles
from portal.accounts.models import User
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


def with_second_step(user: User) -> User:
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    return user


@pytest.mark.parametrize("role", roles.ALL)
def test_staff_with_a_second_step_get_in(client, role):
    client.force_login(with_second_step(make_user(role)))
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("role", roles.ALL)
def test_staff_without_a_second_step_do_not(client, role):
    client.force_login(make_user(role))
    response = client.get("/admin/")
    assert response.status_code == 302


def test_a_patient_with_a_second_step_does_not(client):
    client.force_login(with_second_step(make_user()))
    assert client.get("/admin/").status_code == 302


def test_recovery_codes_alone_are_no_second_step(client):
    user = make_user(roles.ADMINISTRATORS)
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(user)
    assert client.get("/admin/").status_code == 302


def test_the_admin_signs_in_through_the_site(client):
    response = client.get("/admin/login/")
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_only_administrators_give_roles(client):
    editor = with_second_step(make_user(roles.EDITORS))
    client.force_login(editor)
    assert client.get(f"/admin/accounts/user/{editor.pk}/change/").status_code == 403
    client.force_login(with_second_step(make_user(roles.ADMINISTRATORS)))
    assert client.get(f"/admin/accounts/user/{editor.pk}/change/").status_code == 200


def test_roles_are_read_once_for_a_loaded_person(django_assert_num_queries):
    user = User.objects.get(pk=make_user(roles.MODERATORS).pk)
    with django_assert_num_queries(1):  # the names of the groups
        assert user.staff_roles.moderates
        assert not user.staff_roles.edits
