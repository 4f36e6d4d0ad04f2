"""Mails about an account: through the engine, in our words, and the same for those who have none."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from portal.core.kinds import kinds
from portal.notifications.engine.sender import drain
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.portal.notifications.channels.scripted import mail_server

pytestmark = pytest.mark.django_db


def message() -> dict:
    return Delivery.objects.get().words["message"]


def ask_for_a_code(client, email: str):
    return client.post(reverse("account_request_login_code"), {"email": email})


def test_a_sign_in_code_is_sealed_short_lived_and_never_sent_twice(client):
    person = make_user(email="ana@there.example")

    ask_for_a_code(client, "ana@there.example")

    row = Delivery.objects.get()
    assert (row.recipient_id, row.kind, row.channel) == (person.pk, "account.sign_in", "email")
    assert kinds.get(row.kind).ambiguous == "uncertain"
    assert not kinds.get(row.kind).optional
    assert (row.not_after - row.due_at).total_seconds() <= 15 * 60
    assert row.words["message"]["subject"] == "Your sign-in code"
    [code] = row.words["message"]["card"]
    assert re.fullmatch(r"[A-Z0-9-]{6,}", code)


def test_asking_for_a_code_looks_the_same_whether_the_address_exists():
    make_user(email="ana@there.example")

    known, unknown = (ask_for_a_code(Client(), f"{who}@there.example") for who in ("ana", "bob"))

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    titles = {row.words["address"]: row.words["message"]["title"] for row in Delivery.objects.all()}
    assert titles["bob@there.example"] == "There is no account with this address"


def test_asking_for_a_new_password_looks_the_same_whether_the_address_exists(client):
    make_user(email="ana@there.example")
    answers = [
        client.post(reverse("account_reset_password"), {"email": f"{who}@there.example"}) for who in ("ana", "bob")
    ]

    assert len({(one.status_code, one.url) for one in answers}) == 1
    assert Delivery.objects.count() == 2


def sign_up(client, email: str, name: str = "Brook"):
    form = client.get(reverse("account_signup")).context["form"]
    answers = {"email": email, "password1": "a long walk 77", "password2": "a long walk 77", "display_name": name}
    answers |= {"country": "GB", "time_zone": "Europe/London", "website": ""}
    answers |= {name: "on" for name, field in form.fields.items() if field.__class__.__name__ == "BooleanField"}
    return client.post(reverse("account_signup"), answers)


def test_signing_up_sends_one_confirmation_that_opens_a_page(client):
    answer = sign_up(client, "new@there.example")

    assert answer.status_code == 302, answer.context["form"].errors
    assert message()["subject"] == "Confirm your email address"
    [[_label, url, _main]] = message()["actions"]
    assert client.get(url).status_code == 200
    assert not EmailAddress.objects.get(email="new@there.example").verified


def test_signing_up_with_an_address_that_exists_looks_the_same_and_tells_its_owner(client):
    fresh = sign_up(client, "new@there.example")
    Delivery.objects.all().delete()
    owner = make_user(email="ana@there.example")

    answer = sign_up(Client(), "ana@there.example", name="Rushes")

    assert (answer.status_code, answer.url) == (fresh.status_code, fresh.url)
    row = Delivery.objects.get()
    assert row.recipient_id == owner.pk
    assert row.words["message"]["title"] == "You already have an account"


def test_a_changed_password_is_told_without_saying_more(client):
    person = make_user(email="ana@there.example", password="a long walk 77")
    client.force_login(person)
    client.post(
        reverse("account_change_password"),
        {"oldpassword": "a long walk 77", "password1": "another walk 88", "password2": "another walk 88"},
    )

    rows = [row.words["message"] for row in Delivery.objects.filter(kind="account.security")]
    assert [row["subject"] for row in rows] == ["A change to your account"]
    assert rows[0]["lines"] == ["Your password was changed."]


def test_a_code_really_goes_out_by_smtp(client, settings):
    make_user(email="ana@there.example")
    ask_for_a_code(client, "ana@there.example")
    [code] = message()["card"]

    with mail_server(settings) as server:
        assert drain(limit=5) == 1

    assert Delivery.objects.get().state == "sent"
    [mail] = server.mails
    assert code.encode() in mail
    assert b"Subject: Your sign-in code" in mail
