"""Words explained and organisations: gathered from what is published, and only from that."""

import pytest

from articles.operations.drafts import draft_of
from articles.operations.publishing import retire
from tests.factories.articles import block, make_article

pytestmark = pytest.mark.django_db
GLOSSARY = "/en/learn/glossary/"
ORGANISATIONS = "/en/learn/organisations/"


def words(*pairs):
    return block("glossary", {"terms": [{"term": term, "meaning": meaning} for term, meaning in pairs]})


def helpers(*rows):
    items = [{"what": "They listen.", "url": "https://example.org/help", **row} for row in rows]
    return block("organisations", {"title": "Who helps", "items": items})


@pytest.mark.parametrize("count", [1, 3])
def test_the_glossary_costs_one_query_however_many_words(client, django_assert_num_queries, count):
    for number in range(count):
        make_article(words((f"Word{number}", "A **plain** meaning.")))

    with django_assert_num_queries(1):  # the terms with their guides
        page = client.get(GLOSSARY)

    assert page.text.count("<dfn>") == count
    assert "A plain meaning." in page.text


def test_words_stand_in_order_under_their_letters_each_once(client):
    make_article(words(("Nerve", "A line for messages."), ("bone scan", "A picture of bones.")))
    make_article(words(("nerve", "Something else.")))

    page = client.get(GLOSSARY).text

    assert page.index('id="word-bone-scan"') < page.index('id="word-nerve"')
    assert page.count('id="word-nerve"') == 1
    assert "Something else." not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_directory_costs_two_queries_however_many_organisations(client, django_assert_num_queries, count):
    make_article(helpers(*({"name": f"House {number}", "country": "GB"} for number in range(count))))

    with django_assert_num_queries(2):  # the countries, the organisations
        page = client.get(ORGANISATIONS)

    assert page.text.count('class="rows__go"') == count


def test_organisations_are_chosen_by_country_and_kind(client):
    make_article(
        helpers(
            {"name": "British line", "country": "GB", "kind": "helpline"},
            {"name": "British talks", "country": "GB", "kind": "counselling"},
            {"name": "American line", "country": "US", "kind": "helpline"},
            {"name": "Line for all", "country": "any", "kind": "helpline"},
        )
    )

    page = client.get(ORGANISATIONS, {"country": "GB", "kind": "helpline"}).text

    assert "British line" in page
    assert "Line for all" in page
    assert "British talks" not in page
    assert "American line" not in page


def test_what_nobody_offers_is_answered_kindly(client):
    make_article(helpers({"name": "British line", "country": "GB", "kind": "helpline"}))

    page = client.get(ORGANISATIONS, {"country": "GB", "kind": "workshop"})

    assert "We know of none like this yet" in page.text


@pytest.mark.parametrize("address", [GLOSSARY, ORGANISATIONS])
def test_drafts_and_retired_guides_give_nothing(client, address):
    blocks = [words(("Hiddenword", "Meaning.")), helpers({"name": "Hidden house", "country": "GB"})]
    make_article(*blocks, published=False)
    retire(actor=None, article=make_article(*blocks))

    page = client.get(address)

    assert page.status_code == 200
    assert "Hiddenword" not in page.text
    assert "Hidden house" not in page.text


def test_hostile_names_stay_words(client):
    evil = "<script>alert(1)</script>"
    make_article(words((evil, evil)), helpers({"name": evil, "what": evil, "country": "GB"}))

    assert "<script>alert" not in client.get(GLOSSARY).text
    assert "<script>alert" not in client.get(ORGANISATIONS).text


def test_an_organisation_without_a_kind_is_stored_as_before_kinds_were_known():
    article = make_article(helpers({"name": "House", "country": "GB"}, {"name": "Home", "country": "GB", "kind": ""}))

    [_kind, data] = draft_of(article).blocks[0]

    assert all("kind" not in item for item in data["items"])
