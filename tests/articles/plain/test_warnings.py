from articles.plain.warnings import block_readings


def said(kind, data, swaps=None):
    return [warning for block in block_readings([(kind, data)], swaps or {}) for warning in block.warnings]


def text(words, heading="Words"):
    return ("text", {"heading": heading, "html": f"<p>{words}</p>"})


def test_a_plain_block_has_nothing_to_say_and_is_left_out():
    found = block_readings(
        [text("Rest when you need to."), text("They commence now.", "Second")], {"commence": "start"}
    )

    assert [(block.place, block.heading) for block in found] == [(2, "Second")]
    assert found[0].warnings == ["Hard word: “commence”. Say “start”, or explain it in the article."]


def test_a_sentence_of_25_words_is_no_warning_and_longer_ones_come_longest_first():
    of = {count: " ".join(["We", *["go"] * (count - 1)]) + "." for count in (25, 26, 30)}
    warnings = said(*text(f"{of[25]} {of[26]} {of[30]}"))

    sentences = [warning for warning in warnings if warning.startswith("A sentence")]
    assert [warning.split(" words")[0] for warning in sentences] == ["A sentence of 30", "A sentence of 26"]


def test_a_word_of_the_glossary_is_not_hard_in_any_block():
    glossary = ("glossary", {"terms": [{"term": "Oedema", "meaning": "Swelling."}]})

    assert block_readings([text("Oedema is common."), glossary], {"oedema": "swelling"}) == []


def test_a_block_above_grade_8_is_told_its_grade():
    hard = "Multidisciplinary investigation facilitates appropriate individual rehabilitation."

    assert any(warning.startswith("It reads at grade") for warning in said(*text(hard)))
    assert said(*text("We go out. We come in.")) == []


def test_what_speaks_of_health_without_a_source_is_told_so():
    without = "It says something about health and cites no source."
    tips = {"title": "Tips", "do": [{"text": "Walk a bit"}], "dont": [{"text": "Stay in bed"}]}

    assert said("do-dont", tips) == [without]
    assert said("do-dont", tips | {"do": [{"text": "Walk a bit [^nice]"}]}) == []
    assert without in said("table", {"caption": "C", "header": ["a"], "rows": [], "row_headers": False, "sources": []})
    assert without in said("evidence", {"title": "T", "grade": "good", "text": "It helps.", "sources": []})
    card = {"level": "urgent", "title": "T", "symptoms": [{"text": "Weak legs", "source": ""}], "do": []}
    assert "A sign on this card cites no source." in said(
        "care-card", card | dict.fromkeys(("who", "say", "intro"), "") | {"timescale": "Now"}
    )


def test_a_drawing_without_words_for_it_is_told_so():
    assert said("figure", {"art": "path", "alt": "", "caption": ""}) == [
        "The drawing is not described in words, for whoever cannot see it."
    ]
    assert said("figure", {"art": "path", "alt": "A path", "caption": ""}) == []


def test_three_warnings_are_shown_and_the_rest_counted():
    swaps = dict.fromkeys(["alpha", "beta", "gamma", "delta", "theta"], "x")
    block = block_readings([text("Alpha beta gamma delta theta.")], swaps, english=False)[0]

    assert (len(block.shown), block.more) == (3, 2)
