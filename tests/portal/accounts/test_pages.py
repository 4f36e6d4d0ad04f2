"""Every page about an account stands in our frame, in our words, whatever state the person is in."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from portal.accounts.models import User
from tests.factories.accounts import make_user
from tests.factories.sign_in import PASSWORD, SoftKey, add_key, link_in, make_app, newest_message, prove_it, sign_in
from tests.portal.accounts.frame import assert_in_our_frame

pytestmark = pytest.mark.django_db

Way = Callable[[Client, User], str]


def anyone(client: Client, person: User) -> str:
    return ""


def signed_in(client: Client, person: User) -> str:
    sign_in(client, person)
    prove_it(client)
    return ""


def with_everything(client: Client, person: User) -> str:
    """An app, recovery codes and a passkey, and a moment ago proof of who it is."""
    signed_in(client, person)
    add_key(client, SoftKey())
    make_app(person)
    return ""


def without_a_password(client: Client, person: User) -> str:
    person.set_unusable_password()
    person.save(update_fields=["password"])
    client.force_login(person)
    return ""


def halfway(client: Client, person: User) -> str:
    """The password was right, the second step is still to come."""
    with_everything(client, person)
    client.logout()
    sign_in(client, person)
    return ""


def waiting_for_a_code(client: Client, person: User) -> str:
    client.post(reverse("account_request_login_code"), {"email": person.email})
    return ""


def just_signed_up(client: Client, person: User) -> str:
    person.emailaddress_set.update(verified=False)
    sign_in(client, person)
    return ""


def link_to_confirm(client: Client, person: User) -> str:
    just_signed_up(client, person)
    return link_in(newest_message())


def link_to_a_new_password(client: Client, person: User) -> str:
    client.post(reverse("account_reset_password"), {"email": person.email})
    return client.get(link_in(newest_message()))["Location"]


def key_of(name: str) -> Way:
    def way(client: Client, person: User) -> str:
        with_everything(client, person)
        return reverse(name, args=[Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN).pk])

    return way


def at(path: str) -> Way:
    return lambda client, person: path


PAGES: list[tuple[str, Way]] = [
    ("account_login", anyone),
    ("account_signup", anyone),
    ("account_inactive", anyone),
    ("account_reset_password", anyone),
    ("account_reset_password", signed_in),
    ("account_reset_password_done", anyone),
    ("account_reset_password_from_key", link_to_a_new_password),
    ("account_reset_password_from_key", at("/accounts/password/reset/key/1-old/")),
    ("account_reset_password_from_key_done", anyone),
    ("account_request_login_code", anyone),
    ("account_confirm_login_code", waiting_for_a_code),
    ("account_email_verification_sent", just_signed_up),
    ("account_confirm_email", link_to_confirm),
    ("account_confirm_email", at("/accounts/confirm-email/old-link/")),
    ("account_logout", signed_in),
    ("account_reauthenticate", signed_in),
    ("account_reauthenticate", with_everything),
    ("account_email", signed_in),
    ("account_change_password", signed_in),
    ("account_set_password", without_a_password),
    ("mfa_index", signed_in),
    ("mfa_index", with_everything),
    ("mfa_authenticate", halfway),
    ("mfa_reauthenticate", with_everything),
    ("mfa_activate_totp", signed_in),
    ("mfa_deactivate_totp", with_everything),
    ("mfa_view_recovery_codes", with_everything),
    ("mfa_generate_recovery_codes", with_everything),
    ("mfa_list_webauthn", signed_in),
    ("mfa_list_webauthn", with_everything),
    ("mfa_add_webauthn", signed_in),
    ("mfa_edit_webauthn", key_of("mfa_edit_webauthn")),
    ("mfa_remove_webauthn", key_of("mfa_remove_webauthn")),
    ("mfa_reauthenticate_webauthn", with_everything),
    ("usersessions_list", signed_in),
]
NOT_PAGES = {"mfa_download_recovery_codes", "mfa_login_webauthn"}


def names_under(prefix: str) -> set[str]:
    """The names of all addresses that begin with this prefix."""

    def walk(patterns: list[URLPattern | URLResolver], before: str) -> set[str]:
        found: set[str] = set()
        for entry in patterns:
            here = before + str(entry.pattern)
            if isinstance(entry, URLResolver):
                found |= walk(entry.url_patterns, here)
            elif here.startswith(prefix) and entry.name:
                found.add(entry.name)
        return found

    return walk(get_resolver().url_patterns, "")


def test_no_page_about_an_account_is_forgotten_here():
    assert names_under("accounts/") == {name for name, _way in PAGES} | NOT_PAGES


@pytest.mark.parametrize(("name", "way"), PAGES, ids=[f"{name}-{way.__name__}" for name, way in PAGES])
def test_a_page_about_an_account_is_in_our_frame_and_words(client, name, way):
    person = make_user(password=PASSWORD, display_name="Sandpiper")
    path = way(client, person) or reverse(name)

    response = client.get(path)

    assert_in_our_frame(response)
    if "_auth_user_id" in client.session:
        assert response["Cache-Control"] == "private, no-store"


ASKS = ["account_login", "account_signup", "account_reset_password", "account_request_login_code",
        "account_email", "account_change_password", "account_reauthenticate", "mfa_activate_totp", "mfa_add_webauthn",
        "mfa_reauthenticate", "mfa_edit_webauthn"]  # fmt: skip


@pytest.mark.parametrize("name", ASKS)
def test_a_form_sent_empty_says_what_to_mend_beside_each_question(client, name):
    person = make_user(password=PASSWORD)
    path = reverse(name) if name != "mfa_edit_webauthn" else key_of(name)(client, person)
    if name == "mfa_reauthenticate":
        with_everything(client, person)
    elif client.get(path).status_code != 200 or name == "account_reset_password":
        signed_in(client, person)
    answers = {"action_add": ""} if name == "account_email" else {}

    response = client.post(path, answers)

    page, text = assert_in_our_frame(response), response.content.decode()
    assert "data-error-summary" in text
    assert not any(words in text for words in ("Write something here", "Please answer this"))
    assert "Hidden field" not in text
    bad = [str(field["id"]) for field in page.controls if field.get("aria-invalid") == "true"]
    assert [name for name in bad if f"{name}_error" not in page.ids] == []
    assert bad or name == "mfa_add_webauthn"  # its one answer comes from the device, not from a field


def test_the_way_out_of_a_page_of_recovery_codes_is_plain_text(client):
    person = make_user(password=PASSWORD)
    with_everything(client, person)

    response = client.get(reverse("mfa_download_recovery_codes"))

    assert response["Content-Type"].startswith("text/plain")
    assert len(response.content.decode().split()) == 10
    assert response["Cache-Control"] == "private, no-store"
