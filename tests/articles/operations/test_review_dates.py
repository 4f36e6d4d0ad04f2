"""Guides are looked at again: when that is due, who is reminded, and what readers are told when nobody did."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from articles import offers, reads, telling
from articles.models import Article, LinkCheck, Step
from articles.operations.drafts import save_draft
from articles.operations.review_dates import chase_reviews
from articles.review_dates import a_year_on
from articles.search import search
from portal.accounts import roles
from portal.core.kinds import No, kinds
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, care_card, make_draft, make_reviewed, sources

pytestmark = pytest.mark.django_db


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def due(article, days):
    Article.objects.filter(pk=article.pk).update(review_due=in_days(days))
    article.refresh_from_db()
    return article


@pytest.fixture
def owner():
    return make_user(roles.EDITORS)


def test_an_approval_is_good_for_a_year(owner):
    article = approve_draft(save_draft(actor=owner, draft=make_draft()))

    assert article.review_due == a_year_on(timezone.localdate())


def test_the_year_of_the_last_of_february_ends_on_the_28th():
    assert a_year_on(date(2028, 2, 29)) == date(2029, 2, 28)
    assert a_year_on(date(2026, 11, 23)) == date(2027, 11, 23)


@pytest.mark.parametrize(("chosen", "kept"), [(500, True), (20, False), (-5, False)])
def test_a_later_day_that_an_editor_chose_stays(owner, chosen, kept):
    article = due(save_draft(actor=owner, draft=make_draft()), chosen)

    approve_draft(article)

    assert (article.review_due == in_days(chosen)) is kept


def test_sources_of_an_approved_guide_count_as_read(owner):
    LinkCheck.objects.create(url="https://example.org/nice", fingerprint="old", changed_at=timezone.now())
    other = LinkCheck.objects.create(url="https://example.org/other", fingerprint="old", changed_at=timezone.now())

    approve_draft(save_draft(actor=owner, draft=make_draft(care_card(), sources())))

    assert LinkCheck.objects.get(url="https://example.org/nice").changed_at is None
    assert LinkCheck.objects.get(pk=other.pk).changed_at is not None


@pytest.mark.parametrize(("days", "mails"), [(61, 0), (60, 2), (0, 2), (-30, 2)])
def test_owner_and_deputy_are_reminded_within_sixty_days(owner, days, mails):
    deputy = make_user(roles.EDITORS)
    article = due(make_reviewed(editor=owner), days)
    Article.objects.update(deputy=deputy)

    chase_reviews()

    reminded = {one.recipient for one in Delivery.objects.filter(kind=telling.DUE)}
    assert reminded == ({owner, deputy} if mails else set())
    assert article.steps.filter(act=Step.Act.CHASED).count() == (1 if mails else 0)


def test_once_in_fourteen_days_however_often_it_runs(owner):
    due(make_reviewed(editor=owner), 10)

    assert (chase_reviews(), chase_reviews()) == (1, 0)
    Article.objects.update(chased_on=in_days(-13))
    assert chase_reviews() == 0
    Article.objects.update(chased_on=in_days(-14))
    assert chase_reviews() == 1
    assert Delivery.objects.filter(kind=telling.DUE).count() == 2


def test_what_readers_cannot_see_is_not_chased(owner):
    due(save_draft(actor=owner, draft=make_draft()), 1)
    Article.objects.filter(pk=due(make_reviewed(editor=owner), 1).pk).update(state=Article.State.RETIRED)

    assert chase_reviews() == 0


def test_the_mail_names_guide_and_date_in_its_body_only_and_is_dropped_once_reviewed(owner):
    article = due(make_reviewed(editor=owner, title="Sleeping with pain"), 10)
    chase_reviews()
    delivery = Delivery.objects.get(kind=telling.DUE)
    kind = kinds.get(telling.DUE)

    message = kind.render(delivery)

    assert "Sleeping" not in message.subject
    assert "Sleeping with pain" in message.lines[0] and str(article.review_due.year) in message.lines[0]
    assert str(article.pk) in message.url
    due(article, 365)
    assert kind.still_wanted([delivery])[delivery.pk] == No("done")


# --- what readers notice ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "said"), [(-1, True), (0, False), (30, False)])
def test_readers_are_told_on_the_page_once_the_day_is_past(client, owner, days, said):
    article = due(make_reviewed(editor=owner), days)

    page = client.get(article.get_absolute_url()).text

    words = f"This guide was due to be checked again on {date_format(article.review_due, 'j F Y')}."
    assert (words in page) is said
    assert ("It may be out of date." in page) is said


def test_the_page_costs_the_same_with_that_sentence(client, owner, django_assert_num_queries):
    article = due(make_reviewed(editor=owner), -1)
    client.get(article.get_absolute_url())

    # the article with its revision; one look for groups, one for plans; names of its topics
    with django_assert_num_queries(4):
        client.get(article.get_absolute_url())


def test_overdue_guides_are_not_recommended(owner):
    old, fresh = due(make_reviewed(editor=owner), -1), due(make_reviewed(editor=owner), 0)

    assert reads.start_here("en", 9) == [fresh]
    assert [one.ref for one in offers.offers(AnonymousUser(), ["back-pain"], 9)] == [fresh.slug]
    assert offers.find(AnonymousUser(), old.slug) is not None


def test_overdue_guides_are_still_found_and_listed(client, owner):
    old = due(make_reviewed(editor=owner, title="Sleeping with pain"), -1)

    assert old in reads.about_topic("en", "back-pain")
    (hit,) = search(AnonymousUser(), "sleeping", "en", 5)
    assert hit.url.startswith(old.get_absolute_url())
    assert old.title in client.get(reverse("articles:a_z", args=["en"])).text
