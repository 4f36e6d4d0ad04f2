"""The library: what stands in it, for whom, and at what price."""

import pytest
from django.urls import reverse

from articles import reads
from articles.operations.publishing import retire
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, make_topic

pytestmark = pytest.mark.django_db
LIBRARY = "/en/learn/"


def make_several(count):
    make_topic("back-pain", name="Back pain")
    return [make_article(title=f"Guide of letter {letter}") for letter in "ABC"[:count]]


@pytest.mark.parametrize("count", [1, 3])
def test_the_library_lists_what_is_published_at_a_constant_price(client, django_assert_num_queries, count):
    articles = make_several(count)
    make_article(title="Hidden draft", published=False)
    retire(actor=None, article=make_article(title="Retired guide"))

    with django_assert_num_queries(3):  # the shelves, the first guides, the topics in use
        page = client.get(LIBRARY)

    assert all(article.current.title in page.text for article in articles)
    assert "Hidden draft" not in page.text
    assert "Retired guide" not in page.text
    assert "Back pain" in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_a_topic_lists_its_guides_at_a_constant_price(client, django_assert_num_queries, count):
    articles = make_several(count)
    make_article(title="Hidden draft", published=False)
    make_article(title="About sleep", topics=["sleep"])

    with django_assert_num_queries(4):  # the topic, topics beneath it, its guides, the topics in use
        page = client.get(reverse("articles:topic", args=["en", "back-pain"]))

    assert all(article.current.title in page.text for article in articles)
    assert "Hidden draft" not in page.text
    assert "About sleep" not in page.text


def test_a_topic_holds_the_guides_of_the_topics_beneath_it(client):
    parent = make_topic("cancer")
    make_topic("breast-cancer", parent=parent)
    make_article(title="Breast guide", topics=["breast-cancer"])

    assert "Breast guide" in client.get(reverse("articles:topic", args=["en", "cancer"])).text


@pytest.mark.parametrize("count", [1, 3])
def test_a_to_z_lists_guides_by_letter_at_a_constant_price(client, django_assert_num_queries, count):
    articles = make_several(count)
    make_article(title="Hidden draft", published=False)

    with django_assert_num_queries(1):  # the guides
        page = client.get(reverse("articles:a_z", args=["en"]))

    assert all(article.current.title in page.text for article in articles)
    assert "Hidden draft" not in page.text


def test_long_lists_go_on_after_the_last_one_seen(client, monkeypatch):
    monkeypatch.setattr(reads, "CARDS", 2)
    titles = ["Apple", "Bean", "Cherry", "Date", "Elder"]
    for title in reversed(titles):
        make_article(title=title)
    address, seen = reverse("articles:a_z", args=["en"]), []

    while address:
        response = client.get(address)
        page = response.context["page"]
        seen += [article.current.title for article in page.articles]
        address = reverse("articles:a_z", args=["en"]) + f"?after={page.after}" if page.after else ""

    assert seen == titles


@pytest.mark.parametrize("after", ["~", "x", "1~", "~~~", "\x00~x", "9" * 40 + "~x"])
def test_a_place_in_a_list_that_is_none_does_no_harm(client, after):
    make_several(1)

    assert client.get(reverse("articles:topic", args=["en", "back-pain"]), {"after": after}).status_code == 200
    assert client.get(reverse("articles:a_z", args=["en"]), {"after": after}).status_code == 200


def test_lists_show_published_titles_even_to_editors(client):
    article = make_article(title="Old title")
    article.title = "Draft title"
    article.save()
    client.force_login(make_user(roles.EDITORS))

    page = client.get(LIBRARY).text

    assert "Old title" in page
    assert "Draft title" not in page


def test_an_empty_library_says_so(client):
    assert "There are no guides here yet" in client.get(LIBRARY).text


def test_learn_leads_to_the_library_of_a_language_that_has_one(client):
    client.force_login(make_user(language="ar-x-pseudo"))

    assert client.get("/learn/").headers["Location"] == LIBRARY


def test_start_here_gives_the_first_guides_in_the_librarys_order():
    last, first = make_article(position=9), make_article(position=1)

    assert reads.start_here("en", 2) == [first, last]
    assert reads.start_here("tr", 1) == [first]
