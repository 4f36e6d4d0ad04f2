"""Who may open what: every route, for eight people. A new route without a row fails."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from tests.groups.normaliser import normal
from tests.matrix.world import PEOPLE, World, make_world

TABLES = [
    Path(__file__).with_name(name) for name in ("rows.txt", "selfcare_rows.txt", "group_rows.txt", "api_rows.txt")
]
SHARES = 12  # so that workers can share the table
MAY_WRITE = ("django_session", "usersessions_usersession")
LOOKING_IS_WRITTEN_DOWN = {  # the only pages on which looking leaves a row: who read what is another's
    "moderation_auditentry": {"moderation:case", "moderation:file", "moderation:file_contact", "moderation:review_file"}
    | {"api:case-detail", "groups:group", "groups:rules", "groups:thread", "groups:post", "groups:picture"}
    | {"api:group-detail", "api:thread-list", "api:thread-detail", "api:post-list", "api:post-detail"},
    "selfcare_carerview": {"selfcare:shared", "api:shared-detail"},
}
ELSEWHERE = {
    "admin": "the staff desk has a table of its own",
    "headless": "allauth's own tests hold it; ours hold the token",
}


def routes(patterns: Any = None, space: str = "", kind: str = "") -> Iterator[str]:
    """The name of every address of the site."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(entry, "url_patterns"):
            inner = entry.app_name or kind
            if inner not in ELSEWHERE:
                yield from routes(entry.url_patterns, space + (f"{entry.namespace}:" if entry.namespace else ""), inner)
        elif entry.name:
            yield space + entry.name


def rows() -> dict[tuple[str, str], list[str]]:
    found = {}
    for line in (line for table in TABLES for line in table.read_text().splitlines()):
        if line.strip() and not line.startswith("#"):
            name, method, *cells = line.split()
            assert len(cells) == len(PEOPLE), line
            found[name, method] = cells
    return found


def told(response: HttpResponse) -> str:
    """What an answer means to who asked: a short word for a page, a way on, a way to sign in, or a refusal."""
    if response.status_code in {301, 302}:
        return "sign-in" if response["Location"].startswith("/accounts/login/") else "on"
    return {200: "ok", 201: "ok", 204: "ok", 401: "401", 403: "no", 404: "-", 405: "405"}.get(
        response.status_code, str(response.status_code)
    )


def signed_in(world: World) -> dict[str, str]:
    """The session of each person, signed in once; empty for who has no account."""
    sessions = {}
    for person, user in world.people.items():
        client = Client()
        if user is not None:
            client.force_login(user)
        sessions[person] = client.cookies[settings.SESSION_COOKIE_NAME].value if user is not None else ""
    return sessions


def ask(world: World, session: str, name: str, method: str) -> tuple[str, list[str]]:
    """The answer, and every statement that changed something, with all of it undone afterwards."""
    client = Client(raise_request_exception=False)
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    path = world.addresses.get(name) or reverse(name)
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        response = client.generic(method, path, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    writes = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    kept = [*MAY_WRITE, *(table for table, names in LOOKING_IS_WRITTEN_DOWN.items() if name in names)]
    return told(response), [sql for sql in writes if not any(table in sql for table in kept)]


def test_every_route_has_a_row():
    assert sorted(set(routes()) - {name for name, _method in rows()}) == []


def test_no_row_is_about_a_route_that_is_gone():
    assert sorted({name for name, _method in rows()} - set(routes())) == []


@pytest.mark.django_db
@pytest.mark.parametrize("share", range(SHARES))
def test_each_of_eight_people_gets_what_the_table_says(share, settings):
    """Every row of its share in one world: whatever somebody does in it is undone before the next one asks."""
    settings.DEMO = False
    world = make_world()
    sessions = signed_in(world)
    wrong: dict[str, Any] = {}
    for (name, method), wanted in list(rows().items())[share::SHARES]:
        answers = {}
        for person in PEOPLE:
            answers[person], changed = ask(world, sessions[person], name, method)
            if method == "GET" and changed:
                wrong[f"{name} changes something when {person} looks"] = changed
        if answers != dict(zip(PEOPLE, wanted, strict=True)):
            wrong[f"{name} {method}"] = answers
        cache.clear()
    assert wrong == {}


@pytest.mark.django_db
def test_a_stranger_cannot_tell_a_private_thing_from_one_that_does_not_exist():
    world = make_world()
    client = Client()
    client.force_login(world.people["stranger"])
    for name in (
        "groups:group",
        "groups:thread",
        "groups:post",
        "selfcare:activity",
        "selfcare:diary_entry",
        "moderation:case",
    ):
        there = client.get(world.addresses[name])
        path = world.addresses[name].rstrip("/")
        other = path[:-1] + ("0" if path[-1] != "0" else "1")
        nowhere = client.get(other + "/")
        assert there.status_code == nowhere.status_code == 404
        assert normal(there, path) == normal(nowhere, other)
