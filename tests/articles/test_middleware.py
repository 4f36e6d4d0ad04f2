import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import OldAddress
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


def old(path, **fields):
    article = make_article(**fields)
    OldAddress.objects.create(path=path, article=article)
    return article


@pytest.mark.parametrize("asked", ["/2020/guide", "/2020/guide/", "/2020/guide/?utm_source=mail"])
def test_an_old_address_leads_to_the_published_article(client, asked):
    article = old("/2020/guide")

    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())


def test_a_numbered_address_leads_to_its_own_article(client):
    article = old("/?p=12")

    assert client.get("/?p=12")["Location"] == article.get_absolute_url()
    assert client.get("/?p=13").status_code != 301


def test_an_old_address_of_a_draft_is_not_found(client):
    old("/2020/secret", published=False)

    assert client.get("/2020/secret/").status_code == 404


@pytest.mark.parametrize("path", ["/nothing/here/", "/%00/", "/" + "a" * 2000])
def test_what_never_was_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_page_that_exists_costs_nothing_more(client):
    article = old("/2020/guide")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(article.get_absolute_url()).status_code == 200

    assert not [query for query in asked if "oldaddress" in query["sql"]]
