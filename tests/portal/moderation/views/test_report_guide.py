"""Reporting an error in a guide: readers who are signed out can, and the case has a clock."""

from datetime import timedelta

import pytest
from django.urls import reverse

from portal.moderation.bands import Band
from portal.moderation.models import Case, Report
from tests.factories.articles import make_article, text

pytestmark = pytest.mark.django_db


def page(article):
    return reverse("moderation:report", args=["articles.article", article.pk])


def send(client, article, reason):
    return client.post(page(article), {"reason": reason, "words": "The second step is wrong"})


@pytest.mark.parametrize(
    ("reason", "band", "hours"), [("other", Band.GREEN, 24), ("advice", Band.AMBER, 4)], ids=["other", "advice"]
)
def test_a_signed_out_reader_reports_a_guide_and_the_case_has_the_clock_of_its_reason(client, reason, band, hours):
    article = make_article(text())

    assert client.get(page(article)).status_code == 200
    assert send(client, article, reason).status_code == 302

    case, made = Case.objects.get(), Report.objects.get()
    assert (case.reportable, case.object_id, case.scope) == ("articles.article", str(article.pk), "site")
    assert (case.band, case.due_at - case.opened_at) == (band, timedelta(hours=hours))
    assert (made.reporter, made.words) == (None, "The second step is wrong")
    assert b"second step" not in bytes(made.words_sealed)


def test_a_draft_cannot_be_reported_by_a_reader(client):
    article = make_article(text(), published=False)

    assert client.get(page(article)).status_code == 404
    send(client, article, "other")
    assert Case.objects.count() == 0
