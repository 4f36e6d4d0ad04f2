"""A provider's report of returned mail: believed only when it is signed, young and new."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.notifications.models import SeenCall, Suppression
from portal.notifications.operations.hook import MOST, signature_of
from portal.notifications.operations.suppression import lift
from tests.factories.notifications import move_clock

pytestmark = pytest.mark.django_db
URL = reverse("notifications:bounce_hook")
SECRET = "a-secret-of-the-provider"
HARD = {"kind": "hard", "address": "ana@there.example"}


@pytest.fixture(autouse=True)
def secrets(settings):
    settings.BOUNCE_SECRETS = [SECRET, "the-one-before"]


def call(said, *, secret=SECRET, age=0, body=None, signature=None):
    body = json.dumps(said).encode() if body is None else body
    at = str(int(handrail_now().timestamp()) - age)
    signed = {
        "x-handrail-timestamp": at,
        "x-handrail-signature": signature or f"sha256={signature_of(secret, at, body)}",
    }
    return Client(enforce_csrf_checks=True).post(URL, body, content_type="application/json", headers=signed)


@pytest.mark.parametrize("secret", [SECRET, "the-one-before"])
def test_a_signed_call_gives_the_address_up(secret):
    assert call({"events": [HARD, {"kind": "soft", "address": "bea@there.example"}]}, secret=secret).status_code == 204
    assert Suppression.objects.count() == 1


def test_a_complaint_is_kept_as_one():
    assert call({"kind": "complaint", "address": "ana@there.example"}).status_code == 204
    assert Suppression.objects.get().reason == "complained"


@pytest.mark.parametrize(
    "wrong",
    [{"secret": "another"}, {"age": 301}, {"age": -301}, {"signature": "sha256=" + "0" * 64}, {"signature": "é"}],
)
def test_a_call_that_is_not_signed_now_is_refused_and_changes_nothing(wrong):
    answer = call(HARD, **wrong)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_trusted")
    assert not Suppression.objects.exists() and not SeenCall.objects.exists()


def test_a_body_that_was_changed_on_the_way_is_refused():
    at, body = str(int(handrail_now().timestamp())), json.dumps(HARD).encode()
    signed = {"x-handrail-timestamp": at, "x-handrail-signature": signature_of(SECRET, at, body)}
    other = body.replace(b"ana", b"bea")
    assert Client().post(URL, other, content_type="application/json", headers=signed).status_code == 403


def test_the_same_call_again_is_answered_and_not_taken_in_again():
    at, body = str(int(handrail_now().timestamp())), json.dumps(HARD).encode()
    signed = {"x-handrail-timestamp": at, "x-handrail-signature": signature_of(SECRET, at, body)}
    first = Client().post(URL, body, content_type="application/json", headers=signed)
    lift(keys=Suppression.objects.values_list("address_key", flat=True))
    signed["x-handrail-signature"] = signed["x-handrail-signature"].upper()
    again = Client().post(URL, body, content_type="application/json", headers=signed)

    assert first.status_code == again.status_code == 204
    assert not Suppression.objects.exists()


def test_what_was_seen_is_forgotten_when_it_would_be_too_old_anyway():
    call(HARD)
    move_clock(hours=1)
    call({**HARD, "reason": "again"})
    assert SeenCall.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ([], 204, None),
        ({"kind": "gone", "address": "ana@there.example"}, 409, "not_an_event"),
        ({"kind": "hard"}, 409, "not_an_event"),
        ([HARD, "words"], 409, "not_an_event"),
        ({"kind": "hard", "address": 7}, 409, "not_an_event"),
    ],
)
def test_an_event_that_is_none_is_told_and_nothing_of_the_call_counts(said, status, code):
    answer = call(said)
    assert answer.status_code == status
    assert code is None or answer.json()["code"] == code
    assert not Suppression.objects.exists()


def test_a_body_that_is_not_json_is_told():
    assert call(None, body=b"{").json()["code"] == "not_json"


def test_without_a_secret_there_is_no_such_address(settings):
    settings.BOUNCE_SECRETS = []
    assert call(HARD).status_code == 404


def test_more_events_than_a_call_may_bring_are_refused_whole_so_that_none_is_lost():
    events = [{"kind": "hard", "address": f"a{n}@there.example"} for n in range(MOST + 1)]

    answer = call({"events": events})

    assert (answer.status_code, answer.json()["code"]) == (413, "too_many")
    assert not Suppression.objects.exists() and not SeenCall.objects.exists()
    for part in (events[:3], events[3:5]):
        assert call({"events": part}).status_code == 204
    assert Suppression.objects.count() == 5


def test_only_who_signs_is_told_how_many_a_call_may_bring():
    assert call([HARD] * (MOST + 1), secret="another").status_code == 403
