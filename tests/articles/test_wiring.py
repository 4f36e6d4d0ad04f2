"""What this house offers the shared rooms."""

import pytest
from django.contrib.auth.models import AnonymousUser

from articles.models import Article
from articles.operations.drafts import save_draft
from articles.operations.publishing import publish
from articles.reads import care_cards, for_reader
from portal.accounts import roles
from portal.core.opening import openings
from portal.core.personal_data import holders
from portal.core.related import offer_sources
from portal.core.reportables import reportables
from portal.vocabulary import opening as vocabulary
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, care_card, make_article, make_draft, sources, text

pytestmark = pytest.mark.django_db


def test_the_opening_loads_the_articles_once_and_leaves_changes_alone():
    vocabulary.load(True)
    opening = openings.get("articles")

    assert opening.order == 20
    assert opening.load(True) == "Articles: 12 published."
    Article.objects.filter(slug="pain-medicines").update(title="Changed by an editor")
    assert opening.load(False) == "Articles: 12 published."
    assert Article.objects.get(slug="pain-medicines").title == "Changed by an editor"


def test_a_guide_can_be_reported_as_it_was_published():
    article = make_article(text("Heading", "<p>Wrong words.</p>"), title="A title")
    kind = reportables.get("articles.article")

    found = kind.find(AnonymousUser(), str(article.pk))
    snapshot = kind.snapshot(found)

    assert found == kind.load(str(article.pk)) == article
    assert (snapshot.title, snapshot.edit_number) == ("A title", 1)
    assert "Wrong words." in snapshot.text
    assert (kind.scope(found), kind.author_id(found), kind.author_name(found)) == ("site", None, "")
    assert kind.place(found) == "A title"
    assert kind.url(found) == article.get_absolute_url()


def test_a_draft_cannot_be_reported_and_a_wrong_key_finds_nothing():
    draft = make_article(published=False)
    kind = reportables.get("articles.article")

    assert kind.find(AnonymousUser(), str(draft.pk)) is None
    assert kind.find(make_user(roles.EDITORS), str(draft.pk)) is None
    assert kind.find(AnonymousUser(), "not-a-key") is None
    assert kind.snapshot(draft).text == ""


def test_guides_are_offered_beside_other_things_by_topic():
    article = make_article(topics=["sleep"], title="Sleep")
    make_article(topics=["sleep"], published=False)
    source = offer_sources.get("articles")

    offers = source.offers(AnonymousUser(), ["sleep", "eating"], 5)

    assert [(offer.title, offer.url, offer.part) for offer in offers] == [
        ("Sleep", article.get_absolute_url(), "learn")
    ]
    assert source.find(AnonymousUser(), article.slug) == offers[0]
    assert source.find(AnonymousUser(), "none") is None


def test_a_person_takes_home_what_they_own_and_published_and_leaves_no_ownership_behind():
    editor = make_user(roles.EDITORS)

    article = save_draft(actor=editor, draft=make_draft())
    publish(actor=editor, article=approve_draft(article), note="First")
    holder = holders.get("articles")

    assert [row["slug"] for row in holder.export(editor)["guides"]] == [article.slug]
    assert [row["note"] for row in holder.export(editor)["versions"]] == ["First"]
    holder.erase(editor, False)
    holder.erase(editor, False)
    article.refresh_from_db()
    assert article.owner is None


def test_published_care_cards_come_most_urgent_first_with_a_countrys_numbers():
    make_article(care_card("urgent"), sources(), slug="one", position=1)
    make_article(care_card("emergency"), sources(), slug="two", position=2)
    make_article(care_card("emergency"), sources(), published=False)

    cards = care_cards("en")

    assert [card.level for card in cards] == ["emergency", "urgent"]
    assert [card.level for card in care_cards("en", "one")] == ["urgent"]
    assert 'href="tel:112"' in for_reader(cards[0].html, "TR")
