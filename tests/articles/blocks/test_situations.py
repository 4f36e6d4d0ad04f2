"""For whom a part is written: said in a file, a form or over the API, kept, compared, and told on the page."""

import pytest

from articles import files, rules
from articles.admin.inlines import BLOCK_INLINES
from articles.blocks import BLOCKS
from articles.blocks.situations import SITUATIONS
from articles.compare import How, compare
from articles.files import BadFile
from articles.forms import block_form
from articles.minor import more_than_minor
from articles.models import Article
from articles.operations.drafts import Draft
from articles.versions import label_of
from tests.factories.articles import block, care_card, make_article, sources, text

FRONT = {"slug": "a", "language": "en", "title": "T", "lead": "L", "topics": ["x"], "status": "draft", "order": 1}
FOLDS = [kind for kind in BLOCKS if kind not in {"care-card", "sources", "glossary"}]


def for_them(*situations, heading="Moves", html="<p>Roll both knees.</p>"):
    return block("text", {"heading": heading, "html": html, "situations": list(situations)})


@pytest.mark.parametrize("kind", ["care-card", "sources", "glossary"])
def test_what_is_for_everybody_takes_no_situation(kind):
    _data, problems = BLOCKS[kind].check({"situations": ["caring"]})

    assert ("situations",) in [problem.path for problem in problems]
    assert "situations" not in block_form(kind).base_fields


@pytest.mark.parametrize("kind", FOLDS)
def test_every_other_kind_asks_editors_for_it(kind):
    inline = next(one for one in BLOCK_INLINES if one.kind == kind)

    assert "situations" in inline.fieldsets[0][1]["fields"]
    assert dict(block_form(kind).base_fields["situations"].choices) == SITUATIONS


def test_a_block_for_everybody_is_stored_as_before():
    assert "situations" not in text()[1]
    assert "situations" not in block("text", {"heading": "", "html": "<p>x</p>", "situations": []})[1]


def test_situations_are_kept_once_and_in_one_order():
    assert for_them("caring", "in-treatment", "caring")[1]["situations"] == ["in-treatment", "caring"]


@pytest.mark.parametrize(
    ("value", "path"), [(["cured"], ("situations", 0)), (3, ("situations",)), ([["x"]], ("situations", 0))]
)
def test_a_situation_that_nobody_knows_is_refused(value, path):
    _data, problems = BLOCKS["text"].check({"html": "<p>x</p>", "situations": value})

    assert [problem.path for problem in problems] == [path]


@pytest.mark.parametrize(
    "blocks",
    [
        [for_them("bone-metastases", "caring")],
        [text("Before"), for_them("caring", heading="")],
        [for_them("caring", heading="")],
        [for_them("caring", html="")],
        [text("Literal", "<p>{for: caring}</p><p>x</p>")],
        [for_them("caring", html="<p>{for: in-treatment}</p>")],
        [block("faq", {"items": [{"question": "Q", "answer": "A"}], "situations": ["no-diagnosis"]})],
        [block("plan-offer", {"template": "walk", "text": "Walk.", "situations": ["in-treatment"]})],
    ],
)
def test_situations_come_back_from_a_file(blocks):
    back = files.read(files.write(FRONT, blocks).encode()).blocks

    plain = [(kind, BLOCKS[kind].plain(data)) for kind, data in blocks]
    assert [(one.kind, BLOCKS[one.kind].plain(one.data)) for one in back] == plain


def test_a_file_says_it_in_one_line_under_the_heading():
    assert "## Moves\n\n{for: bone-metastases, caring}\n\nRoll" in files.write(
        FRONT, [for_them("caring", "bone-metastases")]
    )


def test_a_file_with_an_unknown_situation_is_refused_with_its_line():
    head = files.write(FRONT, [])
    raw = f"{head}\n## Moves\n\n{{for: the-moon}}\n\nRoll.\n"

    with pytest.raises(BadFile) as refused:
        files.read(raw.encode())

    assert "the-moon" in refused.value.flaws[0].reason


@pytest.mark.django_db
def test_a_form_keeps_what_was_ticked():
    form = block_form("text")(
        {"heading": "", "html": "<p>x</p>", "situations": ["caring"], "region": "main", "ordering": "1"},
        instance=Article(pk=None).blocks.model(kind="text"),
    )

    assert form.is_valid(), form.errors
    assert form.instance.data["situations"] == ["caring"]
    assert block_form("text")(instance=form.instance).initial["situations"] == ["caring"]


def test_a_change_of_situations_is_another_draft_and_is_compared():
    drafts = [
        Draft(slug="a", language="en", title="T", lead="L", topics=["x"], blocks=[one])
        for one in (text("Moves", "<p>Roll both knees.</p>"), for_them("caring"))
    ]
    before, after = ([{"id": "1", "kind": "text", "data": one.blocks[0][1]}] for one in drafts)

    assert drafts[0].digest != drafts[1].digest
    [change] = compare(before, after)
    assert change.how is How.CHANGED
    assert label_of("text", change.lines[-1].key) == "Only for people who are"


@pytest.mark.django_db
def test_who_reads_a_part_is_no_minor_edit():
    base = make_article(for_them("caring", "in-treatment")).current
    said = {"slug": base.slug, "language": "en", "topics": base.topic_slugs, "title": base.title, "lead": base.lead}
    fewer = [{**base.blocks[0], "data": for_them("caring")[1]}]
    none = [{**base.blocks[0], "data": text("Moves", "<p>Roll both knees.</p>")[1]}]

    assert more_than_minor(base, base.blocks, said) == ""
    assert more_than_minor(base, fewer, said)
    assert more_than_minor(base, none, said)


def test_a_source_cited_in_such_a_part_counts():
    cited = for_them("caring", html="<p>So.[^nice]</p>")

    assert rules.faults([cited, sources("nice")], ["x"]) == []


@pytest.mark.django_db
def test_the_page_marks_the_part_and_offers_the_choice(client):
    article = make_article(
        care_card(), for_them("bone-metastases", "caring"), text("For all"), block("key-points", ["x"]), sources()
    )

    page = client.get(article.get_absolute_url()).text

    assert page.count('class="fit"') == 1
    assert 'data-for="bone-metastases caring"' in page
    assert "“Moves” is not for your situation: show" in page
    assert article.current.parts[1]["title"] == "Moves"
    assert page.count('id="situation-') == len(SITUATIONS)
    assert page.index("care--emergency") < page.index("Show for my situation")
    choice = page[page.index("data-situation>") : page.index("</details>", page.index("data-situation>"))]
    assert "name=" not in choice, "what has no name is sent by no form"
    assert "<form" not in choice


@pytest.mark.django_db
def test_a_guide_for_everybody_asks_nothing(client):
    page = client.get(make_article().get_absolute_url()).text

    assert "situation" not in page
