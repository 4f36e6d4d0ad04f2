"""What people see when something is refused or breaks: our page, one thing to do next, nothing of the insides."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.utils import translation
from django.views import defaults

from tests.portal.accounts.frame import Reading, assert_in_our_frame


def rest(text: str) -> str:
    page = Reading(text)
    assert page.lang == "en"
    assert len(page.headings) == 1
    assert page.inline == []
    assert page.styles == ["/static/portal/css/portal.css"]
    assert page.title.endswith(" – Handrail")
    assert 'href="/urgent-help/"' in text
    return text


def test_a_break_is_told_without_the_database_a_request_or_a_person():
    with translation.override("en"):
        response = defaults.server_error(RequestFactory().get("/today/"))

    text = rest(response.content.decode())
    assert response.status_code == 500
    assert "It is not your fault." in text
    assert 'class="nav' not in text


def test_an_unreadable_request_is_told_without_the_database():
    response = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "We could not read that" in rest(response.content.decode())
    assert "evil.example" not in response.content.decode()


@pytest.mark.django_db
def test_a_break_inside_a_page_shows_this_page_and_keeps_its_secret(signed_in):
    signed_in.raise_request_exception = False

    def away(*args: object) -> None:
        raise OperationalError("the secret of the engine room")

    with connection.execute_wrapper(away):
        response = signed_in.get("/today/")

    assert response.status_code == 500
    assert "engine room" not in rest(response.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nothing-here/", "/groups/t/00000000-0000-0000-0000-000000000000/", "/%00/"])
def test_a_page_that_is_not_there_offers_the_search(client, path):
    response = client.get(path)

    assert_in_our_frame(response, 404)
    assert 'action="/search/"' in response.content.decode()


@pytest.mark.django_db
def test_a_refusal_gives_its_reason_in_words(client):
    request = RequestFactory().get("/")
    response = defaults.permission_denied(request, PermissionDenied("Only moderators can do this."))

    assert response.status_code == 403
    assert "Only moderators can do this." in rest(response.content.decode())


@pytest.mark.django_db
def test_a_refusal_without_a_reason_says_something_all_the_same():
    response = defaults.permission_denied(RequestFactory().get("/"), PermissionDenied())
    assert "This page or step is not open to you." in response.content.decode()


@pytest.mark.django_db
def test_a_stale_form_says_that_the_words_may_still_be_there():
    client = Client(enforce_csrf_checks=True)

    response = client.post("/accounts/login/", {"login": "ana@there.example"})

    assert_in_our_frame(response, 403)
    assert "This page has gone stale" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nothing-here/", "/accounts/login/", "/accounts/signup/"])
def test_every_page_carries_the_policy_and_the_other_guards(client, path):
    response = client.get(path)

    policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == "'self'"
    assert re.fullmatch(r"'self'(?: 'nonce-[^']+')?", policy["script-src"])
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "publickey-credentials-get=(self)" in response["Permissions-Policy"]
    assert "camera=()" in response["Permissions-Policy"]


def test_a_page_asked_in_a_way_it_does_not_take_says_so_in_our_frame(signed_in):
    response = signed_in.post("/today/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "This page cannot be opened like that" in rest(response.text)


def test_a_program_that_wants_no_page_gets_none(signed_in):
    response = signed_in.post("/today/", headers={"accept": "application/json"})

    assert (response.status_code, response.content) == (405, b"")
