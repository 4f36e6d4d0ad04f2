"""Suggestions for the search box."""

import logging

import pytest

from tests.factories.articles import make_article, make_topic

pytestmark = pytest.mark.django_db
ADDRESS = "/search/suggest/"


def test_names_come_as_json_that_nobody_keeps(client):
    make_topic("night-pain", name="Night pain")
    make_article(title="Sleeping at night")

    answer = client.get(ADDRESS, {"q": "nig"})

    assert answer.json() == {
        "suggestions": [{"text": "Night pain", "kind": "topic"}, {"text": "Sleeping at night", "kind": "guide"}]
    }
    assert "no-store" in answer["Cache-Control"]


def test_a_signed_in_person_gets_the_same(signed_in):
    make_article(title="Sleeping at night")
    assert len(signed_in.get(ADDRESS, {"q": "nig"}).json()["suggestions"]) == 1


def test_what_is_typed_is_written_nowhere(client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.get(ADDRESS, {"q": "secretgrief"})
    assert "secretgrief" not in caplog.text


@pytest.mark.parametrize("address", ["/search/", "/en/learn/", "/en/learn/a-z/"])
def test_the_search_boxes_know_where_to_ask_and_work_as_a_form(client, address):
    make_article(title="Sleeping at night")
    page = client.get(address).text
    assert 'action="/search/" data-suggest="/search/suggest/"' in page
    assert "portal/js/suggest" in page


def test_it_is_only_asked_for(client):
    assert client.post(ADDRESS, {"q": "nig"}).status_code == 405
