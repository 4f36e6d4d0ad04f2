import polib
import pytest

from portal.launch import translations


@pytest.fixture
def project(tmp_path):
    """A small project with one word in code and one in a template."""
    for package in translations.PACKAGES:
        (tmp_path / package / "templates").mkdir(parents=True)
    (tmp_path / "groups" / "views.py").write_text('from x import gettext as _\ntitle = _("Join " "this group")\n')
    (tmp_path / "groups" / "templates" / "page.html").write_text(
        "{% load i18n %}{% blocktranslate count n=n %}{{ n }} post{% plural %}{{ n }} posts{% endblocktranslate %}"
        '{% translate "May" context "month" %}'
    )
    return tmp_path


def test_words_are_found_in_code_and_templates(project):
    assert sorted(translations.messages(project), key=str) == [
        translations.Message("month", "May", ""),
        translations.Message(None, "%(n)s post", "%(n)s posts"),
        translations.Message(None, "Join this group", ""),
    ]


def test_after_writing_everything_is_in_step(project):
    translations.write(project)
    assert translations.check(project) == []


def test_a_new_word_is_noticed(project):
    translations.write(project)
    (project / "articles" / "a.py").write_text("from x import pgettext\npgettext('noun', 'Rest')\n")
    assert translations.check(project) == ["ar_X-pseudo has no words for 'Rest'"]


def test_a_word_that_is_gone_is_noticed(project):
    translations.write(project)
    (project / "groups" / "views.py").unlink()
    assert translations.check(project) == ["ar_X-pseudo still has 'Join this group'"]


def test_a_catalogue_changed_by_hand_and_not_compiled_is_noticed(project):
    translations.write(project)
    folder = project / "locale" / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="May", msgstr="Maj", msgctxt="month"))
    catalogue.save(str(folder / "django.po"))
    assert translations.check(project) == ["locale/pl/LC_MESSAGES/django.po is not compiled as it stands"]


def test_placeholders_tags_and_outer_spaces_survive_the_pseudo_language():
    assert translations.pseudo("\nHi %(name)s, <b>rest</b> {now}\n") == "\n[Hí %(name)s, <b>réšt</b> {now} · · ·]\n"
