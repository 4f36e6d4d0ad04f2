"""Publishing at a time: only what is still approved then, once, and never what lost its approval."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.models import Article, Revision, Step
from articles.operations.drafts import save_draft
from articles.operations.schedule import publish_due, schedule, unschedule
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, make_draft, text

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


@pytest.fixture
def editor():
    return make_user(roles.EDITORS)


@pytest.fixture
def scheduled(editor):
    article = approve_draft(save_draft(actor=editor, draft=make_draft()))
    schedule(actor=editor, article=article, at=timezone.now() + SOON)
    article.refresh_from_db()
    return article


def its_time_comes(article):
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now() - timedelta(minutes=1))


def test_it_is_published_when_its_time_comes_and_only_once(scheduled):
    assert publish_due() == 0
    its_time_comes(scheduled)

    assert (publish_due(), publish_due()) == (1, 0)

    scheduled.refresh_from_db()
    assert (scheduled.state, scheduled.stage, scheduled.publish_at) == ("published", Article.Stage.DONE, None)
    assert scheduled.current.reviewed_by == scheduled.approved_by
    assert Revision.objects.count() == 1


def test_words_changed_since_are_not_published_and_somebody_is_told_why(scheduled):
    Article.objects.filter(pk=scheduled.pk).update(lead="Other words")
    its_time_comes(scheduled)

    assert publish_due() == 0

    scheduled.refresh_from_db()
    step = scheduled.steps.first()
    assert (scheduled.stage, scheduled.state, scheduled.publish_at) == (Article.Stage.APPROVED, "draft", None)
    assert (step.act, step.by) == (Step.Act.UNSCHEDULED, None)
    assert "changed after the approval" in step.comment


def test_an_edit_takes_it_off_the_schedule(editor, scheduled):
    save_draft(actor=editor, draft=make_draft(text("New"), slug=scheduled.slug), article=scheduled)
    its_time_comes(scheduled)

    assert publish_due() == 0
    assert Article.objects.get().stage == Article.Stage.WRITING


def test_only_approved_words_and_only_a_time_to_come(editor):
    article = save_draft(actor=editor, draft=make_draft())
    with pytest.raises(RuleViolation, match="not possible now"):
        schedule(actor=editor, article=article, at=timezone.now() + SOON)
    approve_draft(article)

    with pytest.raises(RuleViolation, match="still to come"):
        schedule(actor=editor, article=article, at=timezone.now() - SOON)


def test_an_editor_takes_it_off_again(editor, scheduled):
    unschedule(actor=editor, article=scheduled)

    assert Article.objects.get().stage == Article.Stage.APPROVED


@pytest.mark.parametrize("role", [roles.CLINICAL_REVIEWERS, roles.ADMINISTRATORS])
def test_only_editors_schedule(scheduled, role):
    with pytest.raises(PermissionDenied):
        schedule(actor=make_user(role), article=scheduled, at=timezone.now() + SOON)
    with pytest.raises(PermissionDenied):
        unschedule(actor=make_user(role), article=scheduled)
