"""What is exported reads back as the same article: no block, item or revision changes."""

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import files
from articles.blocks import BLOCKS
from articles.models import Article, Block, Revision
from articles.opening import CONTENT
from articles.operations.drafts import Draft
from articles.operations.imports import draft_from, import_files
from portal.vocabulary import opening as vocabulary
from tests.factories.articles import make_article

ALL = CONTENT


@pytest.mark.django_db
def test_all_opening_articles_come_back_unchanged(tmp_path):
    vocabulary.load(True)
    first = import_files(sorted(ALL.glob("*.md")))
    assert {outcome.state for outcome in first} == {"new"}
    before = (list(Revision.objects.values_list("digest")), list(Block.objects.values_list("pk", "data")))

    call_command("export_articles", str(tmp_path))
    again = import_files(sorted((tmp_path / "en").glob("*.md")))

    assert [outcome.state for outcome in again] == ["unchanged"] * len(first)
    assert len(first) == 12
    assert (list(Revision.objects.values_list("digest")), list(Block.objects.values_list("pk", "data"))) == before


@pytest.mark.django_db
def test_only_what_was_asked_for_is_written_and_an_equal_file_is_not_touched(tmp_path, capsys):
    make_article(slug="open")
    make_article(slug="secret", published=False)

    call_command("export_articles", str(tmp_path), "--published")
    call_command("export_articles", str(tmp_path), "--published")

    assert [path.name for path in tmp_path.rglob("*.md")] == ["open.md"]
    assert capsys.readouterr().out == "1 articles, 1 files written.\n1 articles, 0 files written.\n"
    assert Article.objects.count() == 2


WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp"), blacklist_characters="{"), max_size=80
)
SAID = WORDS.filter(lambda text: bool(text.strip()))
HTML = st.recursive(
    st.builds("<p>{}</p>".format, SAID),
    lambda inner: st.one_of(
        st.builds("<ul><li>{}</li><li>{}</li></ul>".format, inner, inner),
        st.builds("<ol start=3><li>{}</li></ol>".format, inner),
        st.builds("<blockquote>{}</blockquote>".format, inner),
        st.builds("<h3>{}</h3>{}".format, SAID, inner),
        st.builds("<p>{} <strong>{}</strong><em>{}</em><br><a href='https://e.org/{}'>x</a></p>".format, *[SAID] * 4),
    ),
    max_leaves=6,
)
RAW = st.one_of(
    st.tuples(st.just("text"), st.fixed_dictionaries({"heading": WORDS, "html": HTML})),
    st.tuples(st.just("steps"), st.fixed_dictionaries({"title": SAID, "items": st.lists(SAID, min_size=1)})),
    st.tuples(st.just("key-points"), st.fixed_dictionaries({"points": st.lists(SAID, min_size=1)})),
    st.tuples(
        st.just("table"),
        st.builds(
            lambda c, h, r: {"caption": c, "header": h, "rows": r},
            SAID, st.lists(SAID, min_size=2, max_size=2), st.lists(st.lists(SAID, min_size=2, max_size=2), min_size=1),
        ),
    ),
    st.tuples(
        st.just("faq"),
        st.builds(
            lambda q, a: {"items": [{"question": q, "answer": a}]}, SAID, st.builds("{}\n\n{}".format, SAID, SAID)
        ),
    ),
)  # fmt: skip


@given(st.lists(RAW, min_size=1, max_size=5), SAID, SAID)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_blocks_come_back_as_they_were(raws, title, lead):
    checked = [(kind, *BLOCKS[kind].check(raw)) for kind, raw in raws]
    blocks = [(kind, data) for kind, data, problems in checked if not problems]
    front = {"slug": "a", "language": "en", "title": " ".join(title.split()), "lead": " ".join(lead.split())}
    draft = Draft(**front, topics=["back-pain"], blocks=blocks)

    text = files.write({**draft.says(), "status": "draft", "order": 100}, draft.blocks)

    assert draft_from(files.read(text.encode())).says() == draft.says()
