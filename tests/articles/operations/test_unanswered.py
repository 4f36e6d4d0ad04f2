"""Searches without an answer reach editors once three people asked, and nothing tells who they were."""

import datetime as dt
import logging

import pytest
from django.core.cache import cache
from django.utils import timezone

from articles.models import UnansweredQuery
from articles.operations.unanswered import note_unanswered, write_down_unanswered
from articles.tasks import write_down_searches
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def ask(client, query, *people, **more):
    for person in people:
        client.get("/search/", {"q": query, **more}, headers={"user-agent": person})


def written():
    write_down_unanswered()
    return list(UnansweredQuery.objects.values_list("language", "query", "people"))


def test_words_are_written_down_when_the_third_person_asks(client):
    ask(client, "Hiccups  at NIGHT?", "one", "two", "two", "one")
    assert written() == []

    ask(client, "hiccups at night", "three")
    assert UnansweredQuery.objects.count() == 0, "looking writes nothing into the database"
    assert write_down_searches() is None
    assert written() == [("en", "hiccups at night", 3)]

    ask(client, "hiccups at night", "four", "three")
    assert written() == [("en", "hiccups at night", 4)]


def test_a_signed_in_person_is_one_person_from_every_device(signed_in):
    ask(signed_in, "hiccups", "one", "two", "three")
    assert written() == []


def test_words_that_found_something_are_not_noted(client):
    make_article(title="Hiccups")
    ask(client, "hiccups", "one", "two", "three")
    assert written() == []


@pytest.mark.parametrize("more", [{"exact": "1"}, {"kind": "groups"}])
def test_a_search_that_left_answers_out_is_not_noted(client, more):
    ask(client, "hiccups", "one", "two", "three", **more)
    assert written() == []


def test_questions_about_headers_and_editors_do_not_count(client):
    client.force_login(make_user(roles.EDITORS))
    ask(client, "hiccups", "one")
    client.logout()
    client.head("/search/", {"q": "hiccups"}, headers={"user-agent": "two"})
    ask(client, "hiccups", "three", "four")
    assert written() == []


@pytest.mark.parametrize(
    "query", ["ring 07700 900123", "who is anna.smith@example.org", "ANNA@EXAMPLE.ORG", "long " * 41, "?!"]
)
def test_personal_details_and_long_texts_are_never_noted(query):
    for person in ("one", "two", "three"):
        note_unanswered(query=query, language="en", asker=person)
    assert written() == []
    assert cache.get("unanswered:last") is None


def test_before_the_third_person_the_cache_knows_no_words_and_nobody_ever(client):
    ask(client, "hiccups", "curious browser", "two")
    server = cache._cache.get_client()
    kept = b" ".join(name + b" " + (server.get(name) or b"") for name in server.keys("*unanswered*"))
    assert kept
    for told in (b"hiccups", b"curious", b"127.0.0.1"):
        assert told not in kept
    assert [field.name for field in UnansweredQuery._meta.fields] == [
        "id", "language", "query", "people", "first_on", "last_on",
    ]  # fmt: skip


def test_the_hashes_of_one_person_cannot_be_linked(client):
    ask(client, "hiccups", "one")
    ask(client, "sneezing", "one")
    names = [name.decode().split(":")[-1] for name in cache._cache.get_client().keys("*unanswered:*:*")]
    assert len(names) == len(set(names)) == 2


def test_after_ninety_days_words_are_forgotten():
    today = timezone.now().date()
    for query, days in (("old", 91), ("newer", 89)):
        on = today - dt.timedelta(days=days)
        UnansweredQuery.objects.create(language="en", query=query, people=3, first_on=on, last_on=on)
    assert [query for _language, query, _people in written()] == ["newer"]


def test_without_a_cache_server_nothing_is_noted_and_the_page_comes(client, settings):
    settings.CACHE_URL = ""
    ask(client, "hiccups", "one", "two", "three")
    assert client.get("/search/", {"q": "hiccups"}).status_code == 200
    assert written() == []


def test_nothing_of_it_is_logged(client, caplog):
    with caplog.at_level(logging.DEBUG):
        ask(client, "hiccups", "one", "two", "three")
        write_down_unanswered()
    assert "hiccups" not in caplog.text
