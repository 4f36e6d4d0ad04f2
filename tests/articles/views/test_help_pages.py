"""When to get help, and its card: published signs only, the most urgent first, with the numbers of a country."""

import pytest

from articles.operations.publishing import retire
from tests.factories.articles import care_card, make_article, sources

pytestmark = pytest.mark.django_db
PAGE = "/en/learn/get-help/"
CARD = "/en/learn/get-help/card/"


def make_signs(count=1):
    return [make_article(care_card("emergency"), care_card("urgent"), sources()) for _ in range(count)]


@pytest.mark.parametrize("address", [PAGE, CARD])
@pytest.mark.parametrize("count", [1, 3])
def test_the_signs_cost_one_query_however_many_there_are(client, django_assert_num_queries, address, count):
    make_signs(count)

    with django_assert_num_queries(1):  # the published care cards
        page = client.get(address)

    assert "Weak legs" in page.text


def test_the_most_urgent_signs_stand_first_each_with_its_guide(client):
    make_article(care_card("urgent", title="Later"), sources(), title="First guide")
    make_article(care_card("emergency", title="At once"), sources(), title="Second guide")

    page = client.get(PAGE).text

    assert page.index("At once") < page.index("Second guide") < page.index("Later") < page.index("First guide")


@pytest.mark.parametrize("address", [PAGE, CARD])
def test_drafts_and_retired_guides_give_no_signs(client, address):
    make_article(
        care_card("emergency", symptoms=[{"text": "Draft sign", "source": "nice"}]), sources(), published=False
    )
    old = make_article(care_card("emergency", symptoms=[{"text": "Old sign", "source": "nice"}]), sources())
    retire(actor=None, article=old)

    page = client.get(address)

    assert page.status_code == 200
    assert "Draft sign" not in page.text
    assert "Old sign" not in page.text
    assert "/urgent-help/" in page.text


@pytest.mark.parametrize("address", [PAGE, CARD])
def test_another_country_has_its_own_numbers_and_is_remembered_on_the_device(client, address):
    make_signs()

    british, american = client.get(f"{address}?country=GB"), client.get(f"{address}?country=US")

    assert "999" in british.text
    assert "911" in american.text
    assert "911" in client.get(address).text


def test_no_two_things_on_the_page_share_an_id_and_sources_lead_to_the_guide(client):
    articles = make_signs(2)

    page = client.get(PAGE).text
    ids = [piece.split('"')[0] for piece in page.split(' id="')[1:]]

    assert len(ids) == len(set(ids))
    assert f'href="{articles[0].get_absolute_url()}#' in page


def test_hostile_words_stay_words(client):
    make_article(care_card("emergency", title="<script>alert(1)</script>"), sources())

    assert "<script>alert" not in client.get(PAGE).text
    assert "<script>alert" not in client.get(CARD).text


def test_a_language_without_content_is_not_there(client):
    assert client.get("/xx/learn/get-help/").status_code == 404


def test_every_sign_stands_on_the_card_once_with_lines_to_write_on(client):
    make_signs(2)

    card = client.get(CARD).text

    assert card.count("<li>Weak legs") == 2  # once for each level
    assert card.count('class="alertcard__line"') == 2
