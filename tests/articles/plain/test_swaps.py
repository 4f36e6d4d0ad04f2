from articles.plain.swaps import Hard, built_in, hard_words, merged


def test_the_list_that_ships_has_at_least_150_words_each_with_a_swap():
    assert len(built_in()) >= 150
    assert all(built_in().values())


def test_no_swap_is_a_hard_word_itself():
    listed = built_in()

    assert {word: swap for word, swap in listed.items() if hard_words([swap], listed)} == {}


def test_hard_words_are_found_once_each_with_their_endings_and_in_their_order():
    found = hard_words(["Commencing prior to it.", "They commenced. Hypertension’s sign."], built_in())

    assert found == [
        Hard("Commencing", "start"),
        Hard("prior to", "before"),
        Hard("Hypertension's", "high blood pressure"),
    ]


def test_a_part_of_another_word_is_no_hard_word():
    assert hard_words(["Ceaseless non-acute requirement"], built_in()) == []


def test_a_word_that_the_article_explains_is_not_hard():
    assert hard_words(["Metastasis and oedema."], built_in(), {"Metastasis"}) == [Hard("oedema", "swelling")]


def test_the_words_of_the_newsroom_stand_over_the_list_that_ships():
    swaps = merged({"Oedema": "puffiness", "Wibble": ""})

    assert hard_words(["Wibble, oedema"], swaps) == [Hard("Wibble", ""), Hard("oedema", "puffiness")]
