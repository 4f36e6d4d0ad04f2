import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.blocks import BLOCKS, Reading
from articles.blocks.fields import Address, Cells, Choice, Day, Grid, Html, Key, Keys, Line, Lines, Rows, Switch, Year
from articles.blocks.figure import PictureKey
from articles.blocks.organisations import Country
from articles.blocks.situations import SITUATIONS, Situations
from articles.files.yaml_lines import read_yaml

GOOD = {
    "key-points": ["One thing.", "Another **thing** [^nice]"],
    "care-card": {
        "level": "urgent",
        "title": "Call",
        "timescale": "Within 24 hours",
        "who": "Call {help:team}.",
        "intro": "First.",
        "symptoms": [{"text": "Pain", "source": "nice"}],
        "say": "Help me",
        "do": ["Lie down"],
    },
    "text": {"heading": "Heading", "html": "<p>Words <strong>here</strong>.[^nice]</p>"},
    "do-dont": {"title": "Heat", "do": ["Use a towel"], "dont": ["Sleep on it"]},
    "table": {
        "caption": "Causes",
        "header": ["Cause", "Feels"],
        "row_headers": True,
        "rows": [["Muscle", "Dull"], ["Nerve", "Sharp"]],
        "sources": ["nice"],
    },
    "steps": {"title": "How", "items": ["First", "Second"]},
    "evidence": {"title": "Massage", "grade": "some", "text": "It may help.", "sources": ["nice"]},
    "disagree": {
        "title": "TENS",
        "positions": [{"who": "NICE", "says": "No", "source": "nice"}],
        "meaning": "Ask your team.",
    },
    "figure": {"art": "spine", "alt": "A spine seen from the side", "caption": "A spine"},
    "glossary": [{"term": "MRI", "meaning": "A scan with magnets"}],
    "story": {"title": "One night", "text": "I called.\n\nIt helped.", "note": "Invented example story."},
    "plan-offer": {"template": "walking-starter", "text": "Walk a little."},
    "group-offer": {"topic": "back-pain", "text": "Talk with others."},
    "faq": [{"question": "Is it safe?", "answer": "Mostly.\n\nAsk [us](article:other)."}],
    "questions": {"title": "Ask", "items": ["What is it?"]},
    "organisations": {
        "title": "Help",
        "items": [{"name": "Macmillan", "what": "Support", "country": "GB", "url": "https://example.org"}],
    },
    "sources": [
        {
            "key": "nice",
            "title": "NG234",
            "publisher": "NICE",
            "url": "https://example.org/ng234",
            "accessed": "2026-11-23",
            "year": 2023,
        }
    ],
}
ONE_LINE = st.text(alphabet="abc XYZ.,:;-#*_[]{}'\"|&<>é1\\!?", min_size=1, max_size=30).filter(
    lambda text: text.strip()
)
KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)


def values(one):
    """Any good value of a field, as a file might say it."""
    match one:
        case Situations():
            return st.lists(st.sampled_from(list(SITUATIONS)), max_size=3)
        case PictureKey():
            return st.sampled_from(["", f"{'0a' * 12}-1200x800"])
        case Choice():
            return st.sampled_from(list(one.choices) if one.required else ["", *one.choices])
        case Switch():
            return st.booleans()
        case Keys():
            return st.lists(KEYS, min_size=1, max_size=3, unique=True)
        case Key():
            return KEYS
        case Address():
            return KEYS.map(lambda key: f"https://example.org/{key}")
        case Day():
            return st.dates().map(str)
        case Year():
            return st.integers(1900, 2100)
        case Country():
            return st.sampled_from(["any", "GB", "NO", "TR"])
        case Html():
            return ONE_LINE.map(lambda text: f"<p>{text.replace('&', '').replace('<', '').replace('>', '')}x</p>")
        case Line() if one.many_lines:
            return st.lists(ONE_LINE, min_size=1, max_size=3).map("\n\n".join)
        case Line():
            return ONE_LINE
        case Lines():
            return st.lists(ONE_LINE, min_size=1, max_size=4)
        case Cells():
            return st.lists(ONE_LINE, min_size=2, max_size=2)
        case Grid():
            return st.lists(st.lists(ONE_LINE, min_size=2, max_size=2), min_size=1, max_size=3)
        case Rows():
            rows = st.fixed_dictionaries({name: values(column) for name, column in one.columns.items()})
            key = one.unique
            return st.lists(
                rows, min_size=1, max_size=3, unique_by=(lambda row: str(row[key]).strip()) if key else None
            )
    raise AssertionError(one)


