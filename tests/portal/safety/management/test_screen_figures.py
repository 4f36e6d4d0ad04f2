import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

LABELLED = [
    {"label": "explicit", "text": "I am going to end my life tonight"},
    {"label": "explicit", "text": "The kettle is on"},
    {"label": "implicit", "text": "Everyone would be better off without me"},
    {"label": "ordinary", "text": "Soup again."},
]


def told(capsys, *arguments):
    call_command("screen_figures", *arguments)
    return capsys.readouterr().out.splitlines()


@pytest.fixture
def labelled(tmp_path):
    path = tmp_path / "labelled.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in LABELLED))
    return str(path)


def test_each_label_has_its_share(labelled, capsys):
    shares = [line.split()[::-1][0] for line in told(capsys, labelled)[:3]]

    assert shares == ["50.0%", "100.0%", "0.0%"]


def test_a_table_says_which_rule_fires(labelled, capsys):
    lines = told(capsys, labelled)

    [row] = [line for line in lines if "crisis.intent.life:" in line]
    assert row.split()[:2] == ["1", "0"]


def test_what_was_missed_is_printed_when_asked_for(labelled, capsys):
    assert "explicit: The kettle is on" in told(capsys, labelled, "--missed")
    assert not any("kettle" in line for line in told(capsys, labelled))


@pytest.mark.parametrize("line", ["no json", '{"label": "odd", "text": "a"}', '{"label": "ordinary", "text": 1}', "[]"])
def test_a_line_without_label_and_text_is_named_by_its_number(tmp_path, line):
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps(LABELLED[0]) + "\n" + line + "\n")

    with pytest.raises(CommandError, match=r"labelled\.jsonl:2: "):
        call_command("screen_figures", str(path))
