"""The languages of a guide, as its page tells them to machines."""

import pytest
from django.conf import settings

from articles.models import Article
from articles.operations.publishing import retire
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db
OTHERS = ["ar-x-pseudo", "de", "fr"]


def make_family(*languages, published=True):
    first = make_article(slug="pain")
    others = [make_article(slug=f"pain-{code}", language=code, published=published) for code in languages]
    Article.objects.filter(pk__in=[one.pk for one in others]).update(translation_of=first)
    return first, *others


def link(code, article):
    return f'<link rel="alternate" hreflang="{code}" href="{settings.BASE_URL}{article.get_absolute_url()}">'


def test_every_language_of_a_guide_names_every_other_and_itself(client):
    family = make_family(*OTHERS)

    for article in family:
        page = client.get(article.get_absolute_url()).text

        assert page.count('rel="alternate" hreflang') == 5
        assert all(link(one.language, one) in page for one in family)
        assert link("x-default", family[0]) in page, "readers of any other language get the original"


def test_a_guide_in_one_language_points_nowhere(client):
    make_article(language="de")

    assert "hreflang" not in client.get(make_article().get_absolute_url()).text


def test_a_translation_that_is_a_draft_is_not_named(client):
    first, _draft = make_family("de", published=False)

    assert "hreflang" not in client.get(first.get_absolute_url()).text


def test_without_its_original_the_first_language_stands_for_all(client):
    first, german, french = make_family("de", "fr")
    retire(actor=None, article=first)

    page = client.get(german.get_absolute_url()).text

    assert link("x-default", german) in page
    assert link("fr", french) in page
    assert first.get_absolute_url() not in page


def test_languages_cost_no_query_more(client, django_assert_num_queries):
    _first, german, *_others = make_family(*OTHERS)

    with django_assert_num_queries(4):
        client.get(german.get_absolute_url())
