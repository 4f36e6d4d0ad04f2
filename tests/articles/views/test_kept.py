"""Guides kept for later: one's own, newest first."""

import pytest
from django.urls import reverse

from articles.models import SavedArticle
from articles.operations import keeping
from articles.operations.publishing import retire
from tests.factories.accounts import make_user
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db
KEPT = reverse("articles:kept")


def keep(client, article, on="1", **more):
    return client.post(reverse("articles:keep", args=["en", article.slug]), {"on": on, **more})


def test_signed_out_one_is_asked_to_sign_in_and_comes_back_to_the_guide(client):
    article = make_article()
    asked = keep(client, article)
    page = client.get(article.get_absolute_url())
    client.force_login(make_user())
    after = client.get(asked["Location"].split("next=")[1])

    assert asked["Location"].startswith("/accounts/login/?next=")
    assert "/accounts/login/?next=" in page.text
    assert after["Location"] == article.get_absolute_url()
    assert SavedArticle.objects.count() == 0


def test_the_button_keeps_and_lets_go(client):
    article, person = make_article(title="A quiet guide"), make_user()
    client.force_login(person)

    assert keep(client, article)["Location"] == article.get_absolute_url()
    keep(client, article)
    assert SavedArticle.objects.filter(person=person).count() == 1
    assert "press to stop keeping" in client.get(article.get_absolute_url()).text
    assert "A quiet guide" in client.get(KEPT).text

    assert keep(client, article, "0", **{"from": "list"})["Location"] == KEPT
    assert "You keep no guides yet" in client.get(KEPT).text


def test_nobody_sees_what_somebody_else_keeps(client):
    article = make_article(title="Kept by another")
    keeping.keep(actor=make_user(), article=article)
    client.force_login(make_user())

    assert "Kept by another" not in client.get(KEPT).text
    keep(client, article, "0")
    assert SavedArticle.objects.count() == 1


def test_a_guide_that_is_gone_is_left_out_and_cannot_be_kept(client):
    person, article, draft = make_user(), make_article(title="Gone"), make_article(published=False)
    keeping.keep(actor=person, article=article)
    retire(actor=None, article=article)
    client.force_login(person)

    assert "Gone" not in client.get(KEPT).text
    assert keep(client, article).status_code == keep(client, draft).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(client, django_assert_num_queries, count):
    person = make_user()
    for _again in range(count):
        keeping.keep(actor=person, article=make_article())
    client.force_login(person)
    client.get(KEPT)

    with django_assert_num_queries(4):  # the session's person and frame; the kept guides with their versions
        client.get(KEPT)


def test_the_oldest_make_room(monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 2)
    person, guides = make_user(), [make_article() for _again in range(3)]
    for article in guides:
        keeping.keep(actor=person, article=article)

    left = SavedArticle.objects.owned_by(person).values_list("article_id", flat=True)
    assert set(left) == {guides[1].pk, guides[2].pk}
