"""Feeds, the map of the site and what machines read: published guides only, nothing hostile, cheap to ask again."""

import json
from xml.etree import ElementTree

import pytest
from django.conf import settings

from articles.operations.publishing import retire
from articles.structured import data_block
from tests.factories.articles import block, make_article, make_topic

pytestmark = pytest.mark.django_db
FEED = "/en/learn/feed/"
TOPIC_FEED = "/en/learn/topics/back-pain/feed/"
EVIL = "</script><script>alert(1)</script>"


def data_in(page):
    return [json.loads(one.split("</script>")[0]) for one in page.split('<script type="application/ld+json">')[1:]]


@pytest.mark.parametrize(("address", "queries"), [(FEED, 1), (TOPIC_FEED, 3), ("/sitemap.xml", 1)])
@pytest.mark.parametrize("count", [1, 3])
def test_each_costs_the_same_however_many_guides(client, django_assert_num_queries, address, queries, count):
    articles = [make_article(title=f"Guide {letter}") for letter in "ABC"[:count]]

    with django_assert_num_queries(queries):  # the guides; a topic and those beneath it besides
        page = client.get(address)

    ElementTree.fromstring(page.content)
    assert all(f"{settings.BASE_URL}{article.get_absolute_url()}" in page.text for article in articles)


@pytest.mark.parametrize("address", [FEED, TOPIC_FEED, "/sitemap.xml"])
def test_drafts_and_retired_guides_stand_in_none(client, address):
    make_article(slug="hidden-draft", title="Hidden draft", published=False)
    retire(actor=None, article=make_article(slug="old-guide", title="Old guide"))
    make_topic()

    page = client.get(address).text.lower()

    assert "hidden" not in page
    assert "old" not in page


def test_a_feed_that_did_not_change_is_not_sent_again(client):
    make_article()
    first = client.get(FEED)

    assert client.get(FEED, headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    assert client.get(FEED, headers={"if-modified-since": first.headers["Last-Modified"]}).status_code == 304
    make_article()
    assert client.get(FEED, headers={"if-none-match": first.headers["ETag"]}).status_code == 200


def test_an_empty_feed_is_a_feed(client):
    answer = client.get(FEED)

    assert ElementTree.fromstring(answer.content).tag == "{http://www.w3.org/2005/Atom}feed"
    assert "<entry>" not in answer.text


def test_the_map_names_the_languages_of_a_guide(client):
    first = make_article(slug="pain")
    second = make_article(slug="pain", language="ar-x-pseudo")
    type(first).objects.filter(pk=second.pk).update(translation_of=first)

    page = client.get("/sitemap.xml").text

    assert page.count('hreflang="ar-x-pseudo"') == 2
    assert page.count('hreflang="en"') == 2


def test_robots_are_shown_the_map_and_kept_from_searches(client):
    page = client.get("/robots.txt").text

    assert "Disallow: /search/" in page
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in page


def test_a_guide_says_to_machines_what_it_is_and_what_it_answers(client):
    faq = block("faq", {"items": [{"question": "Is it safe?", "answer": "Often **yes**."}]})
    article = make_article(faq, title="Moving safely")

    page = client.get(article.get_absolute_url()).text
    guide, crumbs, questions = data_in(page)

    assert guide["@type"] == "MedicalWebPage"
    assert "lastReviewed" not in guide
    assert crumbs["itemListElement"][-1]["name"] == "Moving safely"
    assert questions["mainEntity"][0]["acceptedAnswer"]["text"] == "Often yes."
    assert f'<link rel="canonical" href="{settings.BASE_URL}{article.get_absolute_url()}">' in page


def test_nothing_in_a_title_ends_a_data_block(client):
    article = make_article(title=EVIL)

    page = client.get(article.get_absolute_url()).text

    assert "<script>alert" not in page
    assert data_in(page)[0]["name"] == EVIL
    assert "<" not in data_block({"name": EVIL})


def test_hostile_titles_stay_words_in_feeds(client):
    make_article(title=EVIL)

    assert "<script>" not in client.get(FEED).text


def test_a_topic_says_what_else_it_is_called_and_a_to_z_has_letters(client):
    make_topic("back-pain", name="Back pain", synonyms=("sore back", "backache"))
    make_article(title="Apples")
    make_article(title="Bread")

    assert "Also called: sore back, backache" in client.get("/en/learn/topics/back-pain/").text
    assert 'href="#letter-2"' in client.get("/en/learn/a-z/").text
