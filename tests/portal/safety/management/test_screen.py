import json
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.safety.screening import screen

PLEA = "Nobody knows it, but I am going to end my life tonight."
TEXTS = [{"id": "a", "text": PLEA}, {"id": 2, "text": "Soup again."}, {"id": "c", "text": "Ring me on 07700 900123"}]


def write(path, *rows):
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return str(path)


def screened(capsys, *arguments):
    call_command("screen", *arguments)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_text_gets_a_line_in_the_order_given(tmp_path, capsys):
    lines = screened(capsys, write(tmp_path / "texts.jsonl", *TEXTS))

    assert [line["id"] for line in lines] == ["a", 2, "c"]
    assert [[found["kind"] for found in line["findings"]] for line in lines] == [["crisis"], [], ["personal_details"]]
    assert lines[0]["findings"][0]["band"] == "crisis"


def test_a_finding_says_where_and_which_rule_and_is_what_a_post_would_get(tmp_path, capsys):
    lines = screened(capsys, write(tmp_path / "texts.jsonl", *TEXTS))

    [number] = lines[2]["findings"]
    start, end = number["span"]
    assert TEXTS[2]["text"][start:end] == "07700 900123"
    assert [(f.kind, f.rule_id, f.rule_version) for f in screen(TEXTS[2]["text"], "en")] == [
        (number["kind"], number["rule"], number["version"])
    ]


def test_no_word_of_a_text_is_written(tmp_path, capsys):
    call_command("screen", write(tmp_path / "texts.jsonl", *TEXTS))

    said = capsys.readouterr()
    assert "tonight" not in said.out + said.err
    assert "07700" not in said.out + said.err


def test_a_file_takes_the_answer_and_a_text_may_be_empty(tmp_path, capsys):
    out = tmp_path / "found.jsonl"

    assert screened(capsys, write(tmp_path / "texts.jsonl", {"id": 1, "text": ""}), "--out", str(out)) == []
    assert json.loads(out.read_text()) == {"id": 1, "findings": []}


def test_texts_come_from_standard_input_without_a_database(tmp_path):
    run = subprocess.run(
        [sys.executable, "manage.py", "screen", "-"], input=json.dumps(TEXTS[0]), capture_output=True, text=True
    )

    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["findings"][0]["kind"] == "crisis"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "is no text with id and text"),
        ('{"id": 1}', "is no text with id and text"),
        ('["a"]', "is no text with id and text"),
        ("[" * 100_000, "is no text with id and text"),
        ('{"id": 1, "text": 7}', "is no text with id and text"),
        (json.dumps({"id": 1, "text": "a" * 1_000_001}), "more than 1,000,000 characters"),
    ],
)
def test_a_line_that_is_no_text_is_named_by_its_number(tmp_path, capsys, line, reason):
    path = write(tmp_path / "texts.jsonl", TEXTS[1], line)

    with pytest.raises(CommandError, match=f"texts.jsonl:2: .*{reason}"):
        call_command("screen", path)
    assert json.loads(capsys.readouterr().out)["id"] == 2


def test_bad_lines_do_not_stop_the_others(tmp_path, capsys):
    path = write(tmp_path / "texts.jsonl", TEXTS[0], "not json", TEXTS[1], '{"id": 1}', TEXTS[2])

    with pytest.raises(CommandError) as refused:
        call_command("screen", path)

    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["a", 2, "c"]
    assert [line.split(":")[1] for line in str(refused.value).splitlines()] == ["2", "4"]


def test_other_bytes_and_a_missing_file_are_told(tmp_path):
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": 1, "text": "caf\xe9"}')

    with pytest.raises(CommandError, match="this is not UTF-8"):
        call_command("screen", str(tmp_path / "latin.jsonl"))
    with pytest.raises(CommandError, match="No such file"):
        call_command("screen", str(tmp_path / "none.jsonl"))
