"""Translations in the admin: begun by an editor, read beside the original, and confirmed."""

import pytest
from django.urls import reverse

from articles.models import Article
from articles.operations.drafts import save_draft
from articles.operations.publishing import publish
from articles.operations.translations import start_translation
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import care_card, make_article, make_draft, sources, text

pytestmark = pytest.mark.django_db
OTHER = "ar-x-pseudo"


@pytest.fixture(autouse=True)
def two_languages(settings):
    settings.DEMO = True
    settings.CONTENT_LANGUAGES = ["en", OTHER]


@pytest.fixture
def source():
    return make_article(care_card(), text("Rest", "<p>Lie down.</p>"), text("Old part"), sources(), title="Pain")


@pytest.fixture
def translation(source):
    return start_translation(actor=make_user(roles.EDITORS), source=source, language=OTHER)


def address(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def change_original(source):
    blocks = care_card(), text("Rest", "<p>Sit down.</p>"), text("New part"), sources()
    words = {"slug": source.slug, "title": source.title, "lead": source.lead}
    save_draft(actor=None, draft=make_draft(*blocks, **words), article=source)
    publish(actor=None, article=source)
    source.refresh_from_db()


def test_an_editor_chooses_a_language_on_the_article_and_lands_in_the_new_draft(client, source):
    client.force_login(make_user(roles.EDITORS))

    assert address("translate", source) in client.get(address("change", source)).text
    assert f'<option value="{OTHER}">' in client.get(address("translate", source)).text
    answer = client.post(address("translate", source), {"language": OTHER})

    made = Article.objects.get(translation_of=source)
    assert answer.headers["Location"] == address("change", made)
    assert made.language == OTHER
    assert address("beside", made) in client.get(address("change", made)).text
    assert address("beside", made) in client.get(address("translate", source)).text


def test_a_language_that_is_taken_is_not_offered_and_not_made_again(client, source, translation):
    client.force_login(make_user(roles.EDITORS))

    answer = client.post(address("translate", source), {"language": OTHER})

    assert "There is no language left" in answer.text
    assert Article.objects.filter(translation_of=source).count() == 1


@pytest.mark.parametrize("role", [roles.CLINICAL_REVIEWERS, roles.MODERATORS, roles.ADMINISTRATORS])
def test_others_cannot_begin_a_translation(client, source, role):
    client.force_login(make_user(role))

    assert client.post(address("translate", source), {"language": OTHER}).status_code == 403
    assert not Article.objects.filter(translation_of=source).exists()


@pytest.mark.parametrize("role", [roles.EDITORS, roles.CLINICAL_REVIEWERS])
def test_the_newsroom_sees_each_block_beside_its_translation_with_what_changed_marked(
    client, source, translation, role
):
    one = translation.blocks.get(kind="text", data__heading="Rest")
    one.data = {**one.data, "heading": "TSER", "html": "<p>NWOD EIL.</p>"}
    one.save()
    change_original(source)
    client.force_login(make_user(role))

    shown = client.get(address("beside", translation))

    pairs = {pair.heading: pair for pair in shown.context["pairs"]}
    assert [line.line.runs[0].text for line in pairs["Rest"].own] == ["TSER", "NWOD EIL."]
    assert [(run.how, run.text) for run in pairs["Rest"].original[1].line.runs if run.how != "same"] == [
        ("removed", "Lie"),
        ("added", "Sit"),
    ]
    assert "NWOD EIL." in shown.text
    assert pairs["Sources"].how == "same"
    assert "2 parts changed" in shown.text
    assert ("It says what the original says now" in shown.text) == (role == roles.EDITORS)


def test_the_button_confirms_what_was_on_the_page_and_nothing_newer(client, source, translation):
    client.force_login(make_user(roles.EDITORS))
    change_original(source)
    seen = str(source.current_id)

    stale = client.post(address("beside", translation), {"seen": str(translation.source_revision_id)}, follow=True)
    translation.refresh_from_db()
    assert "The original changed after you opened it." in stale.text
    assert str(translation.source_revision_id) != seen

    client.post(address("beside", translation), {"seen": seen})
    translation.refresh_from_db()
    assert str(translation.source_revision_id) == seen
    assert "Nothing changed since this was translated." in client.get(address("beside", translation)).text


def test_a_reviewer_cannot_confirm_and_others_cannot_look(client, source, translation):
    change_original(source)
    before = translation.source_revision_id
    client.force_login(make_user(roles.CLINICAL_REVIEWERS))
    assert client.post(address("beside", translation), {"seen": str(source.current_id)}).status_code == 403
    client.force_login(make_user(roles.MODERATORS))
    assert client.get(address("beside", translation)).status_code == 403

    translation.refresh_from_db()
    assert translation.source_revision_id == before


def test_an_article_that_is_no_translation_has_no_original_beside_it(client, source):
    client.force_login(make_user(roles.EDITORS))

    assert client.get(address("beside", source)).status_code == 404


def test_hostile_words_stand_beside_each_other_as_words(client):
    source = make_article(text("<script>alert(1)</script>"))
    made = start_translation(actor=make_user(roles.EDITORS), source=source, language=OTHER)
    client.force_login(make_user(roles.EDITORS))

    assert "<script>alert" not in client.get(address("beside", made)).text
