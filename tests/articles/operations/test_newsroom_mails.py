"""Who is told what the newsroom did: those it concerns, once, and never about their own act."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import telling
from articles.models import Article
from articles.operations.drafts import save_draft
from articles.operations.schedule import publish_due, schedule
from articles.operations.workflow import approve, send_back, send_to_review
from portal.accounts import roles
from portal.core.kinds import No, Yes, kinds
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, make_draft

pytestmark = pytest.mark.django_db
MINE = [telling.ASKED, telling.RETURNED, telling.APPROVED, telling.PUBLISHED]


@pytest.fixture
def editor():
    return make_user(roles.EDITORS, display_name="Quill")


@pytest.fixture
def reviewer():
    return make_user(roles.CLINICAL_REVIEWERS, display_name="Lantern")


@pytest.fixture
def draft(editor):
    return save_draft(actor=editor, draft=make_draft(title="Sleeping with pain"))


def told(kind):
    return {one.recipient for one in Delivery.objects.filter(kind=kind)}


def verdict(delivery):
    return kinds.get(delivery.kind).still_wanted([delivery])[delivery.pk]


def test_reviewers_who_may_approve_are_asked_and_nobody_else(editor, reviewer):
    both = make_user(roles.EDITORS, roles.CLINICAL_REVIEWERS)
    wrote = make_user(roles.EDITORS, roles.CLINICAL_REVIEWERS)
    make_user(roles.CLINICAL_REVIEWERS, is_active=False)
    make_user(roles.ADMINISTRATORS)
    article = save_draft(actor=editor, draft=make_draft())
    save_draft(actor=wrote, draft=make_draft(slug=article.slug, lead="Other words"), article=article)

    send_to_review(actor=editor, article=article)

    assert told(telling.ASKED) == {reviewer, both}


def test_a_reviewer_who_sends_a_draft_of_others_is_not_mailed_about_it(editor, draft, reviewer):
    sender = make_user(roles.EDITORS, roles.CLINICAL_REVIEWERS)

    send_to_review(actor=sender, article=draft)

    assert told(telling.ASKED) == {reviewer}


def test_the_owner_hears_that_it_came_back_and_that_it_was_approved(editor, draft, reviewer):
    send_to_review(actor=editor, article=draft)
    send_back(actor=reviewer, article=draft, comment="Say when to call.")
    send_to_review(actor=editor, article=draft)
    approve(actor=reviewer, article=draft)

    assert told(telling.RETURNED) == told(telling.APPROVED) == {editor}
    assert Delivery.objects.filter(kind=telling.ASKED, recipient=reviewer).count() == 2


def test_without_an_owner_the_last_who_wrote_hears_of_it(draft, reviewer):
    last = make_user(roles.EDITORS)
    save_draft(actor=last, draft=make_draft(slug=draft.slug, lead="Other words"), article=draft)
    Article.objects.update(owner=None)

    approve_draft(draft, reviewer=reviewer)

    assert told(telling.APPROVED) == {last}


def test_sending_ones_own_draft_back_is_no_news(editor, draft):
    send_to_review(actor=editor, article=draft)

    send_back(actor=editor, article=draft, comment="Not yet")

    assert told(telling.RETURNED) == set()


def test_the_owner_hears_once_that_it_was_published_at_its_time(editor, draft):
    schedule(actor=editor, article=approve_draft(draft), at=timezone.now() + timedelta(hours=1))
    Article.objects.update(publish_at=timezone.now() - timedelta(minutes=1))

    publish_due()
    publish_due()

    assert [one.recipient for one in Delivery.objects.filter(kind=telling.PUBLISHED)] == [editor]


def test_a_mail_about_a_settled_matter_is_not_wanted_any_more(editor, draft, reviewer):
    send_to_review(actor=editor, article=draft)
    asked = Delivery.objects.get(kind=telling.ASKED)
    assert verdict(asked) == Yes()

    approve(actor=reviewer, article=draft)

    assert verdict(asked) == No("done")
    reviewer.groups.clear()
    assert verdict(asked) == No("left")


def test_subjects_say_nothing_and_the_body_says_what_and_where(editor, draft, reviewer):
    send_to_review(actor=editor, article=draft)
    send_back(actor=reviewer, article=draft, comment="Say when to call.")

    for delivery in Delivery.objects.filter(kind__in=MINE):
        message = kinds.get(delivery.kind).render(delivery)
        assert "Sleeping" not in message.subject
        assert "Sleeping with pain" in message.lines[0]
        assert str(draft.pk) in message.url
    returned = Delivery.objects.get(kind=telling.RETURNED)
    assert "Say when to call." in kinds.get(returned.kind).render(returned).card
