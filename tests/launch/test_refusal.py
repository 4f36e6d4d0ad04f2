from portal.launch.refusal import last_words


def test_the_last_words_of_a_log_are_its_last_complaint(tmp_path):
    log = tmp_path / "log"
    log.write_text("Traceback:\n  File x\nyaml.parser.ParserError: while parsing\n  in line 42\n     ^\n\n")
    assert last_words(log) == "yaml.parser.ParserError: while parsing"


def test_without_a_complaint_they_are_its_last_line(tmp_path):
    log = tmp_path / "log"
    log.write_text("one\ntwo\n\n")
    assert last_words(log) == "two"


def test_a_log_that_is_empty_or_missing_said_nothing(tmp_path):
    assert last_words(tmp_path / "none") == "it said nothing"
