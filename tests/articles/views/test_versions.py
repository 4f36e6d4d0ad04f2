"""Readers see how a guide changed: what was published, and nothing of what was not."""

import pytest
from django.urls import reverse

from articles.operations.drafts import save_draft
from articles.operations.publishing import publish, retire
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, make_draft, text

pytestmark = pytest.mark.django_db


def page(article):
    return reverse("articles:versions", args=[article.language, article.slug])


def again(article, words, note):
    save_draft(actor=None, draft=make_draft(text(words), slug=article.slug, title="Later title"), article=article)
    publish(actor=None, article=article, note=note)


@pytest.mark.parametrize("count", [1, 3])
def test_every_published_version_is_listed_at_a_constant_price(client, count, django_assert_num_queries):
    article = make_article()
    for number in range(2, count + 1):
        again(article, f"Words {number}", f"Note {number}")

    with django_assert_num_queries(2):  # article with its current version, versions
        response = client.get(page(article))

    assert [one.number for one in response.context["versions"]] == list(range(count, 0, -1))
    assert all(f"Note {number}" in response.text for number in range(2, count + 1))


def test_the_words_of_the_draft_are_not_on_it(client):
    article = make_article(title="Published title")
    save_draft(actor=None, draft=make_draft(slug=article.slug, title="Secret new title"), article=article)

    response = client.get(page(article))

    assert "Published title" in response.text
    assert "Secret new title" not in response.text


@pytest.mark.parametrize("role", [None, roles.EDITORS])
def test_a_draft_and_a_retired_guide_have_no_such_page(client, role):
    draft, retired = make_article(published=False), make_article()
    retire(actor=None, article=retired)
    if role:
        client.force_login(make_user(role))

    assert [client.get(page(one)).status_code for one in (draft, retired)] == [404, 404]


def test_the_guide_leads_to_it(client):
    article = make_article()

    assert page(article) in client.get(article.get_absolute_url()).text


def test_a_version_without_a_review_does_not_claim_one(client):
    response = client.get(page(make_article()))

    assert "Checked by a clinician" not in response.text
    assert "Sample text, not clinically reviewed." in response.text
