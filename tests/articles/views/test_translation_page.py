"""The page of a translation whose original moved on: it says so, and gives the newer care cards."""

import pytest

from articles.operations.drafts import save_draft
from articles.operations.publishing import publish, retire
from articles.operations.translations import brought_up_to_date, start_translation
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import care_card, make_article, make_draft, sources, text

pytestmark = pytest.mark.django_db
OTHER = "ar-x-pseudo"
NOTE = "The original was changed on"
NEWER = "This box is newer than the translation"


@pytest.fixture(autouse=True)
def two_languages(settings):
    settings.CONTENT_LANGUAGES = ["en", OTHER]


def rewrite(article, *blocks):
    words = {"slug": article.slug, "language": article.language, "title": article.title}
    save_draft(actor=None, draft=make_draft(*blocks, **words), article=article)
    publish(actor=None, article=article)
    article.refresh_from_db()


@pytest.fixture
def source():
    cards = care_card("emergency", title="Call now"), care_card("urgent", title="Call today")
    return make_article(*cards, text("Rest"), sources(), title="The original")


@pytest.fixture
def translation(source):
    made = start_translation(actor=make_user(roles.EDITORS), source=source, language=OTHER)
    rewrite(made, care_card("emergency", title="ENOW"), care_card("urgent", title="ETODAY"), text("Rest"), sources())
    return made


def test_a_translation_that_is_up_to_date_says_nothing(client, translation):
    page = client.get(translation.get_absolute_url()).text

    assert NOTE not in page
    assert NEWER not in page
    assert "ENOW" in page


def test_a_changed_care_card_is_shown_as_the_original_says_it_and_the_others_stay(client, source, translation):
    changed = care_card("urgent", title="Call today", timescale="Within two hours")
    rewrite(source, care_card("emergency", title="Call now"), changed, text("Rest"), sources())

    page = client.get(translation.get_absolute_url()).text

    assert NOTE in page
    assert f'href="{source.get_absolute_url()}" hreflang="en"' in page
    assert page.count(NEWER) == 1
    assert "Within two hours" in page
    assert "ETODAY" not in page
    assert "ENOW" in page
    assert page.index("ENOW") < page.index('<div lang="en" dir="ltr">') < page.index("Within two hours")


def test_numbers_on_the_newer_card_are_those_of_the_readers_country(client, source, translation):
    rewrite(source, care_card("emergency", title="Call now", timescale="At once"), text("Rest"), sources())
    client.cookies["help_country"] = "US"

    page = client.get(translation.get_absolute_url()).text

    assert "At once" in page
    assert 'href="tel:911"' in page
    assert "{help:" not in page


def test_a_card_that_is_new_in_the_original_is_shown_first(client, source, translation):
    cards = care_card("emergency", title="A new danger"), care_card("emergency", title="Call now")
    rewrite(source, *cards, care_card("urgent", title="Call today"), text("Rest"), sources())

    page = client.get(translation.get_absolute_url()).text

    assert page.count(NEWER) == 1
    assert page.index("A new danger") < page.index("ENOW")


def test_other_words_give_the_note_and_leave_the_cards(client, source, translation):
    cards = care_card("emergency", title="Call now"), care_card("urgent", title="Call today")
    rewrite(source, *cards, text("Rest", "<p>Quite other words.</p>"), sources())

    page = client.get(translation.get_absolute_url()).text

    assert NOTE in page
    assert NEWER not in page
    assert "ETODAY" in page


def test_a_retired_original_is_not_pointed_to(client, source, translation):
    rewrite(source, text("Rest", "<p>Quite other words.</p>"))
    retire(actor=None, article=source)

    page = client.get(translation.get_absolute_url()).text

    assert NOTE not in page
    assert source.get_absolute_url() not in page


def test_once_caught_up_and_published_the_page_says_nothing_again(client, source, translation):
    rewrite(source, care_card("emergency", title="Call now", timescale="At once"), text("Rest"), sources())
    brought_up_to_date(actor=make_user(roles.EDITORS), article=translation)
    assert NOTE in client.get(translation.get_absolute_url()).text

    publish(actor=None, article=translation)

    page = client.get(translation.get_absolute_url()).text
    assert NOTE not in page
    assert "ENOW" in page


@pytest.mark.parametrize("cards", [1, 3])
def test_being_out_of_date_costs_two_queries_more_at_any_number_of_cards(
    client, source, translation, django_assert_num_queries, cards
):
    many = [care_card("emergency", title=f"Sign {number}") for number in range(cards)]
    with django_assert_num_queries(4):
        client.get(translation.get_absolute_url())
    rewrite(source, *many, text("Rest"), sources())

    # the original with its current version; the version that was translated
    with django_assert_num_queries(6):
        client.get(translation.get_absolute_url())
