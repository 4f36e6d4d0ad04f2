import pytest
from django.contrib.auth.models import AnonymousUser

from articles.operations.publishing import retire
from articles.operations.words import rebuild_words
from articles.search import mended, ranked, search, search_as_typed
from portal.core.search import search_sources
from tests.factories.articles import block, care_card, make_article, make_topic, sources, text

pytestmark = pytest.mark.django_db


def find(query, limit=5):
    return list(search_sources.get("articles").search(AnonymousUser(), query, "en", limit))


def titles(query):
    return [hit.title for hit in find(query)]


@pytest.fixture
def library():
    make_topic("bone-metastases", name="Cancer in the bones", synonyms=("bone mets", "bone metastases"))
    make_topic("drinking", name="Drinking", synonyms=("hydration", "fluids"))
    return [
        make_article(
            text("What it is", "<p>Cancer that has spread to a bone is a metastasis. Pain at night is common.</p>"),
            title="Cancer in the bones", slug="bones", topics=["bone-metastases"],
        ),
        make_article(
            text("How much", "<p>Six to eight cups of water a day are enough for most people.</p>"),
            text("In the heat", "<p>Sip more often when it is hot or when you have a fever.</p>"),
            title="Drinking enough", slug="drinking", topics=["drinking"],
        ),
        make_article(
            text("Night", "<p>A pillow between the knees may ease pain in your sleep. Keep water near.</p>"),
            title="Sleeping with a sore back", slug="sleeping", topics=["back-pain"],
        ),
    ]  # fmt: skip


def test_words_in_a_title_weigh_more_than_in_the_text(library):
    make_article(text("Other", "<p>Drinking drinking drinking is mentioned here.</p>"), title="Something else")

    assert titles("drinking")[0] == "Drinking enough"


def test_an_answer_leads_to_its_section_with_the_words_marked(library):
    hit = find("fever sip")[0]

    assert hit.url == "/en/learn/drinking/#in-the-heat"
    assert hit.meta == "In the heat"
    assert "<mark>Sip</mark>" in hit.excerpt


@pytest.mark.parametrize(
    ("typed", "meant", "title"),
    [
        ("metastisis", "metastasis", "Cancer in the bones"),
        ("metastassis", "metastasis", "Cancer in the bones"),
        ("drnking", "drinking", "Drinking enough"),
        ("dirnking", "drinking", "Drinking enough"),
        ("hydratoin", "hydration", "Drinking enough"),
        ("slepeing pilow", "sleeping pillow", "Sleeping with a sore back"),
    ],
)
def test_misspelt_words_find_what_was_meant(library, typed, meant, title):
    assert " ".join(read for _typed, read in mended(typed, "en")) == meant
    assert titles(typed)[0] == title


def test_words_may_be_taken_as_they_are_spelt(library):
    found = search_as_typed(AnonymousUser(), "drnking", "en", 5)
    assert found == []
    assert search_as_typed(AnonymousUser(), "drinking", "en", 5)[0].title == "Drinking enough"


def test_words_that_are_right_are_left_alone(library):
    assert mended("cancer in the bones", "en") == ()


def test_only_the_words_that_were_changed_are_named(library):
    assert mended("cancer metastassis at nite", "en") == (("metastassis", "metastasis"),)


@pytest.mark.parametrize("typed", ["xqzzy", "I cant sleep", "I dont know, Im worried and wont sleep", "can’t drink"])
def test_what_is_no_slip_is_not_mended(library, typed):
    make_article(text("Dizzy", "<p>You may feel dizzy, or cold, or want a cat.</p>"), title="Feeling dizzy")
    assert mended(typed, "en") == ()


def test_ordinary_words_of_a_paragraph_are_not_mended(library):
    make_article(text("Waiting", "<p>Waiting for drinking water; mention the letter and the wetting.</p>"))
    typed = "Hello, I am writing because my mother was told a lot by the doctors, thinking of you, better pillows"
    assert mended(typed, "en") == ()


def test_an_excerpt_is_short_and_made_of_sentences_and_items(library):
    make_article(
        text("Signs", "<ul><li>a cold leg</li><li>zebraword in the foot</li><li>a hot hand</li></ul><p>Then rest.</p>"),
        block("table", {
            "caption": "Medicines", "header": ["Kind", "Examples"], "row_headers": False, "sources": [],
            "rows": [["Mild", "Yakword"], ["Strong", "Gnuword"]],
        }),
    )  # fmt: skip

    assert find("zebraword")[0].excerpt == "a cold leg; <mark>zebraword</mark> in the foot; a hot hand. Then rest."
    assert find("yakword")[0].excerpt == "Mild; <mark>Yakword</mark>; Strong; Gnuword"


def test_other_names_of_a_topic_find_its_guides(library):
    assert titles("bone mets")[0] == "Cancer in the bones"
    assert titles("hydration")[0] == "Drinking enough"


def test_the_beginning_of_a_word_is_enough(library):
    assert titles("metasta")[0] == "Cancer in the bones"


def test_accents_do_not_matter(library):
    assert titles("Fèvèr síp")[0] == "Drinking enough"


def test_a_whole_paragraph_finds_what_it_is_about(library):
    typed = (
        "Hello, I am writing because my mother was told last week that the cancer has now gone into one of her bones, "
        "they used a word like metastisis, and since then she has a lot of pain at night and we do not know what to "
        "do or who to ask. Thank you for any help, she is 71 and lives alone with her cat."
    )

    assert titles(typed)[0] == "Cancer in the bones"


@pytest.mark.parametrize(
    "query", ["", "   ", "the and of", "!!!", "'", '"', "\\", "a:* & | !", "<b>", "\x00", "%", "ab" * 5000, "🦴"]
)
def test_no_query_breaks_search(library, query):
    find(query)
    mended(query, "en")
    ranked(query)


def test_drafts_and_retired_guides_are_never_found(library):
    make_article(text("Secret", "<p>Unicornword of a draft.</p>"), published=False)
    gone = make_article(text("Gone", "<p>Dragonword of a retired guide.</p>"))
    retire(actor=None, article=gone)

    assert find("unicornword") == find("dragonword") == []
    assert mended("unicornwrod", "en") == ()


def test_changes_in_a_draft_are_not_found_before_they_are_published():
    article = make_article(text("Old", "<p>Oldword.</p>"))
    article.blocks.update(data=text("New", "<p>Newword.</p>")[1])
    article.title = "Newtitle"
    article.save()

    assert titles("oldword") == [article.current.title]
    assert find("newword") == find("newtitle") == []


def test_excerpts_show_words_never_code_and_never_a_token():
    make_article(
        care_card(who="Call {help:emergency} about zebraword."),
        block("faq", [{"question": "Q", "answer": "zebraword <script>alert(1)</script>"}]),
        sources(),
    )

    shown = "".join(hit.excerpt for hit in find("zebraword", 5))

    assert "<script" not in shown
    assert "{help:" not in shown
    assert "<mark>" in shown


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_costs_the_same_whatever_it_finds(django_assert_num_queries, count):
    for number in range(count):
        make_article(text("Body", f"<p>Commonword number {number}.</p>"))

    with django_assert_num_queries(6):  # how many there are, the words, topics' names, ranking, excerpts, the guides
        found = find("commonword")

    assert len(found) == count


def test_spelling_words_are_those_of_what_is_published(library):
    assert rebuild_words("en") > 20
    assert rebuild_words("tr") == 0


def test_results_are_only_as_many_as_asked_and_best_first(library):
    hits = search(AnonymousUser(), "pain water cancer night", "en", 2)

    assert len(hits) == 2
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
