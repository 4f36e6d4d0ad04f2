"""What holds for every answer."""

import pytest

from tests.factories.accounts import make_user


def test_healthz_answers_without_touching_the_database(client):
    response = client.get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_whatever_is_signed_in_is_never_kept(client):
    client.force_login(make_user())
    assert client.get("/privacy/")["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_the_policy_names_no_inline_code_and_no_other_host(client):
    policy = client.get("/privacy/")["Content-Security-Policy"]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == "'none'"
    assert parts["style-src"] == "'self'"
    assert parts["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.django_db
def test_an_unknown_page_says_what_to_do(client):
    response = client.get("/nothing-here/")
    assert response.status_code == 404
    assert "<h1" in response.content.decode()
