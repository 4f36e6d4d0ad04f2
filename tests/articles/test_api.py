"""The library over the API."""

import pytest

from articles.operations.publishing import retire
from portal.accounts import roles
from portal.safety.published import shipped_rows, write
from tests.factories.accounts import make_user
from tests.factories.articles import block, care_card, make_article, make_reviewed, sources, text

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_holds_what_is_published_at_a_constant_price(client, django_assert_num_queries, count):
    articles = [make_article() for _number in range(count)]
    make_article(title="Hidden draft", published=False)
    retire(actor=None, article=make_article())

    with django_assert_num_queries(1):  # the guides
        answer = client.get(LIST)

    assert [row["slug"] for row in answer.json()["results"]] == [article.slug for article in articles]
    assert "Hidden" not in answer.text


def test_a_guide_comes_as_blocks_with_the_numbers_of_a_country(client, django_assert_num_queries):
    article = make_article(care_card(), text("Body"), sources())

    with django_assert_num_queries(1):  # the guide
        answer = client.get(f"{LIST}{article.slug}/?country=US")

    blocks = answer.json()["blocks"]
    assert [one["kind"] for one in blocks] == ["care-card", "text", "sources"]
    assert blocks[0]["data"]["who"] == "Call 911."
    assert 'href="tel:911"' in blocks[0]["html"]
    assert "{help:" not in answer.text
    assert "[[sprite]]" not in answer.text


def test_asking_again_with_the_tag_costs_little(client):
    article = make_article(care_card(), sources())
    first = client.get(f"{LIST}{article.slug}/?country=GB")

    assert client.get(f"{LIST}{article.slug}/?country=GB", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(f"{LIST}{article.slug}/?country=US", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_new_emergency_number_is_told_to_who_asks_with_the_old_tag(client, settings, tmp_path):
    settings.STATE_DIR = tmp_path
    article = make_article(care_card(), sources())
    address = f"{LIST}{article.slug}/?country=GB"
    first = client.get(address)
    assert "999" in first.text

    write([{**row, "number": row["number"].replace("999", "555")} for row in shipped_rows()])
    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 200
    assert "Call 555." in again.text
    assert client.get(address, headers={"if-none-match": again["ETag"]}).status_code == 304


@pytest.mark.parametrize("person", [None, (), (roles.EDITORS,), (roles.CLINICAL_REVIEWERS,), (roles.ADMINISTRATORS,)])
def test_drafts_leak_to_nobody(client, person):
    article = make_article(text("Secret", "<p>Secret words.</p>"), published=False)
    if person is not None:
        client.force_login(make_user(*person))

    answer = client.get(f"{LIST}{article.slug}/")

    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert client.get(LIST).json()["results"] == []


def test_the_draft_of_a_published_guide_stays_out(client):
    article = make_article(title="Old title")
    article.title = "Draft title"
    article.save()

    assert client.get(LIST).json()["results"][0]["title"] == "Old title"
    assert "Draft title" not in client.get(f"{LIST}{article.slug}/").text


def test_the_list_can_be_narrowed_to_a_topic_and_a_language(client):
    make_article(topics=["sleep"], slug="about-sleep")
    make_article(topics=["eating"])

    assert [row["slug"] for row in client.get(LIST, {"topic": "sleep"}).json()["results"]] == ["about-sleep"]
    assert client.get(LIST, {"topic": "\x00"}).json()["results"] != [1]
    assert client.get(LIST, {"language": "xx"}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    article = make_article()
    client.force_login(make_user(roles.EDITORS))

    assert getattr(client, method)(f"{LIST}{article.slug}/").status_code in {401, 403, 405}


def test_offers_carry_their_reference(client):
    article = make_article(text(), block("plan-offer", {"template": "walking-starter", "text": "Walk."}))

    assert client.get(f"{LIST}{article.slug}/").json()["blocks"][1]["data"]["template"] == "walking-starter"


@pytest.mark.parametrize("count", [1, 3])
def test_care_cards_of_all_guides_come_with_the_numbers_of_a_country(client, django_assert_num_queries, count):
    for _number in range(count):
        make_article(care_card("urgent"), care_card("non-urgent"), sources())
    make_article(care_card(title="Hidden"), sources(), published=False)
    retire(actor=None, article=make_article(care_card(title="Retired"), sources()))

    with django_assert_num_queries(1):  # the cards
        answer = client.get("/api/v1/care-cards/?language=en&country=US")

    assert [card["level"] for card in answer.json()] == ["urgent"] * count + ["non-urgent"] * count
    assert answer.json()[0]["data"]["who"] == "Call 911."
    assert not [word for word in ("{help:", "[[sprite]]", "Hidden", "Retired") if word in answer.text]


@pytest.mark.parametrize("address", [LIST, "/api/v1/care-cards/"])
def test_lists_carry_a_tag_that_changes_with_what_they_say(client, address):
    make_article(care_card(), sources())
    tag = {"if-none-match": client.get(f"{address}?country=GB")["ETag"]}

    assert client.get(f"{address}?country=GB", headers=tag).status_code == 304
    make_article(care_card(), sources())
    assert client.get(f"{address}?country=GB", headers=tag).status_code == 200


def test_the_history_of_a_published_guide_is_public(client, django_assert_num_queries):
    article = make_reviewed()

    with django_assert_num_queries(2):  # the guide, its versions
        rows = client.get(f"{LIST}{article.slug}/versions/").json()

    assert [(row["number"], row["minor"], row["reviewed"], row["sample"]) for row in rows] == [(1, False, True, False)]
    assert "reviewed_by" not in rows[0]


def test_a_draft_and_a_retired_guide_have_no_history(client):
    draft, retired = make_article(published=False), make_article()
    retire(actor=None, article=retired)

    for article in (draft, retired):
        assert client.get(f"{LIST}{article.slug}/versions/").status_code == 404
