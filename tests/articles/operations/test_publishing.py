import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from articles.models import Article, PublishedCareCard, Revision, SearchSection, SearchWord
from articles.operations.drafts import draft_of, save_draft
from articles.operations.publishing import NotReady, publish, retire
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import (
    approve_draft,
    block,
    care_card,
    make_article,
    make_draft,
    make_reviewed,
    sources,
    text,
)

pytestmark = pytest.mark.django_db


def test_publishing_writes_a_revision_cards_and_sections_from_the_draft():
    editor = make_user(roles.EDITORS)
    article = approve_draft(make_article(care_card(), text("Signs"), sources(), published=False))

    revision = publish(actor=editor, article=article, note="First")

    article.refresh_from_db()
    assert (article.current, article.state) == (revision, Article.State.PUBLISHED)
    assert (revision.number, revision.published_by, revision.note) == (1, editor, "First")
    assert [part["kind"] for part in revision.parts] == ["care-card", "text", "sources"]
    assert "{help:emergency}" in revision.parts[0]["html"]
    card = PublishedCareCard.objects.get()
    assert (str(card.block_id), card.revision) == (revision.blocks[0]["id"], revision)
    assert list(SearchSection.objects.filter(whole=False).values_list("heading", flat=True)) == [
        "Signs of the level emergency", "Signs",
    ]  # fmt: skip
    assert SearchWord.objects.filter(word="read").exists()


def test_publishing_again_without_a_change_writes_nothing():
    article = make_article()

    again = publish(actor=None, article=article)

    assert again == article.current
    assert Revision.objects.count() == 1


def test_readers_see_the_revision_until_the_next_is_published():
    article = make_article(text("Old words"), title="Old title")
    save_draft(actor=None, draft=make_draft(text("New words"), title="New title", slug=article.slug), article=article)

    article.refresh_from_db()
    assert (article.title, article.current.title) == ("New title", "Old title")
    assert SearchSection.objects.filter(heading="New words").count() == 0

    publish(actor=None, article=article)
    article.refresh_from_db()
    assert (article.current.title, article.current.number) == ("New title", 2)
    assert SearchSection.objects.filter(heading="Old words").count() == 0


def test_a_revision_cannot_be_changed_or_removed_by_anything():
    revision = make_article().current

    for change in (
        lambda: Revision.objects.update(title="Rewritten"),
        lambda: revision.save(),
        lambda: Revision.objects.filter(pk=revision.pk)._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            change()


def test_what_is_not_ready_is_refused_with_every_reason_and_changes_nothing():
    article = make_article(
        care_card("urgent"), care_card("emergency"), text("Cited", "<p>x[^missing]</p>"), sources("unused"),
        text("After"), published=False,
    )  # fmt: skip

    with pytest.raises(NotReady) as refused:
        publish(actor=None, article=article)

    messages = [fault.message for fault in refused.value.faults]
    assert "Care cards stand in this order: Emergency → Urgent → Not urgent." in messages
    assert "The source “missing” is not among the sources." in messages
    assert "The source “unused” is not cited anywhere." in messages
    assert "The sources are always the last block." in messages
    assert Revision.objects.count() == PublishedCareCard.objects.count() == 0


def test_an_empty_article_is_not_ready():
    article = save_draft(actor=None, draft=make_draft(sources()))

    with pytest.raises(NotReady, match="nothing to read"):
        publish(actor=None, article=article)


@pytest.mark.parametrize("role", [None, roles.CLINICAL_REVIEWERS, roles.MODERATORS, roles.ADMINISTRATORS])
def test_only_editors_write_publish_and_retire(role):
    person = make_user(*([role] if role else []))
    article = make_article()

    with pytest.raises(PermissionDenied):
        save_draft(actor=person, draft=make_draft())
    with pytest.raises(PermissionDenied):
        publish(actor=person, article=article)
    with pytest.raises(PermissionDenied):
        retire(actor=person, article=article)


def test_a_retired_article_leaves_nothing_for_readers_and_can_come_back():
    editor = make_user(roles.EDITORS)
    article = make_reviewed(care_card(), sources(), editor=editor)

    assert retire(actor=editor, article=article) is True
    assert retire(actor=editor, article=article) is False
    assert PublishedCareCard.objects.count() == SearchSection.objects.count() == 0
    assert Article.objects.published().count() == 0

    publish(actor=editor, article=article)
    assert PublishedCareCard.objects.count() == 1
    assert Revision.objects.count() == 1


def test_a_draft_with_a_bad_block_or_an_unknown_topic_is_not_stored():
    with pytest.raises(RuleViolation, match="is missing"):
        save_draft(actor=None, draft=make_draft(("steps", {"title": "", "items": []})))
    draft = make_draft()
    with pytest.raises(RuleViolation, match="There is no health topic"):
        save_draft(actor=None, draft=type(draft)(**{**vars(draft), "topics": ["unheard-of"]}))
    assert Article.objects.count() == 0


def test_blocks_keep_their_ids_when_they_move_and_change():
    first, second = text("One", "<p>one</p>"), text("Two", "<p>two</p>")
    article = make_article(first, second, published=False)
    ids = {one.data["heading"]: one.pk for one in article.blocks.all()}

    save_draft(actor=None, draft=make_draft(second, text("New"), text("One", "<p>changed</p>")), article=article)

    after = {one.data["heading"]: one.pk for one in article.blocks.all()}
    assert (after["One"], after["Two"]) == (ids["One"], ids["Two"])
    assert draft_of(article).blocks[0] == second


def test_reading_time_is_counted_where_nobody_says_it():
    article = make_article(block("text", {"heading": "Long", "html": f"<p>{'word ' * 900}</p>"}))

    assert article.current.minutes == 5
