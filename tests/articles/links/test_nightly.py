"""Which addresses are looked at, and what is remembered."""

import datetime as dt

import pytest
import time_machine

from articles.links.fetching import Answer
from articles.links.nightly import check_links, note_addresses, read_again, remember
from articles.models import LinkCheck
from articles.operations.publishing import retire
from articles.tasks import look_at_links
from tests.factories.articles import care_card, make_article, sources

pytestmark = pytest.mark.django_db
NIGHT = dt.datetime(2026, 3, 1, 2, 0, tzinfo=dt.UTC)


def cited(*keys):
    return [*(care_card(symptoms=[{"text": "Weak legs", "source": key} for key in keys]),), sources(*keys)]


def test_every_source_of_a_published_guide_is_noted_once():
    make_article(*cited("one", "two"))
    make_article(*cited("two"))

    assert note_addresses() == 2
    assert note_addresses() == 0
    assert {link.url for link in LinkCheck.objects.all()} == {"https://example.org/one", "https://example.org/two"}


def test_one_page_of_each_site_is_asked_in_a_run(settings):
    """Port 1 of this machine answers nobody; the look itself is tested with a real server."""
    settings.LINK_CHECK_ALSO = ["127.0.0.1"]
    for path in ("a", "b"):
        LinkCheck.objects.create(url=f"http://127.0.0.1:1/{path}")

    assert check_links() == 1
    assert LinkCheck.objects.filter(checked_at=None).count() == 1


def test_an_address_that_nobody_cites_is_forgotten_after_a_month():
    with time_machine.travel(NIGHT, tick=False):
        remember(LinkCheck.objects.create(url="https://example.org/old"), Answer(200))
    with time_machine.travel(NIGHT + dt.timedelta(days=29), tick=False):
        note_addresses()
        assert LinkCheck.objects.count() == 1
    with time_machine.travel(NIGHT + dt.timedelta(days=31), tick=False):
        note_addresses()
        assert LinkCheck.objects.count() == 0


def test_a_retired_guide_cites_nothing():
    article = make_article(*cited("one"))
    retire(actor=None, article=article)

    assert note_addresses() == 0


def test_a_failing_page_keeps_the_night_it_began_and_is_well_again_when_it_answers():
    link = LinkCheck.objects.create(url="https://example.org/one")
    with time_machine.travel(NIGHT, tick=False):
        remember(link, Answer(404, "answers 404"))
    with time_machine.travel(NIGHT + dt.timedelta(days=1), tick=False):
        remember(link, Answer(404, "answers 404"))
    assert link.failing_since == NIGHT

    remember(link, Answer(200))
    link.refresh_from_db()
    assert (link.failing_since, link.problem) == (None, "")


def test_a_page_that_says_something_else_is_marked_until_somebody_reads_it_again():
    link = LinkCheck.objects.create(url="https://example.org/one")
    remember(link, Answer(200, fingerprint="a" * 64))
    remember(link, Answer(200, fingerprint="b" * 64))
    link.refresh_from_db()
    assert link.changed_at is not None

    assert read_again([link.url]) == 1
    link.refresh_from_db()
    remember(link, Answer(200, fingerprint="b" * 64))
    assert link.changed_at is None


def test_a_page_that_goes_back_to_its_old_words_is_no_worry():
    link = LinkCheck.objects.create(url="https://example.org/one")
    for mark in "aba":
        remember(link, Answer(200, fingerprint=mark * 64))

    assert link.changed_at is None


def test_the_task_asks_nobody_where_it_is_turned_off():
    LinkCheck.objects.create(url="http://127.0.0.1:1/a")
    look_at_links()

    assert LinkCheck.objects.get().checked_at is None
