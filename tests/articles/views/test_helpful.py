"""Did this guide help: counted once per browser and version, with a reason after a no, and nothing about who."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from articles.models import HelpfulVote
from articles.operations.publishing import publish, retire
from articles.views.votes import PER_HOUR
from tests.factories.accounts import make_user
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def at(article, name="vote"):
    return reverse(f"articles:{name}", args=["en", article.slug])


def votes():
    return list(HelpfulVote.objects.order_by("pk").values_list("helpful", "reason"))


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_yes_is_counted_and_thanked(client, signed_in):
    article = make_article()
    if signed_in:
        client.force_login(make_user())

    response = client.post(at(article), {"helped": "yes"})
    page = client.get(article.get_absolute_url())

    assert response["Location"] == article.get_absolute_url() + "#helpful"
    assert votes() == [(True, "")]
    assert "Thank you for telling us" in page.text
    assert 'name="helped"' not in page.text


def test_a_no_is_asked_why_once(client):
    article = make_article()

    client.post(at(article), {"helped": "no"})
    assert "What was missing?" in client.get(article.get_absolute_url()).text
    client.post(at(article, "say_why"), {"reason": "hard"})
    client.post(at(article, "say_why"), {"reason": "upset"})

    assert votes() == [(False, "hard")]
    assert "Thank you for telling us" in client.get(article.get_absolute_url()).text


def test_the_same_browser_counts_once_for_a_version_and_again_for_the_next(client):
    article = make_article()
    client.post(at(article), {"helped": "yes"})
    client.post(at(article), {"helped": "no"})
    assert votes() == [(True, "")]

    article.title = "Another title"
    article.save()
    publish(actor=None, article=article)
    client.post(at(article), {"helped": "no"})

    assert votes() == [(True, ""), (False, "")]


def test_two_posts_at_once_from_one_browser_count_once(client):
    article = make_article()
    client.get(article.get_absolute_url())
    client.post(at(article), {"helped": "yes"})
    del client.cookies["helped"]  # the second left before the first was answered
    client.post(at(article), {"helped": "yes"})

    assert votes() == [(True, "")]


def test_a_forged_memory_is_none(client):
    article = make_article()
    other = HelpfulVote.objects.create(revision=article.current, helpful=False)
    client.cookies["helped"] = f'{{"{article.current_id}": [{other.pk}, 0, 0]}}'

    client.post(at(article, "say_why"), {"reason": "wrong"})

    assert votes() == [(False, "")]


@pytest.mark.parametrize("data", [{}, {"helped": "maybe"}, {"helped": "yes\x00"}])
def test_an_answer_that_is_none_counts_nothing(client, data):
    assert client.post(at(make_article()), data).status_code == 302
    assert votes() == []


def test_a_reason_that_is_none_leaves_the_vote_as_it_is(client):
    article = make_article()
    client.post(at(article), {"helped": "no"})
    client.post(at(article, "say_why"), {"reason": "because"})

    assert votes() == [(False, "")]


def test_looking_counts_nothing(client):
    article = make_article()
    assert client.get(at(article), {"helped": "yes"})["Location"] == article.get_absolute_url()
    assert votes() == []


def test_drafts_and_retired_guides_take_no_votes(client):
    draft, retired = make_article(published=False), make_article()
    retire(actor=None, article=retired)

    for article in (draft, retired):
        assert client.post(at(article), {"helped": "yes"}).status_code == 404
    assert votes() == []


def test_one_place_cannot_flood_the_count(client):
    article = make_article()
    for _again in range(PER_HOUR):
        client.cookies.clear()
        client.post(at(article), {"helped": "yes"})
    client.cookies.clear()

    assert client.post(at(article), {"helped": "yes"}).status_code == 429
    assert len(votes()) == PER_HOUR
