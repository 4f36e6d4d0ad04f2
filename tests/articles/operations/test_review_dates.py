"""Guides are looked at again: when that is due, who is reminded, and what readers are told when nobody did."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles import telling
from articles.models import Article, LinkCheck, Step
from articles.operations.drafts import save_draft
from articles.operations.review_dates import chase_reviews
from articles.review_dates import a_year_on
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
