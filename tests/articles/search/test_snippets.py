from articles.search.snippets import snippet


def plain(text):
    return text.replace("\x02", "").replace("\x03", "")


def test_a_short_section_is_shown_whole():
    assert snippet("Sip \x02often\x03. Rest.") == "Sip \x02often\x03. Rest."
    assert snippet("") == ""


def test_it_begins_with_the_sentence_that_says_most_and_ends_with_one():
    text = (
        "Nothing here at all. " * 12
        + "A \x02warm\x03 \x02drink\x03 helps. Sit down with it. "
        + "More words come. " * 12
    )
    shown = snippet(text)
    assert shown.startswith("A \x02warm\x03 \x02drink\x03 helps. Sit down")
    assert shown.endswith("come.")
    assert len(plain(shown)) <= 160


def test_a_long_sentence_is_cut_between_words_with_the_word_found_in_sight():
    shown = snippet("wordy " * 60 + "\x02here\x03 " + "tail " * 60)
    assert "\x02here\x03" in shown
    assert shown.startswith("… wordy")
    assert shown.endswith("tail …")
    assert len(plain(shown)) <= 166
