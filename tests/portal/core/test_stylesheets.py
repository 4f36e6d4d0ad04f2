"""What the style sheets ask of a browser: phones of 2022 show every edge, choice and line."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from portal.core.flat_css import flat
from portal.core.gathering import ENTRY, GatheredFinder

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


def test_what_is_served_is_one_sheet_with_every_part_in_its_layer_and_order(settings, tmp_path):
    settings.GATHERED_ROOT = tmp_path
    [(name, storage)] = GatheredFinder().list(None)
    served = Path(storage.path(name)).read_text()

    assert (name, GatheredFinder().find(name)) == (ENTRY, str(tmp_path / ENTRY))
    assert [sign for sign in ("@import", "url(", "&", "/*") if sign in served] == []
    layers = re.findall(r"^@layer (\w+) \{", served, flags=re.MULTILINE)
    assert len(layers) == len(SHEETS)
    order = ["reset", "tokens", "base", "layout", "components", "utilities", "print"]
    assert list(dict.fromkeys(layers)) == order, "as the entry names them"
    assert served.count("{") == served.count("}")
    assert all(f"{name}{{" in served for name in (".rail", ".scale input", ".chart .worst", ".brand svg"))


@pytest.mark.parametrize(
    ("nested", "told"),
    [
        (".a { color: red; & b { color: blue } }", [".a{color: red;}", ".a b{color: blue;}"]),
        (".a, .b { & > i, &:hover { x: 1 } }", [":is(.a, .b) > i, :is(.a, .b):hover{x: 1;}"]),
        (":is(.a, .b) { & i { x: 1 } }", [":is(.a, .b) i{x: 1;}"]),
        (
            "@media print { .a { & b { @supports (x: 1) { y: 2 } } } }",
            ["@media print {", "@supports (x: 1) {", ".a b{y: 2;}"],
        ),
        ("/* & { */ :root { --none: ; }", [":root{--none: ;}"]),
    ],
)
def test_rules_inside_rules_are_written_one_after_the_other(nested, told):
    assert [line for line in flat(nested).splitlines() if line != "}"] == told


def test_what_is_not_understood_stops_the_work_instead_of_being_served():
    for wrong in (".a { b { x: 1 } }", ".a { x: 1"):
        with pytest.raises(ValueError, match=r"says & where|is not closed"):
            flat(wrong)
