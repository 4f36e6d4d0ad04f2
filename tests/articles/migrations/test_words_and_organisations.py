"""Guides published long ago get their rows of words and organisations once."""

from importlib import import_module

import pytest
from django.apps import apps

from articles.models import PublishedOrganisation, PublishedTerm
from articles.operations.publishing import retire
from tests.factories.articles import block, make_article

pytestmark = pytest.mark.django_db
gather = import_module("articles.migrations.0005_words_and_organisations_of_published_guides").gather
WORDS = block("glossary", {"terms": [{"term": "Nerve", "meaning": "A line for messages."}]})
HELPERS = block(
    "organisations",
    {
        "title": "Who helps",
        "items": [{"name": "The line", "what": "They listen.", "url": "https://example.org/a", "country": "GB"}],
    },
)


def rows():
    terms = PublishedTerm.objects.values_list("article", "language", "term", "meaning")
    helpers = PublishedOrganisation.objects.values_list("article", "language", "name", "what", "kind", "country", "url")
    return sorted(terms), sorted(helpers)


def forget():
    PublishedTerm.objects.all().delete()
    PublishedOrganisation.objects.all().delete()


def test_a_guide_without_rows_gets_what_publishing_would_have_written():
    make_article(WORDS, HELPERS)
    written = rows()
    assert [len(part) for part in written] == [1, 1]
    forget()

    gather(apps)
    gather(apps)

    assert rows() == written


def test_drafts_and_retired_guides_get_none():
    make_article(WORDS, HELPERS, published=False)
    retire(actor=None, article=make_article(WORDS, HELPERS))
    forget()

    gather(apps)

    assert rows() == ([], [])
