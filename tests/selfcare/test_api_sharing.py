"""Sharing through the API: the same scopes, ends and written looks as on the pages, from both sides."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import CarerLink, CarerView
from tests.factories.accounts import make_block, make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence

CARERS, SHARED = "/api/v1/carers/", "/api/v1/shared/"
PLAN, NOTE = "Stretchword", "Notesword"


def send(client, method, path, data=None, **more):
    return getattr(client, method)(path, data or {}, content_type="application/json", **more)


@pytest.fixture
def carer(db):
    client = Client()
    client.person = make_user(display_name="Carer Kim")
    client.force_login(client.person)
    return client


@pytest.fixture
def owner(signed_in):
    make_occurrence(make_activity(signed_in.person, title=PLAN, planned_through=None), due_at=handrail_now())
    make_entry(signed_in.person, worst=7, note=NOTE)
    return signed_in


def invited(owner, *scopes):
    return send(owner, "post", CARERS, {"name": "My daughter", "scopes": scopes}).json()


def token_of(said):
    return said["address"].rstrip("/").rsplit("/", 1)[1]


def test_an_invitation_is_made_looked_at_accepted_changed_and_ended(owner, carer):
    said = invited(owner, "plan")
    assert (said["state"], said["name"], said["shown_name"]) == ("invited", "My daughter", None)
    looked = send(carer, "post", f"{SHARED}invitation/", {"token": token_of(said)}).json()
    assert looked["you_would_see"] == ["Their plan of this week: what is due, and what they did"]
    assert "Their diary: single entries and notes" in looked["you_would_not_see"]
    assert carer.get(SHARED).json() == [], "looking accepts nothing"

    yes = send(carer, "post", SHARED, {"token": token_of(said)})
    assert (yes.status_code, yes.json()["scopes"]) == (201, ["plan"])
    assert send(carer, "post", SHARED, {"token": token_of(said)}).status_code == 404
    page = f"{CARERS}{said['id']}/"
    now = owner.get(page).json()
    assert (now["state"], now["shown_name"], now["address"]) == ("sharing", "Carer Kim", None)
    assert send(owner, "patch", page, {"scopes": ["summary"]}).json()["scopes"] == ["summary"]
    assert carer.get(f"{SHARED}{said['id']}/").json()["plan"] is None
    assert owner.delete(page).status_code == 204
    assert carer.get(f"{SHARED}{said['id']}/").status_code == owner.get(page).status_code == 404


@pytest.mark.parametrize("scopes", [("plan",), ("diary",), ("summary",), ("plan", "diary", "summary")])
def test_a_carer_is_told_what_the_page_shows_and_each_look_is_written(owner, carer, scopes):
    said = invited(owner, *scopes)
    send(carer, "post", SHARED, {"token": token_of(said)})
    told = carer.get(f"{SHARED}{said['id']}/").json()
    page = carer.get(reverse("selfcare:shared", args=[said["id"]])).text

    assert {part for part in ("plan", "diary", "summary") if told[part] is not None} == set(scopes)
    if "plan" in scopes:
        assert {one["title"] for one in told["plan"]} == {PLAN} and PLAN in page
    if "diary" in scopes:
        assert [one["said"]["note"] for one in told["diary"]] == [NOTE] and NOTE in page
    if "summary" in scopes:
        low, high = told["summary"]["worst_range"]
        assert f"{low}–{high}" in page
        assert NOTE not in str(told["summary"]) and "weight" not in str(told["summary"])
    looks = owner.get("/api/v1/looks/").json()["results"]
    assert sorted(one["part"] for one in looks) == sorted([*scopes, *scopes]), "by program and by page"
    assert {one["name"] for one in looks} == {"My daughter"}


def test_let_them_know_is_set_and_taken_back(owner):
    said = invited(owner, "plan")
    [own] = owner.get("/api/v1/activities/").json()
    page = f"{CARERS}{said['id']}/"
    told = send(owner, "patch", page, {"tell_after": 120, "tell_about": [own["id"]]}).json()
    assert (told["tell_after"], told["tell_about"], told["scopes"]) == (120, [own["id"]], ["plan"])
    assert send(owner, "patch", page, {"tell_after": None}).json()["tell_after"] is None

    theirs = make_activity()
    nothing = send(owner, "patch", page, {"tell_after": 60, "tell_about": [str(theirs.pk)]})
    assert (nothing.status_code, nothing.json()["code"]) == (409, "nothing")
    assert send(owner, "patch", page, {"tell_after": 7}).status_code == 400


def test_an_invitation_is_mailed_once_and_sent_again_with_its_key_it_stays_one(owner):
    said = invited(owner, "plan")
    path, data = f"{CARERS}{said['id']}/mail/", {"email": "friend@elsewhere.example"}
    key = {"Idempotency-Key": "mail-1"}
    assert [send(owner, "post", path, data, headers=key).status_code for _n in range(2)] == [200, 200]
    assert Delivery.objects.filter(kind="selfcare.invitation").count() == 1

    again = send(owner, "post", path, data)
    assert (again.status_code, again.json()["code"]) == (409, "mailed")
    assert "elsewhere" not in owner.get(f"{CARERS}{said['id']}/").text


@pytest.mark.parametrize("who", ["stranger", "the invited", "blocked", "nobody"])
def test_nobody_else_learns_or_changes_anything(owner, carer, who):
    said = invited(owner, "plan", "diary", "summary")
    if who == "blocked":
        send(carer, "post", SHARED, {"token": token_of(said)})
        make_block(owner.person, carer.person)
    client = Client() if who == "nobody" else carer
    wanted = 401 if who == "nobody" else 404
    for method, path in [
        ("get", f"{SHARED}{said['id']}/"), ("delete", f"{SHARED}{said['id']}/"), ("get", f"{CARERS}{said['id']}/"),
        ("patch", f"{CARERS}{said['id']}/"), ("delete", f"{CARERS}{said['id']}/"),
        ("post", f"{CARERS}{said['id']}/mail/"), ("get", f"{SHARED}nonsense/"),
    ]:  # fmt: skip
        assert send(client, method, path).status_code == wanted, (method, path)
    assert send(client, "post", SHARED, {"token": "nonsense"}).status_code == wanted
    assert CarerLink.objects.get().ended_at is None
    assert not CarerView.objects.exists()


def test_the_looks_come_page_by_page(owner, carer, django_assert_num_queries):
    said = invited(owner, "summary")
    send(carer, "post", SHARED, {"token": token_of(said)})
    for _n in range(3):
        carer.get(f"{SHARED}{said['id']}/")
    with django_assert_num_queries(2):  # person, looks with whose they are
        first = owner.get("/api/v1/looks/", {"page_size": 2}).json()
    rest = owner.get(first["next"]).json()

    assert (len(first["results"]), len(rest["results"]), rest["next"]) == (2, 1, None)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_carers_costs_the_same(owner, count, django_assert_num_queries):
    for _n in range(count):
        operations.invite_carer(actor=owner.person, name="Somebody", scopes=["plan"])
    owner.get(CARERS)
    with django_assert_num_queries(2):  # person, links with who accepted
        assert len(owner.get(CARERS).json()) == count
