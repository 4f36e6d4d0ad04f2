"""Leaving: everything the account holds is handed over and then scrubbed, and every sign-in ends."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client

from portal.accounts import roles
from portal.accounts.erasure import erase, export
from portal.accounts.models import Block, Consent, User
from portal.core.personal_data import holders
from tests.factories.accounts import make_block, make_user
from tests.factories.sign_in import PASSWORD, make_app, sign_in

pytestmark = pytest.mark.django_db

CANARY = "canarybird"


def somebody() -> User:
    """A person with something in every corner of their account that could leak."""
    person = make_user(
        roles.EDITORS,
        email=f"{CANARY}@there.example",
        display_name=f"{CANARY} one",
        password=PASSWORD,
        country="TR",
        time_zone="Europe/Istanbul",
        contrast="more",
        is_carer=True,
    )
    EmailAddress.objects.create(user=person, email=f"{CANARY}.other@there.example")
    sign_in(Client(headers={"user-agent": f"{CANARY} browser"}), person)
    Authenticator.objects.create(user=person, type="webauthn", data={"name": f"{CANARY} phone"})
    make_block(person, make_user())
    make_block(make_user(), person)
    LogEntry.objects.create(
        user=make_user(roles.ADMINISTRATORS),
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(person.pk),
        object_repr=str(person),
        action_flag=CHANGE,
        change_message=CANARY,
    )
    return person


def tables_with(word: str) -> list[str]:
    """The tables in which a word stands anywhere, in whatever column."""
    found = []
    for model in apps.get_models():
        with connection.cursor() as cursor:
            name = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT count(*) FROM {name} AS t WHERE t::text ILIKE %s", [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(model._meta.label)
    return sorted(found)


def test_no_table_keeps_a_word_about_who_left():
    person, stays = somebody(), make_user(display_name="Heron")
    before = tables_with(CANARY)
    assert {"accounts.User", "account.EmailAddress", "mfa.Authenticator", "usersessions.UserSession",
            "admin.LogEntry"} <= set(before)  # fmt: skip

    erase(person, keep_words=True)

    assert tables_with(CANARY) == []
    assert tables_with("Istanbul") == []
    row = User.objects.get(pk=person.pk)
    assert (row.country, row.contrast, row.is_carer, row.last_login) == ("", "", False, None)
    assert row.display_name.startswith("Former member ")
    assert row.email.endswith("@erased.invalid")
    assert (row.is_active, row.is_staff, row.has_usable_password()) == (False, False, False)
    assert User.objects.get(pk=stays.pk).display_name == "Heron"


def test_nothing_of_theirs_is_left_beside_the_scrubbed_row():
    person, other = somebody(), make_user()

    erase(person, keep_words=False)

    for model in (EmailAddress, Authenticator, UserSession, Consent):
        assert model.objects.filter(user=person).count() == 0
    assert Block.objects.count() == 0
    assert person.groups.count() == 0
    assert Consent.objects.filter(user=other).count() == 2


def test_scrubbing_twice_changes_nothing_more():
    person = somebody()
    erase(person, keep_words=True)
    once = User.objects.filter(pk=person.pk).values().get()

    erase(User.objects.get(pk=person.pk), keep_words=True)

    assert User.objects.filter(pk=person.pk).values().get() == once


def test_every_place_is_signed_out_at_once(client):
    person = make_user(password=PASSWORD)
    sign_in(client, person)
    forced = Client()
    forced.force_login(person)
    assert [one.get("/settings/").status_code for one in (client, forced)] == [200, 200]

    erase(person, keep_words=True)

    assert [one.get("/settings/").status_code for one in (client, forced)] == [302, 302]


def test_nobody_signs_in_again_and_the_address_is_free(client):
    person = make_user(email="ana@there.example", password=PASSWORD)
    make_app(person)
    erase(person, keep_words=True)

    client.post("/accounts/login/", {"login": "ana@there.example", "password": PASSWORD})
    assert "_auth_user_id" not in client.session

    again = make_user(email="ana@there.example", display_name="Heron")
    assert again.pk != person.pk


def test_the_name_of_who_left_cannot_be_taken():
    from portal.accounts.names import is_reserved

    person = make_user()
    erase(person, keep_words=True)
    assert is_reserved(person.display_name)


def test_everything_the_account_holds_is_handed_over_and_no_secret():
    person = somebody()
    make_app(person)

    data = json.loads(json.dumps(export(person)))

    assert data["account"][0]["email"] == f"{CANARY}@there.example"
    assert data["account"][0]["time_zone"] == "Europe/Istanbul"
    assert [row["email"] for row in data["addresses"]] == [f"{CANARY}.other@there.example", f"{CANARY}@there.example"]
    assert {row["purpose"] for row in data["agreements"]} == {"terms", "health"}
    assert {row["kind"] for row in data["second_steps"]} == {"webauthn", "totp", "recovery_codes"}
    assert data["signed_in_at"][0]["device"] == f"{CANARY} browser"
    assert len(data["blocked"]) == 1  # whom the person blocked, never who blocked them
    for secret in (person.password, "sealed:", "seed"):
        assert secret not in json.dumps(data)


def test_the_account_answers_for_what_it_says_it_holds():
    holder = holders.get("accounts")
    assert [apps.get_model(label)._meta.label for label in holder.models] == holder.models
