import pytest
from django.core.management import call_command

from articles.models import Article, Block

pytestmark = pytest.mark.django_db
PAGE = (
    "<html><head><title>Site | Walking</title></head><body><nav>Menu</nav>"
    "<h1>Walking</h1><p>Go slowly.</p><script>x()</script></body></html>"
)


def test_a_saved_page_becomes_a_draft_once(tmp_path, capsys):
    (tmp_path / "walking.html").write_text(PAGE)

    call_command("import_html", str(tmp_path))
    call_command("import_html", str(tmp_path))

    article = Article.objects.get()
    assert (article.slug, article.title, article.state) == ("walking", "Walking", "draft")
    assert "Go slowly." in Block.objects.get().data["html"]
    said = capsys.readouterr().out
    assert "1 script" in said
    assert "1 navigation" in said
    assert "1 unchanged" in said


@pytest.mark.parametrize(("raw", "reason"), [(b"\xff\xfe", "not UTF-8"), (b"a" * 1_600_001, "larger than")])
def test_a_bad_page_is_refused_with_its_name_and_a_reason(tmp_path, capsys, raw, reason):
    (tmp_path / "bad.html").write_bytes(raw)

    with pytest.raises(SystemExit):
        call_command("import_html", str(tmp_path / "bad.html"))

    assert reason in capsys.readouterr().out
    assert not Article.objects.exists()
