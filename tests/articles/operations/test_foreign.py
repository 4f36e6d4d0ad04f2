import io
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from articles.foreign import wxr
from articles.models import Article, Block, ImportedItem, OldAddress, Step
from articles.operations.drafts import draft_of
from articles.operations.foreign import Importer
from tests.factories.accounts import make_user
from tests.factories.articles import make_topic

pytestmark = pytest.mark.django_db
HEAD = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e" xmlns:dc="d"><channel>\n'
)
TAIL = "</channel></rss>"


def item(number=1, content="<p>Words.</p>", kind="post", status="publish", terms="", more="", title=""):
    return f"""<item><title>{title or f"Guide {number}"}</title><link>https://old.example/2020/guide-{number}/</link>
<dc:creator>someone</dc:creator><guid>https://old.example/?p={number}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_name>guide-{number}</wp:post_name><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type>{terms}{more}</item>\n"""


def load(*items, raw=None, **options):
    run = Importer(**options)
    list(run.run(io.BytesIO(raw or (HEAD + "".join(items) + TAIL).encode())))
    return run.summary


def test_a_published_post_becomes_a_draft_that_no_reader_sees():
    load(item(1, "<h2>Moving</h2><p>Walk a <strong>little</strong>.</p>"))

    article = Article.objects.get(slug="guide-1")
    assert article.state == Article.State.DRAFT
    assert article.current is None
    assert [(b.kind, b.data["heading"], b.data["html"]) for b in article.blocks.all()] == [
        ("text", "Moving", "<p>Walk a <strong>little</strong>.</p>")
    ]
    assert article.steps.get().act == Step.Act.IMPORTED
    assert not Article.objects.published().exists()


def test_categories_become_health_topics_by_slug_name_or_synonym_and_the_rest_is_told():
    make_topic("bone-metastases", name="Bone metastases", synonyms=("cancer in the bones",))
    terms = '<category domain="post_tag" nicename="x"><![CDATA[Cancer in the Bones]]></category>'
    terms += '<category domain="category" nicename="news"><![CDATA[News]]></category>'

    summary = load(item(terms=terms))

    assert draft_of(Article.objects.get()).topics == ["bone-metastases"]
    assert summary.unmatched == {"News": 1}


def test_comments_and_peoples_addresses_are_not_read_and_the_report_says_so():
    comment = "<wp:comment><wp:comment_author_email>ann@example.org</wp:comment_author_email></wp:comment>"

    summary = load(item(more=comment * 2))

    assert summary.report.dropped["comments"] == 2
    assert "ann@" not in repr(summary) + repr(list(Block.objects.values())) + repr(list(Step.objects.values()))


@pytest.mark.parametrize(
    ("kind", "status"), [("attachment", "inherit"), ("nav_menu_item", "publish"), ("post", "trash")]
)
def test_what_is_no_article_is_left_out(kind, status):
    summary = load(item(kind=kind, status=status))

    assert summary.states == {"left out": 1}
    assert not Article.objects.exists()


def test_a_second_run_changes_nothing():
    load(item(1), item(2))
    before = list(Block.objects.order_by("pk").values_list("pk", "data"))

    summary = load(item(1), item(2))

    assert summary.states == {"unchanged": 2}
    assert list(Block.objects.order_by("pk").values_list("pk", "data")) == before
    assert Step.objects.count() == 2


def test_a_changed_item_changes_its_own_article():
    load(item(1, "<h2>A</h2><p>One.</p>"))
    block = Block.objects.get().pk

    summary = load(item(1, "<h2>A</h2><p>Two.</p>"))

    assert summary.states == {"changed": 1}
    assert Block.objects.get().data["html"] == "<p>Two.</p>"
    assert Block.objects.get().pk == block


def test_what_an_editor_changed_since_is_left_alone_unless_asked():
    load(item(1))
    Article.objects.update(title="An editor's title")

    assert load(item(1, "<p>New.</p>")).states == {"edited here": 1}
    assert Article.objects.get().title == "An editor's title"
    assert load(item(1, "<p>New.</p>"), overwrite=True).states == {"changed": 1}


def test_two_items_under_one_guid_stay_two_articles_at_every_run():
    twin = item(2).replace("?p=2", "?p=1")

    assert load(item(1), twin).states == {"new": 2}
    assert load(item(1), twin).states == {"unchanged": 2}
    assert Article.objects.count() == 2


def test_a_dry_run_stores_nothing_and_tells_the_same():
    summary = load(item(1, "<p>A</p><script>x()</script>"), dry_run=True)

    assert summary.states == {"new": 1}
    assert summary.report.dropped == {"script": 1}
    assert not Article.objects.exists()
    assert not ImportedItem.objects.exists()


def test_the_old_address_is_kept():
    load(item(1))

    assert OldAddress.objects.get().path == "/2020/guide-1"


def test_two_posts_of_one_name_get_two_addresses():
    load(item(1), item(2).replace("guide-2<", "guide-1<"))

    assert sorted(Article.objects.values_list("slug", flat=True)) == ["guide-1", "guide-1-2"]


def test_a_file_that_breaks_off_keeps_what_came_before_and_says_where():
    raw = (HEAD + item(1) + item(2))[:-40].encode()

    summary = load(raw=raw)

    assert list(Article.objects.values_list("slug", flat=True)) == ["guide-1"]
    assert summary.stopped.startswith("Stopped after item 1, at line ")


BOMB = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>'


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (BOMB, "document type"),
        (OUTSIDE, "document type"),
        ('<!DOCTYPE r SYSTEM "http://example.org/x.dtd"><rss/>', "document type"),
        (HEAD + "<item>" + "<a>" * 100, "nested too deeply"),
        (HEAD + f"<item><content:encoded>{'a' * 1_000_001}</content:encoded></item>" + TAIL, "longer than"),
        (HEAD + "<item><title>\x01</title></item>" + TAIL, "not whole XML"),
        ("<html><body>Hello</body></html>", "does not begin with <rss>"),
        ("<rss><nothing/></rss>", "<channel> should be"),
        ("", "nothing in this file"),
        ("not xml at all", "not whole XML"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_with_a_reason(raw, reason):
    run = Importer()
    list(run.run(io.BytesIO(raw.encode())))

    assert reason in run.summary.stopped
    assert not Article.objects.exists()


def test_a_file_in_bytes_that_are_no_text_is_refused():
    assert "line 2" in load(raw=HEAD.encode() + b"<item><title>\xff\xfe</title></item></channel></rss>").stopped


def test_a_file_of_endless_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(wxr, "BIGGEST", 1000)

    assert "larger than 1000 bytes" in load(*[item(n) for n in range(9)]).stopped


def test_an_item_that_is_too_deep_is_refused_by_itself():
    summary = load(item(1, "<div>" * 500 + "x"), item(2))

    assert summary.states == {"refused": 1, "new": 1}
    assert "nested more than" in summary.refusals[0]
    assert list(Article.objects.values_list("slug", flat=True)) == ["guide-2"]


def test_only_editors_import():
    with pytest.raises(PermissionDenied):
        Importer(actor=make_user())


def test_the_command_tells_what_became_of_the_file(tmp_path: Path, capsys):
    file = tmp_path / "export.xml"
    file.write_text(HEAD + item(1, "<p>A</p><iframe src='https://x.example'></iframe>") + TAIL)

    call_command("import_wordpress", str(file))

    said = capsys.readouterr().out
    assert "1 new" in said
    assert "1 text" in said
    assert "1 iframe  “https://x.example”" in said
