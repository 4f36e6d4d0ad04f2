import pytest

from articles.plain.extract import of_block, of_markdown
from articles.plain.grade import grade
from articles.plain.report import report_blocks
from articles.plain.sentences import sentences

GETTYSBURG = """
Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty,
and dedicated to the proposition that all men are created equal.

Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so
dedicated, can long endure. We are met on a great battle-field of that war. We have come to dedicate a portion
of that field, as a final resting place for those who here gave their lives that that nation might live. It is
altogether fitting and proper that we should do this.

But, in a larger sense, we can not dedicate -- we can not consecrate -- we can not hallow -- this ground. The
brave men, living and dead, who struggled here, have consecrated it, far above our poor power to add or detract.
The world will little note, nor long remember what we say here, but it can never forget what they did here. It
is for us the living, rather, to be dedicated here to the unfinished work which they who fought here have thus
far so nobly advanced. It is rather for us to be here dedicated to the great task remaining before us -- that
from these honored dead we take increased devotion to that cause for which they gave the last full measure of
devotion -- that we here highly resolve that these dead shall not have died in vain -- that this nation, under
God, shall have a new birth of freedom -- and that government of the people, by the people, for the people,
shall not perish from the earth.
"""


def test_the_gettysburg_address_has_its_published_grade():
    assert grade([GETTYSBURG]).sentences == 10
    assert grade([GETTYSBURG]).flesch_kincaid_grade == pytest.approx(10.9, abs=0.6)


def test_the_formulas_are_the_published_ones():
    cat = grade(["The cat sat on the mat."])

    assert (cat.words, cat.syllables, cat.flesch_kincaid_grade, cat.flesch_reading_ease) == (6, 6, -1.45, 116.15)
    assert cat.smog == 3.13


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Smith came at 5 p.m. She left.", 2),
        ("Take 3.5 mg, e.g. at night. Rest.", 2),
        ("J. F. Kennedy spoke. People heard.", 2),
        ("\u201cDoes it hurt?\u201d she asked. Yes.", 2),
        ("Well ... it may. It may not!", 2),
        ("It hurts; it burns: it aches.", 1),
        ("No stop here", 1),
        ("She moved to the U.S. He stayed.", 2),
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text, count):
    assert len(sentences(text)) == count


def test_words_that_the_article_explains_do_not_count_as_long():
    text = ("text", {"heading": "", "html": "<p>Radiotherapy can help.</p>"})
    glossary = ("glossary", {"terms": [{"term": "Radiotherapy", "meaning": "Beams."}]})

    assert report_blocks([text])["syllables"] == 8
    assert report_blocks([text, glossary])["syllables"] == 4


def test_headings_lists_tables_code_and_marks_are_kept_apart_from_prose():
    text = "# Title\n\nCall {help:urgent} now [^1]. See https://a.example/b.\n\n- one\n- two\n\n| a | b |"
    told = of_markdown(f"{text}\n\n```\ncode\n```\n")

    assert told.prose == ["Call now. See."]
    assert (told.headings, told.lists, told.tables) == (["Title"], ["one", "two"], ["a", "b"])


def test_sources_are_no_words():
    assert of_block("sources", {"items": [{"title": "A study"}]}).prose == []
