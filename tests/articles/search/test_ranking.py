import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article
from articles.opening import CONTENT
from articles.search import mended, ranked, search
from articles.search.intents import intents
from portal.vocabulary import opening as vocabulary
from tests.factories.articles import make_article, text

pytestmark = pytest.mark.django_db
MOST_QUERIES = (
    9  # how many there are, words, repairs, beginnings, words again, topics' names, ranking, excerpts, guides
)


def best(query, count=1):
    keys = ranked(query)[:count]
    titles = dict(Article.objects.values_list("pk", "title"))
    return [titles[key] for key in keys]


@pytest.fixture
def gout():
    filler = "<p>Gout hurts in the toe. Gout comes again. Gout is old.</p>"
    make_article(text("information", filler), text("symptoms", "<p>The toe is hot.</p>"), title="Gout")
    make_article(text("inheritance", filler), text("causes", "<p>Crystals.</p>"), title="Gout in families")
    make_article(text("information", filler), title="Gout of the horse and the mule")


def test_the_guide_whose_whole_title_is_asked_for_comes_first(gout):
    assert best("gout") == ["Gout"]
    assert best("gout of a horse or mule") == ["Gout of the horse and the mule"]


def test_a_question_prefers_the_guide_with_the_heading_that_answers(gout):
    assert best("what causes gout?") == ["Gout in families"]


@pytest.mark.parametrize(
    ("query", "stem"),
    [
        ("What are the symptoms of gout", "symptom"),
        ("how is it treated", "treatment"),
        ("Is gout inherited?", "inherit"),
        ("How many people are affected by gout", "frequenc"),
        ("how to diagnose gout", "exam"),
        ("what causes gout", "caus"),
    ],
)
def test_the_words_of_a_question_say_which_headings_answer(query, stem):
    assert stem in intents(query)


def test_a_name_alone_asks_for_no_heading():
    assert intents("gout") == ()


@pytest.mark.parametrize(
    "query",
    ["cannot feel my legs and lost control of my bladder", "I can't feel my legs", "lost control of bladder"],
)
def test_words_of_danger_find_the_guide_to_the_emergency_first(query):
    vocabulary.load(True)
    call_command("import_articles", str(CONTENT), verbosity=0)

    assert Article.objects.get(pk=ranked(query)[0]).slug == "spinal-cord-compression"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(max_size=300)
    | st.lists(st.sampled_from(["gout", "gowt", "a&b", ":*", "'", "\\", "|", "toe"])).map(" ".join)
)
def test_any_query_is_answered_with_a_bounded_number_of_queries(gout, query):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        search(AnonymousUser(), query, "en", 5)
    assert len(asked) <= MOST_QUERIES
    mended(query, "en")


def test_words_of_a_letter_do_not_count_in_a_paragraph(gout):
    make_article(
        text("Letters", "<p>Thank your husband, doctor and daughter in a letter.</p>"), title="Writing letters"
    )

    typed = "Dear doctor, my husband and my daughter thank you for an answer. He has gout. We live in a small town."

    assert best(typed) == ["Gout"]


def test_a_name_that_is_an_ordinary_word_finds_its_guide(gout):
    make_article(text("information", "<p>Cells of the blood.</p>"), title="Acute leukaemia (ALL)")

    assert best("ALL") == ["Acute leukaemia (ALL)"]
    assert search(AnonymousUser(), "ALL", "en", 5)[0].title == "Acute leukaemia (ALL)"


def test_a_name_with_a_figure_in_it_is_a_word_like_any_other(gout):
    make_article(text("information", "<p>A flu of birds, H5N1, is rare.</p>"), title="Flu of birds")

    assert best("H5N1") == ["Flu of birds"]
    assert mended("h5n1", "en") == ()
