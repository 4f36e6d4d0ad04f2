"""The API: tokens, problems, and a description that is true."""

import json

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member

pytestmark = pytest.mark.django_db


def token_of(client, email, password):
    response = client.post(
        "/_allauth/app/v1/auth/login",
        json.dumps({"email": email, "password": password}),
        content_type="application/json",
    )
    assert response.status_code == 200
    return response.json()["meta"]["session_token"]


def test_an_app_signs_in_with_a_token_and_sees_what_the_person_sees(client):
    user = make_user(password="a-quiet-river")
    group = make_group("private", name="Quiet circle")
    make_member(group, user)
    token = token_of(client, user.email, "a-quiet-river")
    client.logout()
    assert client.get(f"/api/v1/groups/{group.slug}/").status_code == 404
    response = client.get(f"/api/v1/groups/{group.slug}/", headers={"X-Session-Token": token})
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_wrong_token_is_a_problem_with_a_code(client):
    response = client.get("/api/v1/today/", headers={"X-Session-Token": "nonsense"})
    assert response["Content-Type"] == "application/problem+json"
    assert response.status_code in {401, 403}
    assert response.json()["code"]


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/articles/nothing/", 404, "not_found"),
        ("delete", "/api/v1/articles/", 405, "method_not_allowed"),
        ("post", "/api/v1/posts/", 400, "parse_error"),
    ],
)
def test_every_refusal_is_a_problem_document(signed_in, method, path, status, code):
    extra = {"data": "{not json", "content_type": "application/json"} if method == "post" else {}
    response = getattr(signed_in, method)(path, **extra)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert response.json() == response.json() | {"status": status, "code": code}


def test_a_missing_field_is_named(signed_in):
    response = signed_in.post("/api/v1/posts/", "{}", content_type="application/json")
    assert response.status_code == 400
    assert response.json()["code"] == "invalid"
    assert "body" in response.json()["fields"]


def test_the_page_about_the_api_names_every_operation_of_the_schema(client):
    schema = client.get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"})
    page = client.get("/api/v1/docs/").content.decode()
    paths = json.loads(schema.content)["paths"]
    assert len(paths) > 10
    for path, methods in paths.items():
        for method in set(methods) & {"get", "post", "put", "patch", "delete"}:
            assert f"<code>{method.upper()} {path}</code>" in page


@pytest.mark.parametrize(
    "path", ["threads/?group=%00", "posts/?thread=%00", "articles/?topic=%00&language=%00&country=%00"]
)
def test_a_sign_that_no_database_holds_finds_nothing(client, path):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200
    assert response.json()["results"] == []


@pytest.mark.parametrize("path", ["groups/%00/", "threads/%00/", "posts/%00/", "articles/%00/", "today/%00/done/"])
def test_a_sign_that_no_database_holds_is_no_place(signed_in, path):
    response = signed_in.generic("POST" if "done" in path else "GET", f"/api/v1/{path}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_json_that_is_nested_too_deeply_is_a_problem(signed_in):
    response = signed_in.post("/api/v1/posts/", "[" * 100_000, content_type="application/json")
    assert (response.status_code, response.json()["code"]) == (400, "parse_error")


def test_posts_of_no_thread_name_what_is_missing(client):
    response = client.get("/api/v1/posts/")
    assert response.status_code == 400
    assert response.json()["fields"]["thread"][0]["code"] == "required"


@pytest.mark.parametrize("path", ["/api/", "/api/v1/nothing/", "/api/v1/nothing", "/api/v2/articles/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_of_nothing_is_a_problem_too(method, path):
    response = getattr(Client(enforce_csrf_checks=True), method)(path)
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["code"] == "not_found"


def test_a_missing_last_stroke_leads_on_with_the_body(client):
    response = client.post("/api/v1/posts?x=1")
    assert (response.status_code, response["Location"]) == (308, "/api/v1/posts/?x=1")


def test_the_root_says_where_everything_is(client):
    places = client.get("/api/v1/").json()
    assert {"articles", "posts", "schema", "docs"} < set(places)
    assert {client.get(place).status_code for place in places.values()} == {200, 400, 401}


def test_a_break_is_a_problem_that_keeps_its_secret(client):
    client.raise_request_exception = False

    def away(*args):
        raise OperationalError("the secret of the engine room")

    with connection.execute_wrapper(away):
        response = client.get("/api/v1/groups/")

    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")
    assert "engine room" not in response.text


def test_a_host_that_is_not_ours_is_a_problem():
    response = Client(raise_request_exception=False).get("/api/v1/groups/", headers={"host": "evil.example"})
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
