"""An app on a phone asks the same questions and hears the same refusals as the pages."""

import json

import pytest
from django.http import HttpResponse
from django.test import Client

from portal.accounts.models import Consent, User
from tests.factories.accounts import make_user
from tests.factories.sign_in import PASSWORD, app_code, make_app

pytestmark = pytest.mark.django_db

WHO = {"email": "lutra@there.example", "password": PASSWORD}
REST = {"display_name": "Otter", "country": "GB", "time_zone": "Europe/London", "adult": True, "terms": True,
        "health": True}  # fmt: skip


def post(client: Client, path: str, said: dict[str, object], **headers: str) -> HttpResponse:
    return client.post(f"/_allauth/app/v1/auth/{path}", json.dumps(said), "application/json", headers=headers)


def test_an_app_cannot_leave_out_what_the_page_asks(client):
    response = post(client, "signup", WHO)

    assert response.status_code == 400
    assert {error["param"] for error in response.json()["errors"]} == set(REST)
    assert User.objects.count() == 0


def test_joining_in_an_app_waits_for_the_address_and_records_what_was_agreed(client):
    response = post(client, "signup", WHO | REST)

    assert response.status_code == 401
    assert {"id": "verify_email", "is_pending": True} in response.json()["data"]["flows"]
    assert User.objects.get().display_name == "Otter"
    assert set(Consent.objects.values_list("purpose", flat=True)) == {"terms", "health"}


def test_an_app_signs_in_with_a_token_and_the_second_step_holds_there_too(client):
    person = make_user(password=PASSWORD)
    wrong = post(client, "login", {"email": person.email, "password": "another one 88"})
    assert wrong.json()["errors"][0]["message"] == "The email address or the password is not right."

    token = post(client, "login", {"email": person.email, "password": PASSWORD}).json()["meta"]["session_token"]
    assert client.get("/api/v1/today/", headers={"x-session-token": token}).status_code == 200

    make_app(person)
    half = post(client, "login", {"email": person.email, "password": PASSWORD})
    assert half.status_code == 401
    token = half.json()["meta"]["session_token"]
    assert client.get("/api/v1/today/", headers={"x-session-token": token}).status_code in {401, 403}
    whole = post(client, "2fa/authenticate", {"code": app_code()}, **{"x-session-token": token})
    assert whole.status_code == 200
