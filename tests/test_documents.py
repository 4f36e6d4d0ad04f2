"""What the documents name is there."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted(ROOT.glob("docs/**/*.md"))
OF_THE_CHECKS = {"HANDRAIL_TESTING"}  # tests and checks set it; a site has no use for it
OF_GUNICORN = {"WEB_CONCURRENCY"}


def name_of(path):
    return str(path.relative_to(ROOT))


def test_the_table_of_the_configuration_names_what_is_read_and_nothing_else():
    table = (ROOT / "README.md").read_text().partition("## Configuration")[2].partition("\n## ")[0]
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE))
    settings = "\n".join((ROOT / name).read_text() for name in ("portal/settings.py", "portal/core/push_key.py"))
    read = set(re.findall(r"""(?:env\.\w+|\bsecret)\(\s*"([A-Z_]+)""", settings)) - OF_THE_CHECKS
    beside = [
        *(ROOT / "portal/launch").glob("*.py"),
        *(path for path in (ROOT / "scripts").iterdir() if path.is_file()),
    ]
    named = "\n".join([settings, *(path.read_text() for path in beside)])

    assert read - told == set()
    assert {name for name in told if not re.search(rf"\b{name}\b", named)} == OF_GUNICORN


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_commands_files_and_links_that_a_page_names_are_there(document):
    text = document.read_text()
    commands = set(re.findall(r"manage\.py ([a-z_]+)", text))
    paths = re.findall(r"`((?:scripts|portal|articles|groups|selfcare|tests|bench|docs|\.ci)/[\w./-]*\w)", text)
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)

    assert commands - set(get_commands()) == set()
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert [link for link in links if not (document.parent / link).exists()] == []
