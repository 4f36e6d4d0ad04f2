import json

import pytest
from django.core.management import call_command


def run(capsys, *files):
    try:
        call_command("grade", *map(str, files))
        code = 0
    except SystemExit as end:
        code = end.code
    said = capsys.readouterr()
    return code, [json.loads(line) for line in said.out.splitlines()], said.err


def test_each_file_is_one_line_of_json_in_the_order_given(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("The cat sat on the mat.")
    (tmp_path / "b.html").write_text("<h1>Cats</h1><p>The cat sat on the mat.</p><ul><li>A cat</li></ul>")
    code, (first, second), err = run(capsys, tmp_path / "a.txt", tmp_path / "b.html")

    assert (code, err) == (0, "")
    assert (first["flesch_kincaid_grade"], first["words"]) == (-1.45, 6)
    assert (second["words"], second["lists"]["words"], second["headings"]["words"]) == (6, 2, 1)


def test_our_own_article_files_are_graded_block_by_block(capsys):
    code, (article,), _ = run(capsys, "articles/content/en/pain-medicines.md")

    assert code == 0
    assert {"care-card", "text", "table"} <= {block["kind"] for block in article["blocks"]}
    assert article["words"] > 300


@pytest.mark.parametrize("raw", [b"\x00\x01", b"\xff\xfe\xfa", b" ", None])
def test_a_file_without_a_grade_is_told_and_the_others_still_get_theirs(raw, tmp_path, capsys):
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    good.write_text("It is fine.")
    if raw is not None:
        bad.write_bytes(raw)
    code, graded, err = run(capsys, bad, good)

    assert code == 1
    assert [one["file"] for one in graded] == [str(good)]
    assert err.startswith(f"{bad}: ")
