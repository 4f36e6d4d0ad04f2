"""A second step of sign-in: an app, the codes for the day it is lost, and passkeys."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from tests.factories.accounts import make_user
from tests.factories.sign_in import (
    PASSWORD,
    SECRET,
    SoftKey,
    add_key,
    app_code,
    data_of,
    make_app,
    newest_message,
    prove_it,
    sign_in,
)
from tests.portal.accounts.frame import assert_in_our_frame

pytestmark = pytest.mark.django_db

STEP = "/accounts/2fa/authenticate/"


@pytest.fixture
def person() -> User:
    return make_user(email="ana@there.example", password=PASSWORD)


def person_of(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def set_up_app(client: Client) -> str:
    """Through the page; returns the secret that it showed."""
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    response = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert (response.status_code, response.url) == (302, reverse("mfa_view_recovery_codes"))
    return secret


def test_setting_up_an_app_asks_for_the_password_again(client, person):
    sign_in(client, person)

    response = client.get(reverse("mfa_activate_totp"))
    assert response.url == "/accounts/reauthenticate/?next=%2Faccounts%2F2fa%2Ftotp%2Factivate%2F"

    wrong = prove_it(client, "another one 88")
    assert_in_our_frame(wrong)
    assert "That password did not match." in wrong.content.decode()
    back = client.post(response.url, {"password": PASSWORD, "next": reverse("mfa_activate_totp")})
    assert back.url == reverse("mfa_activate_totp")


def test_an_app_is_set_up_with_a_picture_and_the_same_secret_as_text(
    client, person, django_capture_on_commit_callbacks
):
    sign_in(client, person)
    prove_it(client)

    page = client.get(reverse("mfa_activate_totp"))

    secret = page.context["form"].secret
    assert f"<code>{secret}</code>" in page.content.decode()
    assert 'src="data:image/svg+xml' in page.content.decode()
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "That code did not match." in wrong.content.decode()
    assert wrong.context["form"].secret == secret  # the picture that was read stays right

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert newest_message()["lines"] == ["An authenticator app was added."]
    assert {row.type for row in Authenticator.objects.filter(user=person)} == {"totp", "recovery_codes"}


def test_secrets_lie_sealed_in_the_database(client, person):
    sign_in(client, person)
    prove_it(client)
    secret = set_up_app(client)
    codes = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()

    stored = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored
    assert stored.count("sealed:") == 2
    assert [code for code in codes if code in stored] == []


def test_a_secret_from_before_sealing_still_opens(client, person):
    Authenticator.objects.create(user=person, type="totp", data={"secret": SECRET})
    sign_in(client, person)

    client.post(STEP, {"code": app_code()})

    assert person_of(client) == str(person.pk)


def test_signing_in_with_an_app_asks_for_its_code(client, person):
    make_app(person)

    response = sign_in(client, person)

    assert (response.status_code, response.url) == (302, STEP)
    assert person_of(client) is None
    wrong = client.post(STEP, {"code": "000000"})
    assert_in_our_frame(wrong)
    assert "That code did not match." in wrong.content.decode()
    assert person_of(client) is None

    right = client.post(STEP, {"code": app_code()})

    assert (right.status_code, right.url) == (302, "/today/")
    assert person_of(client) == str(person.pk)


@pytest.mark.parametrize(("later", "lets_in"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_the_code_before_and_after_is_taken_too(client, person, later, lets_in):
    make_app(person)
    sign_in(client, person)

    client.post(STEP, {"code": app_code(later=later)})

    assert (person_of(client) is not None) is lets_in


def test_a_code_of_the_app_works_once(client, person):
    make_app(person)
    code = app_code()
    sign_in(client, person)
    client.post(STEP, {"code": code})

    other = Client()
    sign_in(other, person)
    other.post(STEP, {"code": code})

    assert person_of(client) is not None
    assert person_of(other) is None


def test_a_code_by_mail_does_not_get_round_the_second_step(client, person):
    make_app(person)
    client.post("/accounts/login/code/", {"email": person.email})
    [code] = newest_message()["card"]

    response = client.post("/accounts/login/code/confirm/", {"code": code})

    assert (response.status_code, response.url) == (302, STEP)
    assert person_of(client) is None


def test_the_second_step_cannot_be_reached_without_the_first(client, person):
    make_app(person)

    response = client.post(STEP, {"code": app_code()})

    assert (response.status_code, response.url) == (302, "/accounts/login/")
    assert person_of(client) is None


def test_a_recovery_code_lets_in_once(client, person):
    codes = make_app(person)
    assert len(codes) == 10
    other = Client()

    for visitor in (client, other):
        sign_in(visitor, person)
        visitor.post(STEP, {"code": codes[3]})

    assert person_of(client) == str(person.pk)
    assert person_of(other) is None
    prove_it(client)
    text = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert "9 of 10 codes are left." in text
    assert codes[3] not in text
    assert codes[4] in text


def test_new_recovery_codes_end_the_old_ones(client, person):
    old = make_app(person)
    client.force_login(person)
    prove_it(client)

    client.post(reverse("mfa_generate_recovery_codes"))

    new = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    assert set(old) & set(new) == set()
    visitor = Client()
    sign_in(visitor, person)
    visitor.post(STEP, {"code": old[0]})
    assert person_of(visitor) is None


def test_turning_the_app_off_needs_the_password_and_a_press(client, person):
    make_app(person)
    client.force_login(person)
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert Authenticator.objects.filter(user=person, type="totp").exists()
    prove_it(client)
    client.get(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=person, type="totp").exists()

    client.post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.filter(user=person).exists()
    assert newest_message()["lines"] == ["The authenticator app was removed."]
    assert sign_in(Client(), person).url == "/today/"


def test_recovery_codes_of_others_are_not_shown(client, person):
    make_app(person)
    stranger = make_user(password=PASSWORD)
    sign_in(client, stranger)
    prove_it(client)

    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 404
    assert client.get(reverse("mfa_download_recovery_codes")).status_code == 404


def with_key(client: Client, person: User) -> SoftKey:
    sign_in(client, person)
    prove_it(client)
    key = SoftKey()
    response = add_key(client, key, "My phone")
    assert (response.status_code, response.url) == (302, reverse("mfa_view_recovery_codes"))
    client.logout()
    return key


def by_key(client: Client, key: SoftKey, host: str = "") -> object:
    options = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"}).json()
    return client.post(reverse("mfa_login_webauthn"), {"credential": key.sign(options["request_options"])})


def test_a_passkey_signs_in_alone(client, person):
    key = with_key(client, person)

    response = by_key(client, key)

    assert (response.status_code, response.url) == (302, "/today/")
    assert person_of(client) == str(person.pk)


def test_a_passkey_that_was_copied_in_name_only_does_not(client, person):
    key = with_key(client, person)
    forged = SoftKey()
    forged.handle = key.handle

    response = by_key(client, forged)

    assert (response.status_code, response.url) == (302, "/accounts/login/")
    assert person_of(client) is None
    page = client.get(response.url)
    assert_in_our_frame(page)
    assert "That code did not match" in page.content.decode()


def test_an_answer_of_a_passkey_works_once(client, person):
    key = with_key(client, person)
    options = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"}).json()
    answer = key.sign(options["request_options"])
    client.post(reverse("mfa_login_webauthn"), {"credential": answer})
    assert person_of(client) is not None
    client.logout()
    client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})

    client.post(reverse("mfa_login_webauthn"), {"credential": answer})

    assert person_of(client) is None


def test_without_scripts_the_passkey_button_says_what_happened(client):
    response = client.post(reverse("mfa_login_webauthn"), {"credential": ""})

    assert (response.status_code, response.url) == (302, "/accounts/login/")
    assert "Your device sent us no key" in client.get(response.url).content.decode()


def test_a_passkey_is_also_the_second_step_after_a_password(client, person):
    key = with_key(client, person)
    assert sign_in(client, person).url == STEP

    options = data_of(client.get(STEP))["request_options"]
    client.post(STEP, {"credential": key.sign(options)})

    assert person_of(client) == str(person.pk)


def test_a_passkey_is_named_renamed_and_removed_by_its_owner_alone(client, person):
    with_key(client, person)
    row = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    rename, remove = reverse("mfa_edit_webauthn", args=[row.pk]), reverse("mfa_remove_webauthn", args=[row.pk])
    stranger = Client()
    sign_in(stranger, make_user(password=PASSWORD))
    prove_it(stranger)
    assert [stranger.post(url, {"name": "Mine"}).status_code for url in (rename, remove)] == [404, 404]

    client.force_login(person)
    prove_it(client)
    assert "My phone" in client.get(reverse("mfa_list_webauthn")).content.decode()
    client.post(rename, {"name": "Kitchen tablet"})
    assert "Kitchen tablet" in client.get(reverse("mfa_list_webauthn")).content.decode()
    client.post(remove)

    assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()
    assert newest_message()["lines"] == ["A passkey was removed."]


def test_a_device_is_told_the_pseudonym_and_never_a_real_name(client, person):
    sign_in(client, person)
    prove_it(client)

    asked = data_of(client.get(reverse("mfa_add_webauthn")))["creation_options"]["publicKey"]

    assert asked["user"]["displayName"] == person.display_name
    assert asked["rp"]["id"] == "testserver"
