"""A closed tab loses nothing: what an editor typed is kept, offered to them alone, and brought back unsaved."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, DraftSave
from articles.operations.autosave import MOST
from portal.accounts import roles
from tests.articles.admin.test_admin import new_block, typed
from tests.factories.accounts import make_user
from tests.factories.articles import care_card, make_article, sources, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_step(settings):
    settings.DEMO = True


@pytest.fixture
def editor(client):
    person = make_user(roles.EDITORS)
    client.force_login(person)
    return person


def page(article, name="change"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def words(data):
    """As text, and without the empty ones: a browser sends them or not, as it likes."""
    return {name: str(value) for name, value in data.items() if value != ""}


def keep(client, article, data):
    return client.post(page(article, "autosave"), urlencode(data), content_type="application/x-www-form-urlencoded")


def test_every_field_and_block_comes_back_and_the_draft_stays_as_it_was(client, editor):
    article = make_article(text("One"), care_card(do=["Lie down"]), text("Two"), sources())
    data = typed(client.get(page(article)))
    data |= {"title": "Half a ti", "lead": "", "text-1-heading": "Two, typed on", "text-0-DELETE": "True"}
    data |= {"care-card-0-do": "Lie down\nBe st"}
    new_block(data, "text", 700, heading="Third, new", html="<p>half a sen</p>")
    new_block(data, "faq", 800, items=[{"question": "Half a quest", "answer": ""}])

    kept = keep(client, article, data)
    back = client.get(page(article) + "?restore=1")

    assert kept.json()["said"].startswith("Kept at ")
    assert words(typed(back)) == words(data)
    assert "They are not saved yet." in back.text
    assert "errornote" not in back.text
    assert Article.objects.get().title == article.title
    assert [one.data.get("heading") for one in article.blocks.filter(kind="text")] == ["One", "Two"]


def test_the_page_offers_kept_words_and_a_save_forgets_them(client, editor):
    article = make_article(text())
    keep(client, article, typed(client.get(page(article))) | {"title": "Typed"})

    offered = client.get(page(article))
    assert "that were not saved" in offered.text
    assert "data-waiting" in offered.text
    saved = client.post(page(article), typed(client.get(page(article) + "?restore=1")))

    assert saved.status_code == 302
    assert Article.objects.get().title == "Typed"
    assert not DraftSave.objects.exists()
    assert "that were not saved" not in client.get(page(article)).text


def test_kept_words_are_thrown_away_by_the_button_only(client, editor):
    article = make_article()
    keep(client, article, {"title": "Typed"})

    assert client.get(page(article, "throw_away")).status_code == 405
    assert DraftSave.objects.exists()
    assert client.post(page(article, "throw_away")).status_code == 302
    assert not DraftSave.objects.exists()


def test_words_brought_back_after_somebody_else_saved_are_stopped_once_with_their_name(client, editor):
    article = make_article(text("One"), text("Two"))
    mine = typed(client.get(page(article))) | {"text-1-heading": "My two"}
    keep(client, article, mine)
    other = Client()
    other.force_login(make_user(roles.EDITORS, display_name="Magpie"))
    other.post(page(article), typed(other.get(page(article))) | {"text-0-DELETE": "on"})

    back = client.get(page(article) + "?restore=1")
    refused = client.post(page(article), typed(back))

    assert "My two" in back.text
    assert 'value="One"' in back.text  # the removed block comes back as a new one: its words were on the page
    assert "Magpie changed this article after you opened it" in refused.text
    assert [one.data["heading"] for one in article.blocks.all()] == ["Two"]


def test_another_editor_sees_nothing_of_it(client, editor):
    article = make_article(text())
    keep(client, article, typed(client.get(page(article))) | {"title": "Secret half"})
    client.force_login(make_user(roles.EDITORS))

    for address in (page(article), page(article) + "?restore=1"):
        shown = client.get(address).text
        assert "Secret half" not in shown
        assert "that were not saved" not in shown
    client.post(page(article, "throw_away"))
    client.post(page(article), typed(client.get(page(article))) | {"lead": "Other"})
    assert DraftSave.objects.get().person == editor


@pytest.mark.parametrize("role", [None, roles.CLINICAL_REVIEWERS, roles.ADMINISTRATORS, roles.MODERATORS])
@pytest.mark.parametrize("name", ["autosave", "throw_away"])
def test_nobody_but_editors_keeps_or_throws_away(client, role, name):
    article = make_article()
    client.force_login(make_user(*([role] if role else [])))

    assert client.post(page(article, name), {"title": "x"}).status_code in {302, 403}
    assert "data-autosave" not in client.get(page(article)).text
    assert not DraftSave.objects.exists()


def test_too_much_other_bodies_and_plain_visits_are_refused(client, editor):
    article = make_article()

    assert keep(client, article, {"title": "x" * MOST}).status_code == 413
    assert client.post(page(article, "autosave"), {"title": "x"}).status_code == 415  # multipart: could hold files
    assert client.get(page(article, "autosave")).status_code == 405
    assert not DraftSave.objects.exists()


def test_a_page_of_another_site_cannot_keep_words(editor):
    article, strict = make_article(), Client(enforce_csrf_checks=True)
    strict.force_login(editor)

    assert keep(strict, article, {"title": "x"}).status_code == 403
