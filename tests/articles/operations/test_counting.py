"""Openings are counted by day, without a person, in the cache first."""

import datetime as dt

import pytest
from django.core.cache import cache

from articles.models import ReadCount
from articles.operations.counting import key, today, write_down_readings
from articles.operations.publishing import retire
from articles.tasks import count_readings
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def counts():
    return {(row.article_id, row.on): row.count for row in ReadCount.objects.all()}


def test_openings_are_written_down_by_day_and_never_twice(client):
    article, other = make_article(), make_article()
    for _again in range(3):
        client.get(article.get_absolute_url())
    assert counts() == {}, "looking writes nothing into the database"

    assert write_down_readings() == 3
    assert write_down_readings() == 0
    client.get(article.get_absolute_url())
    client.get(other.get_absolute_url())
    count_readings()

    assert counts() == {(article.pk, today()): 4, (other.pk, today()): 1}


def test_what_was_counted_before_midnight_stays_with_its_day():
    article, yesterday = make_article(), today() - dt.timedelta(days=1)
    cache.set(key(article.pk, yesterday), 7)

    write_down_readings()

    assert counts() == {(article.pk, yesterday): 7}


def test_editors_and_questions_about_headers_do_not_count(client):
    article = make_article()
    client.head(article.get_absolute_url())
    client.force_login(make_user(roles.EDITORS))
    client.get(article.get_absolute_url())

    assert write_down_readings() == 0


def test_what_is_not_there_is_not_counted(client):
    draft, retired = make_article(published=False), make_article()
    retire(actor=None, article=retired)
    for article in (draft, retired):
        client.get(article.get_absolute_url())

    assert write_down_readings() == 0


def test_a_counter_says_nothing_about_who(client):
    article = make_article()
    client.force_login(make_user())
    client.get(article.get_absolute_url())

    assert cache.get(key(article.pk, today())) == 1
    assert [field.name for field in ReadCount._meta.fields] == ["id", "article", "on", "count"]


def test_without_a_cache_server_the_page_still_comes(client, settings):
    settings.CACHE_URL = ""
    article = make_article()

    assert client.get(article.get_absolute_url()).status_code == 200
    assert write_down_readings() == 0
