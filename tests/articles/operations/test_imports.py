import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.blocks import BLOCKS
from articles.models import Article, Block, PublishedCareCard, Revision, SearchSection
from articles.opening import CONTENT
from articles.operations.imports import export
from portal.vocabulary import opening as vocabulary
from tests.articles.files.test_reading import BODY, FRONT
from tests.factories.articles import make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    make_topic("back-pain")
    return tmp_path


def write(folder, name="a-guide", text=FRONT + BODY, **replaced):
    for old, new in replaced.items():
        text = text.replace(f"{old}: ", f"{old}: {new} # ", 1)
    path = folder / f"{name}.md"
    path.write_text(text.replace("slug: a-guide", f"slug: {name}"), encoding="utf-8")
    return path


def run(path, *options, capsys):
    """The command's exit code, what it said and what it complained of."""
    code = 0
    try:
        call_command("import_articles", str(path), *options)
    except SystemExit as stopped:
        code = stopped.code
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_good_file_is_published(folder, capsys):
    code, said, _complaints = run(write(folder), capsys=capsys)

    article = Article.objects.get(language="en", slug="a-guide")
    assert code == 0
    assert "1 of 1 files are good." in said
    assert article.is_published
    assert article.current.minutes == 7
    assert [block["kind"] for block in article.current.blocks] == [
        "key-points", "text", "text", "table", "text", "sources",
    ]  # fmt: skip


def test_a_draft_stays_a_draft(folder, capsys):
    run(write(folder, status="draft"), capsys=capsys)

    article = Article.objects.get(slug="a-guide")
    assert article.state == Article.State.DRAFT
    assert article.current is None
    assert article.blocks.count() == 6


def test_a_second_run_changes_nothing(folder, capsys):
    path = write(folder)
    run(path, capsys=capsys)
    before = list(Block.objects.values_list("pk", "ordering", "data"))

    _code, said, _complaints = run(path, capsys=capsys)

    assert "unchanged" in said
    assert Revision.objects.count() == 1
    assert list(Block.objects.values_list("pk", "ordering", "data")) == before


def test_a_changed_file_makes_one_more_revision_and_keeps_the_ids_of_what_stays(folder, capsys):
    run(write(folder), capsys=capsys)
    before = dict(Block.objects.values_list("pk", "kind"))

    run(write(folder, text=(FRONT + BODY).replace("Some **prose**", "Some better **prose**")), capsys=capsys)

    assert sorted(Revision.objects.values_list("number", flat=True)) == [1, 2]
    assert dict(Block.objects.values_list("pk", "kind")) == before


def test_a_bad_file_is_told_by_line_and_the_others_load(folder, capsys):
    write(folder, "a-good-one")
    bad = write(folder, "b-bad-one", text=FRONT + BODY.replace("sources: [nice]", "sources: [nobody]"))
    write(folder, "c-good-one")

    code, said, complaints = run(folder, capsys=capsys)

    assert code == 1
    assert "2 of 3 files are good." in said
    assert complaints.strip() == f"{bad}:30: The source “nobody” is not among the sources."
    assert sorted(Article.objects.values_list("slug", flat=True)) == ["a-good-one", "c-good-one"]


def test_half_a_sign_is_told_by_line_and_the_others_load(folder, capsys):
    write(folder, "a-good")
    write(folder, "b-bad", FRONT + BODY.replace('"Causes"', '"Causes \\ud800"'))

    code, _said, complaints = run(folder, capsys=capsys)

    assert code == 1
    assert "b-bad.md:25" in complaints
    assert "half a sign" in complaints
    assert [article.slug for article in Article.objects.all()] == ["a-good"]


def test_nothing_is_half_loaded_when_storing_fails_late(folder, capsys):
    bad = write(folder, topics="[back-pain, unheard-of]")

    code, _said, complaints = run(bad, capsys=capsys)

    assert code == 1
    assert complaints.strip() == f"{bad}:6: There is no health topic “unheard-of”."
    assert Article.objects.count() == Block.objects.count() == 0


def test_a_dry_run_checks_everything_and_stores_nothing(folder, capsys):
    write(folder, "good")
    write(folder, "bad", text=FRONT + "Uncited.\n" + BODY[BODY.index("::: sources") :])

    code, said, complaints = run(folder, "--dry-run", capsys=capsys)

    assert code == 1
    assert "Nothing was stored" in said
    assert ":15: The source “nice” is not cited anywhere." in complaints
    assert Article.objects.count() == Revision.objects.count() == SearchSection.objects.count() == 0


CARD = """::: care-card
level: LEVEL
title: "Signs"
timescale: "Now"
who: "Call {help:emergency}."
symptoms:
  - text: "Weak legs"
    source: nice
:::

"""


def test_care_cards_in_the_wrong_order_are_refused(folder, capsys):
    cards = CARD.replace("LEVEL", "urgent") + CARD.replace("LEVEL", "emergency")
    bad = write(folder, text=FRONT + cards + BODY)

    code, _said, complaints = run(bad, capsys=capsys)

    assert code == 1
    assert complaints.strip() == f"{bad}:24: Care cards stand in this order: Emergency → Urgent → Not urgent."
    assert PublishedCareCard.objects.count() == 0


def test_what_people_changed_is_not_overwritten_unless_asked(folder, capsys):
    run(write(folder), capsys=capsys)
    Article.objects.update(title="Changed by an editor")
    changed = write(folder, lead="Another lead.")

    code, _said, complaints = run(changed, capsys=capsys)
    assert code == 1
    assert "was edited here since it was imported" in complaints
    assert Article.objects.get().title == "Changed by an editor"

    code, _said, _complaints = run(changed, "--overwrite", capsys=capsys)
    assert code == 0
    assert Article.objects.get().title == "A guide"


def test_the_same_file_again_leaves_editors_changes_alone(folder, capsys):
    path = write(folder)
    run(path, capsys=capsys)
    Article.objects.update(title="Changed by an editor")

    code, said, _complaints = run(path, capsys=capsys)

    assert (code, Article.objects.get().title) == (0, "Changed by an editor")
    assert "unchanged" in said


def test_an_export_reads_back_as_the_same_revision(folder, capsys):
    run(write(folder), capsys=capsys)
    article = Article.objects.get()
    path = folder / "exported.md"
    path.write_text(export(article), encoding="utf-8")

    _code, said, _complaints = run(path, capsys=capsys)

    assert "unchanged" in said
    assert Revision.objects.count() == 1


def test_a_path_with_nothing_there_is_an_error(folder):
    with pytest.raises(CommandError, match="nothing at"):
        call_command("import_articles", str(folder / "none"))
    with pytest.raises(CommandError, match=r"no \.md file"):
        call_command("import_articles", str(folder))


def test_all_twelve_opening_articles_load_and_publish(capsys):
    vocabulary.load(True)

    code, said, complaints = run(CONTENT, capsys=capsys)

    assert complaints == ""
    assert code == 0
    assert "12 of 12" in said
    assert Article.objects.published().count() == 12
    assert all(article.current.sample for article in Article.objects.select_related("current"))
    assert len(list(Path(CONTENT).glob("*.md"))) == 12


def test_the_opening_articles_link_only_to_articles_that_are_there(capsys):
    vocabulary.load(True)
    run(CONTENT, capsys=capsys)

    linked = {
        slug
        for revision in Revision.objects.all()
        for one in revision.blocks
        for said in BLOCKS[one["kind"]].texts(one["data"])
        for slug in re.findall(r"""(?:\]\(|href=")article:([a-z0-9-]+)""", said)
    }
    assert linked - set(Article.objects.values_list("slug", flat=True)) == set()
