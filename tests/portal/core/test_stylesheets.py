"""What the style sheets ask of a browser: phones of 2022 show every edge, choice and line."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

IMPORT = re.compile(r'@import url\("([^"]+)"\)')


def sheet(name):
    """Its rules, without the remarks."""
    found = finders.find(f"portal/css/{name}".replace("portal/css/../../", ""))
    return re.sub(r"/\*.*?\*/", "", Path(found).read_text(), flags=re.DOTALL)


SHEETS = {name: sheet(name) for name in IMPORT.findall(sheet("portal.css"))}


def test_a_colour_for_light_and_dark_is_written_so_that_older_phones_read_it():
    assert len(SHEETS) > 60, "a page has more style sheets than its entry"
    assert [name for name, sheet in SHEETS.items() if "light-dark(" in sheet] == []
    tokens = SHEETS["tokens.css"]
    both = re.findall(r"var\(--light, .+\) var\(--dark, .+\);", tokens)
    assert len(both) > 30
    assert len(both) == tokens.count("var(--light,") == tokens.count("var(--dark,")
