"""Translations begin as the original, are marked when it moves on, and are caught up by being published."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.operations.drafts import draft_of, save_draft
from articles.operations.publishing import publish, publish_minor
from articles.operations.translations import brought_up_to_date, languages_left, start_translation
from articles.operations.workflow import approve, send_to_review
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, care_card, make_article, make_draft, make_reviewed, sources, text

pytestmark = pytest.mark.django_db
OTHER = "ar-x-pseudo"


@pytest.fixture(autouse=True)
def two_languages(settings):
    settings.CONTENT_LANGUAGES = ["en", OTHER]


@pytest.fixture
def editor():
    return make_user(roles.EDITORS)


def rewrite(article, *blocks, **fields):
    words = {"slug": article.slug, "language": article.language, "title": article.title, "position": article.position}
    save_draft(actor=None, draft=make_draft(*blocks, **(words | fields)), article=article)
    article.refresh_from_db()


def republish(article, *blocks, **fields):
    rewrite(article, *blocks, **fields)
    publish(actor=None, article=article)
    article.refresh_from_db()


def translated(source, editor):
    made = start_translation(actor=editor, source=source, language=OTHER)
    publish(actor=None, article=made)
    made.refresh_from_db()
    return made


def test_a_translation_begins_with_the_blocks_and_words_that_readers_of_the_original_see(editor):
    source = make_article(care_card(), text("Rest"), sources(), title="Pain")
    rewrite(source, care_card(), text("Not published yet"), sources())

    made = start_translation(actor=editor, source=source, language=OTHER)

    assert (made.translation_of, made.source_revision, made.state) == (source, source.current, "draft")
    assert (made.slug, made.language, made.title, made.owner) == (source.slug, OTHER, "Pain", editor)
    assert [str(block.source_block_id) for block in made.blocks.all()] == [one["id"] for one in source.current.blocks]
    assert [block.data for block in made.blocks.all()] == [one["data"] for one in source.current.blocks]
    assert list(made.contributions.values_list("person", flat=True)) == [editor.pk]


def test_each_language_is_translated_into_once_and_only_from_a_published_original(editor):
    source, draft = make_article(), make_article(published=False)
    made = translated(source, editor)

    for one, language in ((source, OTHER), (source, "en"), (source, "xx"), (draft, OTHER), (made, "en")):
        with pytest.raises(RuleViolation):
            start_translation(actor=editor, source=one, language=language)
    assert languages_left(source) == []


@pytest.mark.parametrize("role", [roles.CLINICAL_REVIEWERS, roles.MODERATORS])
def test_only_editors_translate(role):
    source = make_article()

    with pytest.raises(PermissionDenied):
        start_translation(actor=make_user(role), source=source, language=OTHER)
    with pytest.raises(PermissionDenied):
        brought_up_to_date(actor=make_user(role), article=source)


@pytest.mark.parametrize(
    "after",
    [
        (care_card(), text("Rest", "<p>Other words.</p>"), sources()),
        (care_card(timescale="Within an hour"), text("Rest"), sources()),
        (text("Rest"),),
    ],
)
def test_other_words_and_another_care_card_mark_every_translation_at_once_and_keep_the_first_day(editor, after):
    source = make_article(care_card(), text("Rest"), sources())
    made = translated(source, editor)
    assert made.outdated_since is None

    republish(source, *after)
    made.refresh_from_db()
    first = made.outdated_since
    republish(source, text("Rest", "<p>Once more.</p>"))
    made.refresh_from_db()

    assert first is not None
    assert made.outdated_since == first


def test_a_change_of_the_drawing_and_a_minor_edit_mark_nothing(editor):
    source = make_reviewed(text("Rest", "<p>Lie down for a while when your back hurts and breathe slowly.</p>"))
    made = start_translation(actor=editor, source=source, language=OTHER)

    rewrite(source, text("Rest", "<p>Lie down for a bit when your back hurts and breathe slowly.</p>"),
            lead=source.lead, sample=source.sample)  # fmt: skip
    assert publish_minor(actor=editor, article=source).minor
    made.refresh_from_db()

    assert made.outdated_since is None


def test_a_translation_is_caught_up_only_when_what_the_translator_confirmed_is_published(editor):
    source = make_article(text("Rest"))
    made = translated(source, editor)
    republish(source, text("Rest", "<p>Other words.</p>"))

    publish(actor=None, article=made)
    made.refresh_from_db()
    assert made.outdated_since is not None

    brought_up_to_date(actor=editor, article=made)
    made.refresh_from_db()
    assert made.outdated_since is not None

    publish(actor=None, article=made)
    made.refresh_from_db()
    assert made.outdated_since is None
    assert made.current.source_revision == source.current


def test_an_original_that_moved_on_after_the_confirmation_leaves_the_translation_marked(editor):
    source = make_article(text("Rest"))
    made = translated(source, editor)
    republish(source, text("Rest", "<p>Second.</p>"))
    second = source.current
    brought_up_to_date(actor=editor, article=made)
    republish(source, text("Rest", "<p>Third.</p>"))

    publish(actor=None, article=made)
    made.refresh_from_db()

    assert made.outdated_since is not None
    assert made.current.source_revision == second
    with pytest.raises(RuleViolation):
        brought_up_to_date(actor=editor, article=made, seen=str(second.pk))


def test_a_confirmation_takes_an_approval_back_and_a_minor_edit_does_not_carry_it_to_readers(editor):
    source = make_reviewed(text("Rest"))
    made = start_translation(actor=editor, source=source, language=OTHER)
    approve_draft(made, editor=editor)
    publish(actor=editor, article=made)
    source.refresh_from_db()
    rewrite(source, text("Rest", "<p>Quite other words.</p>"))
    approve_draft(source)
    publish(actor=make_user(roles.EDITORS), article=source)

    brought_up_to_date(actor=editor, article=made)
    with pytest.raises(RuleViolation):
        publish(actor=editor, article=made)
    publish_minor(actor=editor, article=made)
    made.refresh_from_db()
    assert made.outdated_since is not None

    send_to_review(actor=editor, article=made)
    approve(actor=make_user(roles.CLINICAL_REVIEWERS), article=made)
    publish(actor=editor, article=made)
    made.refresh_from_db()
    assert made.outdated_since is None


def test_the_tie_to_the_original_changes_no_digest_and_is_kept_in_what_is_published(editor):
    source = make_article(text("Rest"))
    made = translated(source, editor)
    before = draft_of(made).digest

    made.blocks.update(source_block_id=None)

    assert draft_of(made).digest == before
    assert [one["source_block_id"] for one in made.current.blocks] == [one["id"] for one in source.current.blocks]
    assert "source_block_id" not in source.current.blocks[0]
