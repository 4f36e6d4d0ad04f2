"""Names to go on with while somebody types: only of what is published, however it is spelt."""

import pytest

from articles.operations.publishing import retire
from articles.operations.words import rebuild_words
from articles.search.suggestions import suggestions
from tests.factories.articles import block, make_article, make_topic

pytestmark = pytest.mark.django_db


def offered(typed):
    return [one.text for one in suggestions(typed, "en")]


def words(*terms):
    return block("glossary", {"terms": [{"term": term, "meaning": "What it means."} for term in terms]})


@pytest.fixture
def library():
    make_topic("bones", name="Cancer in the bones", synonyms=("Bone mets",))
    make_article(words("Bone scan"), title="Cancer and lower back pain", topics=["bones"])


def test_titles_topics_other_names_and_explained_words_are_offered_by_the_beginning_of_any_word(library):
    assert offered("bo") == ["Bone mets", "Bone scan", "Cancer in the bones"]
    assert offered("low") == ["Cancer and lower back pain"]
    assert offered("pain canc") == ["Cancer and lower back pain"]
    assert {one.kind for one in suggestions("bo", "en")} == {"topic", "word"}


def test_a_slip_of_the_fingers_still_finds_names(library):
    rebuild_words("en")
    assert offered("cancr") == ["Cancer in the bones", "Cancer and lower back pain"]
    assert offered("lowr bacj") == ["Cancer and lower back pain"]


def test_drafts_and_retired_guides_are_never_offered():
    make_article(words("Hiddenword"), title="Hidden draft", published=False)
    retire(actor=None, article=make_article(words("Hiddenword"), title="Hidden and retired"))
    assert offered("hidden") == []


def test_a_draft_of_a_published_guide_is_not_offered_under_its_new_title():
    article = make_article(title="Plain name")
    type(article).objects.filter(pk=article.pk).update(title="Unseen name")
    assert offered("name") == ["Plain name"]


def test_the_same_name_is_offered_once():
    make_topic("night", name="Night pain")
    make_article(words("night pain"), title="Night Pain", topics=["night"])
    assert offered("night") == ["Night pain"]


def test_there_are_never_more_than_eight():
    make_article(words(*(f"Word {number}" for number in range(12))))
    assert len(offered("word")) == 8


@pytest.mark.parametrize(
    "typed", ["", "a", " ", "%", "(", "\\m", "x" * 81, "one two three four five six seven eight nine"]
)
def test_too_little_and_too_much_ask_the_database_nothing(django_assert_num_queries, typed):
    with django_assert_num_queries(0):
        assert offered(typed) == []


@pytest.mark.parametrize("typed", ["bone.*", "bone'; --", "b0ne\x00", "bone(", "[bone", "bone|"])
def test_signs_of_a_pattern_are_only_signs(library, typed):
    assert "Cancer and lower back pain" not in offered(typed)


@pytest.mark.parametrize("count", [1, 3])
def test_one_query_finds_beginnings_and_a_second_one_slips(django_assert_num_queries, count):
    for number in range(count):
        make_article(title=f"Sleeping well {number}")
    rebuild_words("en")
    with django_assert_num_queries(1):  # the names
        assert len(offered("sleep")) == count
    with django_assert_num_queries(2):  # the names, the nearly same names
        assert len(offered("slepe")) == count
