import gzip
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from articles.models import Article, Revision, SearchSection
from articles.operations.drafts import draft_of

pytestmark = pytest.mark.django_db


def article(key, title, *sections, **more):
    sections = [{"heading": heading, "text": text} for heading, text in sections]
    return {"id": key, "title": title, "url": "https://example.org/a?b=1&c=2", "sections": sections, **more}


GOUT = article("G_1", "Gout", ("information", "Gout is a kind of arthritis.\nIt hurts."), ("treatment", "Rest it."))
SCURVY = article("S/2", "Scurvy", ("information", "Scurvy comes from too little vitamin C."), unknown={"kept": "out"})


def write(path, *rows):
    text = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(text) if path.name.endswith(".gz") else text)
    return path


def run(path, *options, capsys):
    code = 0
    try:
        call_command("import_articles", str(path), *options)
    except SystemExit as stopped:
        code = stopped.code
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("name", ["some.jsonl", "some.jsonl.gz"])
def test_every_line_is_published_and_can_be_read(tmp_path, capsys, client, name):
    code, said, _ = run(write(tmp_path / name, GOUT, SCURVY), capsys=capsys)

    gout = Article.objects.published().get(external_id="G_1")
    page = client.get(gout.get_absolute_url())
    assert (code, said.splitlines()[-1].split("\r")[-1]) == (0, "2 new, 0 changed, 0 unchanged, 0 bad.")
    assert "<p>Gout is a kind of arthritis.</p><p>It hurts.</p>" in page.content.decode().replace("\n", "")
    assert client.get(reverse("articles:library", args=["en"])).status_code == 200


def test_what_is_loaded_already_changes_nothing(tmp_path, capsys):
    path = write(tmp_path / "some.jsonl", GOUT, SCURVY)
    run(path, capsys=capsys)
    before = list(SearchSection.objects.values_list("pk", flat=True))

    assert "0 new, 0 changed, 2 unchanged" in run(path, capsys=capsys)[1]
    assert list(SearchSection.objects.values_list("pk", flat=True)) == before


def test_a_changed_line_is_a_new_revision_of_the_same_article(tmp_path, capsys):
    run(write(tmp_path / "some.jsonl", GOUT), capsys=capsys)
    said = run(write(tmp_path / "some.jsonl", article("G_1", "Gout", ("", "Anew."))), capsys=capsys)[1]

    one = Article.objects.get()
    assert "1 changed" in said
    assert (one.current.number, Revision.objects.count()) == (2, 2)
    assert draft_of(one).digest == one.current.digest
    assert set(SearchSection.objects.filter(whole=True).values_list("body", flat=True)) == {"Anew. \n. Anew. Source"}


def test_an_article_that_people_changed_is_left_alone(tmp_path, capsys):
    run(write(tmp_path / "some.jsonl", GOUT), capsys=capsys)
    Article.objects.update(title="Gout, said better")

    code, _, complaint = run(write(tmp_path / "some.jsonl", {**GOUT, "title": "Podagra"}), capsys=capsys)

    assert code == 1
    assert "some.jsonl:1: This article was edited here" in complaint
    assert Article.objects.get().title == "Gout, said better"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "This is no JSON."),
        ("[" * 100_000, "This is no JSON."),
        ("[]", "This is no article"),
        (json.dumps({**GOUT, "id": ""}), "“id” must be text"),
        (json.dumps({**GOUT, "title": 7}), "“title” must be text"),
        (json.dumps({**GOUT, "title": "x" * 201}), "The id or the title is longer than 200"),
        (json.dumps({**GOUT, "sections": []}), "“sections” must be a list"),
        (json.dumps({**GOUT, "sections": ["x"]}), "A section must be an object"),
        (json.dumps(SCURVY), "The id “S/2” stands in an earlier line"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_others_load(tmp_path, capsys, line, reason):
    code, said, complaint = run(
        write(tmp_path / "some.jsonl", SCURVY, line, article("Z", "Zoster", ("", "Zoster."))), capsys=capsys
    )

    assert code == 1
    assert f"some.jsonl:2: {reason}" in complaint
    assert "2 new" in said


def test_a_broken_archive_is_told_and_breaks_nothing(tmp_path, capsys):
    path = tmp_path / "some.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOUT).encode())[:-12])

    code, _, complaint = run(path, capsys=capsys)

    assert code == 1
    assert "some.jsonl.gz:1: It cannot be read" in complaint


def test_text_is_text_and_never_markup(tmp_path, capsys):
    hostile = article("H", "<b>Hostile</b>", ("<i>", "<script>alert(1)</script> & more"), url="javascript:alert(1)")
    run(write(tmp_path / "some.jsonl", hostile), capsys=capsys)

    html = Article.objects.get().current.parts[0]["html"]
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "javascript:" not in html


def test_a_dry_run_stores_nothing(tmp_path, capsys):
    assert "1 new" in run(write(tmp_path / "some.jsonl", GOUT), "--dry-run", capsys=capsys)[1]
    assert not Article.objects.exists()


def test_questions_are_ranked_by_the_ids_of_the_file(tmp_path, capsys):
    run(write(tmp_path / "some.jsonl", GOUT, SCURVY), capsys=capsys)
    asked = write(tmp_path / "q.jsonl", {"qid": "q1", "query": "too little vitamin"}, {"qid": 2, "query": "gowt"})
    call_command("rank", str(asked), "--out", str(tmp_path / "run.jsonl"))

    rows = [json.loads(line) for line in (tmp_path / "run.jsonl").read_text().splitlines()]
    assert [(row["qid"], row["ranked"][0]) for row in rows] == [("q1", "S/2"), ("2", "G_1")]


def test_bad_questions_are_refused_with_their_line(tmp_path):
    with pytest.raises(CommandError, match=r"q\.jsonl:2"):
        call_command("rank", str(write(tmp_path / "q.jsonl", {"qid": "1", "query": "x"}, {"query": "x"})))
    with pytest.raises(CommandError, match="nothing to read"):
        call_command("rank", str(tmp_path / "none.jsonl"))
