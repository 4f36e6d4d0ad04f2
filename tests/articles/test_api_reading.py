"""The library for programs: searching it, asking again with a tag, and a description with true examples."""

import pytest

from articles.api import examples as api_examples
from articles.operations.publishing import retire
from tests.factories.accounts import make_user
from tests.factories.articles import care_card, make_article, make_reviewed, sources, text

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"
CARDS = "/api/v1/care-cards/"


def slugs(client, **asked):
    return [row["slug"] for row in client.get(LIST, asked).json()["results"]]


def test_words_are_looked_for_as_on_the_search_page(client):
    make_article(text("Nights", "<p>A pillow helps a little.</p>"), title="Nights", slug="nights")
    make_article(text("Pillows", "<p>Which pillow to choose.</p>"), title="Choosing a pillow", slug="pillows")
    make_article(text("Meals", "<p>Soup.</p>"), title="Meals", slug="meals")

    assert slugs(client, q="pillow") == ["pillows", "nights"]
    assert slugs(client, q="pilow") == ["pillows", "nights"]
    assert slugs(client, q="giraffe") == []
    assert len(slugs(client, q="  ")) == 3


def test_a_search_can_be_narrowed_to_a_topic_and_a_language(client):
    make_article(text("Pillows"), title="Pillow one", slug="one", topics=["sleep"])
    make_article(text("Pillows"), title="Pillow two", slug="two", topics=["back-pain"])

    assert slugs(client, q="pillow", topic="sleep") == ["one"]
    assert slugs(client, q="pillow", topic="no-such-topic") == []


def test_a_search_finds_what_is_published_only(client):
    make_article(title="Pillow draft", published=False)
    retire(actor=None, article=make_article(title="Pillow retired"))

    assert slugs(client, q="pillow") == []


@pytest.mark.parametrize("words", ["\x00", "'", "a & !b | (", "%", "x" * 5000, "🙂", "\\"])
def test_odd_words_find_nothing_and_break_nothing(client, words):
    make_article()

    assert slugs(client, q=words) == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_has_a_constant_price(client, django_assert_num_queries, count):
    for _number in range(count):
        make_article(title="About pillows")

    with django_assert_num_queries(5):  # how many guides, the words, names of topics, the ranking, the guides
        assert len(slugs(client, q="pillows")) == count


def publish_one_more():
    make_reviewed(care_card(title="More pillow signs"), sources(), title="One more pillow")


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("address", [LIST, f"{LIST}?q=pillow", f"{LIST}?topic=back-pain", CARDS, f"{CARDS}?country=US"])
def test_every_list_answers_304_until_something_is_published_or_retired(client, address, signed_in):
    if signed_in:
        client.force_login(make_user())
    article = make_reviewed(care_card(), sources(), title="A pillow")
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])

    publish_one_more()
    more = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (more.status_code, more["ETag"] == first["ETag"]) == (200, False)
    retire(actor=None, article=article)
    assert client.get(address, headers={"If-None-Match": more["ETag"]}).status_code == 200


@pytest.mark.parametrize("more", ["", "versions/"])
def test_every_guide_answers_304_until_it_changes_and_404_once_it_is_retired(client, more):
    article = make_reviewed(care_card(), sources())
    address = f"{LIST}{article.slug}/{more}"
    tag = {"If-None-Match": client.get(address)["ETag"]}

    again = client.get(address, headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200
    retire(actor=None, article=article)
    assert client.get(address, headers=tag).status_code == 404


@pytest.mark.parametrize("address", [f"{LIST}{{slug}}/", LIST, CARDS])
def test_a_tag_of_one_country_is_none_of_another(client, address):
    address = address.format(slug=make_reviewed(care_card(), sources(), lead="Call {help:emergency}.").slug)
    tag = client.get(f"{address}?country=GB")["ETag"]

    assert client.get(f"{address}?country=US", headers={"If-None-Match": tag}).status_code == 200


def examples_of(schema, path):
    told = schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    return [example["value"] for example in told["examples"].values()]


def shape(value):
    """The names in an answer, and of what sort what stands there is: what an example promises."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(inner) for inner in value[:1]] if isinstance(value, list) else type(value).__name__


def test_each_read_has_an_example_of_the_shape_of_a_true_answer(client):
    schema = client.get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"}).json()
    of_words = make_reviewed(text("Lying down"), slug="of-words")
    true = {
        LIST: client.get(LIST).json(),
        f"{LIST}{{slug}}/": client.get(f"{LIST}{of_words.slug}/").json(),
        f"{LIST}{{slug}}/versions/": client.get(f"{LIST}{of_words.slug}/versions/").json(),
    }
    make_reviewed(care_card(), sources())
    true[CARDS] = client.get(CARDS).json()

    for path, answer in true.items():
        (example,) = examples_of(schema, path)
        rows = example["results"] if path == LIST else example
        assert shape(rows) == shape(answer["results"] if path == LIST else answer), path


def test_the_examples_name_one_guide():
    assert api_examples.DETAIL["slug"] == api_examples.CARD["slug"] == api_examples.CARE_CARD["article"]
