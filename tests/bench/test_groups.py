"""The bench of groups, in small: what it loads is a world the product can stand in, and what it says is so."""

import random

import pytest
from django.contrib.postgres.search import SearchVector
from django.db import connection

from bench.forum import sizes
from bench.groups import measure_all, missed
from bench.pages import Page
from bench.watch import Watch, measure, summary
from bench.world import make_world, words_to_search
from groups.models import Post, PostText, Thread


def test_one_thread_is_very_long_and_all_of_them_hold_every_post():
    found = sizes(1_000_000, 20_000)
    assert (len(found), sum(found), found[0]) == (20_000, 1_000_000, 20_000)
    assert sorted(found)[10_000] < 50 and min(found) >= 1


@pytest.fixture
def people(db, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    return make_world(600, 30, 40, 10, random.Random(7), lambda said: None)


def test_the_world_that_is_loaded_keeps_the_rules_of_the_product(people):
    assert (Post.objects.count(), Thread.objects.count()) == (600, 30)
    for thread in Thread.objects.all():
        assert list(thread.posts.order_by("number").values_list("number", flat=True)) == [
            *range(1, thread.last_number + 1)
        ]
    title = SearchVector("post__thread__title", weight="A", config="english")
    words = SearchVector("body", weight="B", config="english")
    rows = PostText.objects.annotate(words=words, both=title + words).values_list(
        "post__number", "search", "words", "both"
    )
    assert all(vector == (both if number == 1 else words) for number, vector, words, both in rows)
    assert len(rows) > 550


def test_every_page_is_measured_and_says_what_it_asked(people):
    asked, _matches = words_to_search(random.Random(7))
    found = dict(measure_all(people, {"a common word": asked["a common word"][:1]}, "", most=1))
    pages = {page.name: figures for page, figures in found.items()}

    assert {name.split(",")[0] for name in pages} >= {"thread", "group", "search", "reply", "moderation queue", "admin"}
    assert all(figures["queries"] > 0 and figures["visits"] == 1 for figures in pages.values())
    assert pages["mark a group read"]["queries"] <= pages["reply"]["queries"]


def test_a_count_over_posts_and_an_offset_are_found_out(people):
    def visit(number):
        Post.objects.filter(hidden_at=None).count()
        list(Post.objects.order_by("pk")[5:6])

    figures = measure(visit, times=1)

    assert len(figures["offset_or_count"]) == 2
    assert missed(Page("x", visit, queries=1), figures)[0] == "2 queries, at most 1"
    with connection.execute_wrapper(watch := Watch()):
        Thread.objects.count()
    assert summary([1.0], [watch])["offset_or_count"] == []
