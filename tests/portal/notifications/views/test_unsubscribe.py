"""Whoever holds the link from the mail may use it: signed out, as its owner, or as somebody else."""

from email import message_from_bytes
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from portal.core.kinds import kinds
from portal.notifications.channels.letter import compose
from portal.notifications.links import UNSUBSCRIBE, signed_action
from portal.notifications.models import Preference
from portal.notifications.reads import wants
from tests.factories.accounts import make_user
from tests.factories.notifications import CODE, WALK, House, make_delivery, walk_words

pytestmark = pytest.mark.django_db


def page(person, kind: str = WALK, purpose: str = UNSUBSCRIBE) -> str:
    return reverse("notifications:unsubscribe", args=[signed_action(purpose, kind, person.pk)])


@pytest.fixture(params=["anonymous", "owner", "stranger"])
def visitor(request, house: House):
    """A browser that checks for forged forms, and whose link it opens."""
    owner, client = make_user(), Client(enforce_csrf_checks=True)
    if request.param != "anonymous":
        client.force_login(owner if request.param == "owner" else make_user())
    return client, owner


@pytest.mark.parametrize("kind", [WALK, "*"])
def test_looking_changes_nothing_and_the_button_does(visitor, kind):
    client, owner = visitor
    url = page(owner, kind)

    assert client.get(url).status_code == client.head(url).status_code == 200
    assert wants([owner.pk], WALK, "email") == {owner.pk}
    answer = client.post(url)

    assert answer.status_code == 200
    assert wants([owner.pk], WALK, "email") == set()
    assert wants([owner.pk], WALK, "in_app") == wants([owner.pk], CODE, "email") == {owner.pk}


def test_one_click_of_a_mail_reader_works_without_a_session_and_twice(house: House):
    owner = make_user()
    for _ in range(2):
        answer = Client(enforce_csrf_checks=True).post(page(owner), {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200

    assert wants([owner.pk], WALK, "email") == set()


@pytest.mark.parametrize("kind", [WALK, "*"])
def test_it_can_be_undone(visitor, kind):
    client, owner = visitor
    client.post(page(owner, kind))

    client.post(page(owner, kind), {"undo": "1"})

    assert wants([owner.pk], WALK, "email") == {owner.pk}


def test_only_the_owner_of_the_link_is_changed_and_nobody_is_named(visitor):
    client, owner = visitor

    html = client.post(page(owner)).content.decode()

    assert set(Preference.objects.values_list("user_id", flat=True)) == {owner.pk}
    assert owner.email not in html


def test_a_link_for_another_purpose_or_an_altered_one_does_not_exist(house: House, client):
    owner = make_user()

    assert client.post(page(owner, purpose="selfcare.act")).status_code == 404
    assert client.post(page(owner)[:-3] + "AA/").status_code == 404
    assert not Preference.objects.exists()


def test_an_old_link_says_so_and_does_nothing(house: House, client):
    owner = make_user()
    with time_machine.travel("2024-12-01T12:00:00Z"):
        url = page(owner)

    with time_machine.travel("2026-01-06T12:00:05Z"):
        answer = client.post(url)

    assert answer.status_code == 410
    assert b"too old" in answer.content
    assert not Preference.objects.exists()


def test_a_link_of_last_year_still_works(house: House, client):
    owner = make_user()
    with time_machine.travel("2025-12-01T12:00:00Z"):
        url = page(owner)
    with time_machine.travel("2026-11-29T12:00:00Z"):
        assert client.post(url).status_code == 200
    assert wants([owner.pk], WALK, "email") == set()


def letter_of(delivery):
    return message_from_bytes(bytes(compose(delivery, walk_words(), "ana@there.example")))


@pytest.mark.parametrize("key", sorted(kind.key for kind in kinds if kind.optional and "email" in kind.channels))
def test_every_kind_that_may_be_stopped_is_stopped_by_one_click_of_a_mail_reader(key, settings):
    settings.BASE_URL = "https://handrail.example"
    owner = make_user()
    letter = letter_of(make_delivery(kind=key, channel="email", recipient=owner))
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = urlsplit(letter["List-Unsubscribe"].strip("<>")).path
    stranger = Client(enforce_csrf_checks=True)
    for _ in range(50):  # scanners open every link
        stranger.get(path)
    assert not Preference.objects.exists()

    assert stranger.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200

    assert wants([owner.pk], key, "email") == set()
    others = {kind.key for kind in kinds if kind.key != key and "email" in kind.default_on}
    assert {one for one in others if wants([owner.pk], one, "email")} == others


@pytest.mark.parametrize("key", sorted(kind.key for kind in kinds if not kind.optional and "email" in kind.channels))
def test_what_must_arrive_offers_no_way_to_stop_it(key):
    letter = letter_of(make_delivery(kind=key, channel="email"))
    assert letter["List-Unsubscribe"] is None


def test_a_kind_that_is_gone_says_so(house: House, client):
    assert client.post(page(make_user(), kind="nobody.knows")).status_code == 410


def test_nothing_about_the_page_is_kept_by_a_cache(visitor):
    client, owner = visitor

    assert "no-store" in client.get(page(owner)).headers["Cache-Control"]
