import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Article, Step
from articles.operations.drafts import save_draft
from articles.operations.publishing import publish
from articles.operations.versions import roll_back
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import care_card, make_article, make_draft, sources, text

pytestmark = pytest.mark.django_db


def rewritten(article, *blocks):
    save_draft(actor=None, draft=make_draft(*blocks, slug=article.slug), article=article)
    article.refresh_from_db()
    return article


def test_the_draft_gets_the_old_words_back_with_the_ids_of_their_blocks():
    article = make_article(care_card(), text("Old"), sources())
    first = article.current
    publish(actor=None, article=rewritten(article, text("New")))

    article = roll_back(actor=make_user(roles.EDITORS), article=article, revision=first)

    assert [block.as_json() for block in article.blocks.order_by("ordering")] == first.blocks
    assert (article.title, article.current.number) == (first.title, 2)


def test_who_took_it_up_and_which_version_is_on_record():
    article = make_article(text("Old"))
    editor = make_user(roles.EDITORS)

    roll_back(actor=editor, article=rewritten(article, text("New")), revision=article.current)

    step = Step.objects.get(act=Step.Act.ROLLED_BACK)
    assert (step.by, step.revision, step.comment) == (editor, article.current, "Version 1")


def test_an_approval_of_other_words_is_gone_and_whoever_rolled_back_has_a_hand_in_it():
    article = make_article(text("Old"))
    reviewer, editor = make_user(roles.CLINICAL_REVIEWERS), make_user(roles.EDITORS)
    Article.objects.filter(pk=article.pk).update(
        stage=Article.Stage.APPROVED, approved_digest="x", approved_by=reviewer
    )

    article = roll_back(actor=editor, article=article, revision=article.current)

    article.refresh_from_db()
    assert (article.stage, article.approved_digest, article.approved_by) == (Article.Stage.WRITING, "", None)
    assert article.contributions.filter(person=editor).exists()


@pytest.mark.parametrize("role", [roles.CLINICAL_REVIEWERS, roles.ADMINISTRATORS, roles.MODERATORS])
def test_only_editors_roll_back(role):
    article = make_article()

    with pytest.raises(PermissionDenied):
        roll_back(actor=make_user(role), article=article, revision=article.current)


def test_a_version_of_another_article_is_refused():
    with pytest.raises(PermissionDenied):
        roll_back(actor=make_user(roles.EDITORS), article=make_article(), revision=make_article().current)