def without_ids(value):
    if isinstance(value, dict):
        return {name: without_ids(one) for name, one in value.items() if name != "id"}
    return [without_ids(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_good_block_is_checked_shown_and_said(kind):
    type_ = BLOCKS[kind]
    data, problems = type_.check(GOOD[kind])

    assert problems == []
    assert type_.check(data) == (data, [])
    assert type_.words(data) or kind in {"sources"}
    if not type_.live:
        html = type_.html(data, Reading(numbers={"nice": 1}, anchor="here", link=lambda slug: f"/en/learn/{slug}/"))
        assert "{{" not in html
        assert 'id="here"' in html


@pytest.mark.parametrize("kind", BLOCKS)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_block_reads_back_from_its_own_file_text(kind, data):
    type_ = BLOCKS[kind]
    raw = {name: data.draw(values(one)) for name, one in type_.fields.items()}
    checked, problems = type_.check(raw)
    if problems:
        return

    text = type_.to_file(checked)
    fence, body = text.split("\n", 1)
    again, problems = type_.check(read_yaml(body.removesuffix(":::\n")).value)

    assert fence == f"::: {kind}"
    assert problems == []
    assert without_ids(again) == without_ids(checked)


WRONG = [
    ("care-card", {**GOOD["care-card"], "level": "later"}, ("level",), "is not one of"),
    ("care-card", {**GOOD["care-card"], "symptoms": []}, ("symptoms",), "is missing"),
    ("care-card", {**GOOD["care-card"], "symptoms": [{"text": "Pain"}]}, ("symptoms", 0, "source"), "is missing"),
    ("care-card", {**GOOD["care-card"], "who": "Call {help:police}"}, ("who",), "{help:police} is not known"),
    ("care-card", {**GOOD["care-card"], "who": "[Call](tel:999)"}, ("who",), "Phone numbers are written as"),
    ("care-card", {**GOOD["care-card"], "colour": "red"}, ("colour",), "does not belong"),
    ("text", {"heading": "", "html": "<p> </p>"}, ("html",), "There is no text here"),
    ("text", "words", (), "This block has: heading, html"),
    ("table", {**GOOD["table"], "rows": [["one"]]}, ("rows", 0), "has 1 cells, the header has 2"),
    ("table", {**GOOD["table"], "row_headers": "yes"}, ("row_headers",), "true or false"),
    ("figure", {"art": "spine"}, ("alt",), "is missing"),
    ("figure", {"art": "photo", "alt": "x"}, ("art",), "is not one of"),
    ("organisations", {"title": "x", "items": [{**GOOD["organisations"]["items"][0], "country": "England"}]},
     ("items", 0, "country"), "is not a country"),
    ("organisations", {"title": "x", "items": [{**GOOD["organisations"]["items"][0], "url": "javascript:alert(1)"}]},
     ("items", 0, "url"), "is not a web address"),
    ("sources", [{**GOOD["sources"][0], "url": "ftp://x"}], ("sources", 0, "url"), "is not a web address"),
    ("sources", [{**GOOD["sources"][0], "accessed": "yesterday"}], ("sources", 0, "accessed"), "is not a date"),
    ("sources", [{**GOOD["sources"][0], "year": "soon"}], ("sources", 0, "year"), "is not a year"),
    ("sources", [GOOD["sources"][0], GOOD["sources"][0]], ("sources", 1, "key"), "stands here twice"),
    ("sources", [{**GOOD["sources"][0], "key": "NG 234"}], ("sources", 0, "key"), "is not a key"),
    ("glossary", [{"term": "x", "meaning": "y"}] * 2, ("terms", 1, "term"), "stands here twice"),
    ("steps", {"title": "x", "items": "one"}, ("items",), "should be a list"),
    ("steps", {"title": "x", "items": [{"deep": "er"}]}, ("items", 0), "should be words"),
    ("faq", ["question"], ("items", 0), "Each entry has"),
    ("key-points", ["x" * 700], ("points", 0), "longer than"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "raw", "path", "words"), WRONG)
def test_a_bad_block_says_what_is_wrong_and_where(kind, raw, path, words):
    _data, problems = BLOCKS[kind].check(raw)

    assert path in [problem.path for problem in problems]
    assert any(words in problem.message for problem in problems)


@pytest.mark.parametrize(
    "value", [None, 3, True, "x", [], [[]], {}, {"id": {}}, [None], [{"id": "x"}], "\x00", "🦴" * 5000]
)
@pytest.mark.parametrize("kind", BLOCKS)
def test_no_value_at_all_breaks_a_check(kind, value):
    type_ = BLOCKS[kind]

    type_.check(value)
    data, _problems = type_.check(dict.fromkeys(type_.fields, value))

    assert set(data) == {name for name, one in type_.fields.items() if not one.late}


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if not BLOCKS[kind].live])
def test_words_of_editors_never_become_code(kind):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))"

    def poisoned(value):
        if isinstance(value, dict):
            kept = {"key", "source", "url", "country", "level", "grade", "art", "accessed"}
            return {name: one if name in kept else poisoned(one) for name, one in value.items()}
        if isinstance(value, list):
            return [poisoned(one) for one in value]
        return value if value in ("nice",) or not isinstance(value, str) else hostile

    data, problems = BLOCKS[kind].check(poisoned(GOOD[kind]))
    html = BLOCKS[kind].html(data, Reading(numbers={"nice": 1}, anchor="a"))

    assert problems == []
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_items_keep_their_ids_when_checked_again():
    data, _problems = BLOCKS["steps"].check({"title": "x", "items": ["one", "two"]})

    again, _problems = BLOCKS["steps"].check(data)

    assert [item["id"] for item in again["items"]] == [item["id"] for item in data["items"]]
    assert len({item["id"] for item in data["items"]}) == 2
