"""Words that were typed and not saved: one set for each person and article, and theirs alone."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import DraftSave
from articles.operations.autosave import MOST, forget_typed, keep_typed, typed_by
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


def test_the_last_words_stand_in_place_of_the_earlier_ones():
    article, editor = make_article(), make_user(roles.EDITORS)

    keep_typed(actor=editor, article=article, typed={"title": ["One"], "seen": ["then"]})
    keep_typed(actor=editor, article=article, typed={"title": ["Two"], "seen": ["then"]})

    kept = DraftSave.objects.get()
    assert (kept.data["title"], kept.seen) == (["Two"], "then")


def test_tokens_buttons_and_empty_forms_are_not_kept():
    article, editor = make_article(), make_user(roles.EDITORS)

    typed = {"csrfmiddlewaretoken": ["secret"], "_save": ["Save"], "text-__prefix__-heading": [""], "title": ["a\0b"]}
    kept = keep_typed(actor=editor, article=article, typed=typed)

    assert kept.data == {"title": ["ab"]}


def test_what_is_no_word_or_too_long_is_not_kept():
    article, editor = make_article(), make_user(roles.EDITORS)

    for typed in ({"title": [{"a": 1}]}, {"title": ["x" * MOST]}):
        with pytest.raises(RuleViolation):
            keep_typed(actor=editor, article=article, typed=typed)

    assert not DraftSave.objects.exists()


@pytest.mark.parametrize("role", [None, roles.CLINICAL_REVIEWERS, roles.ADMINISTRATORS, roles.MODERATORS])
def test_only_editors_keep_words(role):
    person = make_user(*([role] if role else []))

    with pytest.raises(PermissionDenied):
        keep_typed(actor=person, article=make_article(), typed={"title": ["x"]})


def test_nobody_gets_or_throws_away_the_words_of_somebody_else():
    article, editor, other = make_article(), make_user(roles.EDITORS), make_user(roles.EDITORS)
    kept = keep_typed(actor=editor, article=article, typed={"title": ["Mine"]})

    assert typed_by(other, article) is None
    assert not forget_typed(actor=other, article=article)
    assert typed_by(editor, article) == kept
    assert forget_typed(actor=editor, article=article)
    assert typed_by(editor, article) is None
