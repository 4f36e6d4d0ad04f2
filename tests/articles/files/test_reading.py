import pytest

from articles.files import BIGGEST, BadFile, read, write
from articles.operations.imports import draft_from
from tests.factories.articles import block

FRONT = """---
slug: a-guide
language: en
title: A guide
lead: What it gives.
topics: [back-pain]
status: published
sample: true
minutes: 7
art: spine
order: 3
---
"""
BODY = """
::: key-points
- "One thing."
:::

Words before any heading.

## A heading

Some **prose** with a source.[^nice]

::: table
caption: "Causes"
header: ["Cause", "Feels"]
row_headers: true
rows:
  - ["Muscle", "Dull"]
sources: [nice]
:::

Words after the table.

::: sources
- key: nice
  title: "NG234"
  publisher: "NICE"
  url: "https://example.org"
  accessed: 2026-11-23
  year: null
:::
"""


def flaws(text):
    with pytest.raises(BadFile) as caught:
        read(text.encode() if isinstance(text, str) else text)
    return [(flaw.line, flaw.reason) for flaw in caught.value.flaws]


def test_a_file_is_read_in_order():
    file = read((FRONT + BODY).encode())

    assert [block.kind for block in file.blocks] == ["key-points", "text", "text", "table", "text", "sources"]
    assert [block.line for block in file.blocks] == [14, 18, 20, 24, 33, 35]
    assert file.front["topics"] == ["back-pain"]
    assert file.front["order"] == 3


def test_what_is_written_reads_back_the_same():
    draft = draft_from(read((FRONT + BODY).encode()))
    text = write({**draft.says(), "status": "published", "order": draft.position}, draft.blocks)

    assert draft_from(read(text.encode())).digest == draft.digest
    assert write({**draft.says(), "status": "published", "order": draft.position}, draft.blocks) == text


def test_text_that_markdown_cannot_say_still_comes_back():
    blocks = [
        block("text", {"heading": "", "html": "<p>One</p>"}),
        block("text", {"heading": "", "html": "<p>Two, in a block of its own</p>"}),
        block("text", {"heading": "# Not a level", "html": "<ul><li>a</li></ul><ul><li>b</li></ul>"}),
        block("text", {"heading": "Alone", "html": ""}),
    ]
    front = {"slug": "x", "language": "en", "title": "x", "lead": "x", "topics": ["x"], "status": "draft"}

    again = read(write(front, blocks).encode())

    assert [(one.kind, one.data) for one in again.blocks] == blocks


WRONG = [
    ("no front matter", [(1, "front matter")]),
    (FRONT.replace("slug: a-guide\n", "") + "Words.", [(2, "“slug” is missing")]),
    (FRONT.replace("status: published", "status: secret") + "Words.", [(7, "is not one of")]),
    (FRONT.replace("topics: [back-pain]", "topics: back-pain") + "Words.", [(6, "at least one health topic")]),
    (FRONT.replace("minutes: 7", "minutes: soon") + "Words.", [(9, "whole number")]),
    (FRONT.replace("minutes: 7", "colour: red") + "Words.", [(9, "does not belong")]),
    (FRONT.replace("title: A guide", "title: A guide: yes") + "Words.", [(4, "not YAML")]),
    (FRONT + "# Too big\n", [(13, "a heading with ##")]),
    (FRONT + "::: poem\nx: y\n:::\n", [(13, "There is no block “poem”")]),
    (FRONT + "::: steps\ntitle: x\nitems: [a]\n", [(13, "no closing line")]),
    (FRONT + "::: steps\ntitle: x\nitems:\n  - a\n  - {b: c}\n:::\n", [(17, "should be words")]),
    (FRONT + "::: steps\ntitle: x\nitems: [a\n:::\n", [(15, "not YAML")]),
    (FRONT + "::: key-points\n- good\n- " + "x" * 400 + "\n:::\n", [(15, "longer than")]),
    (FRONT + "## Call\n\n[999](tel:999)\n", [(13, "Phone numbers")]),
    (FRONT + "## Call\n\nCall {help:police}.\n", [(13, "{help:police}")]),
    (FRONT + "::: evil\n", [(13, "no closing line"), (13, "There is no block")]),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_what_is_wrong_is_told_with_its_line(text, expected):
    found = flaws(text)

    assert [line for line, _reason in found] == [line for line, _words in expected]
    for (_line, reason), (_at, words) in zip(sorted(found), sorted(expected), strict=True):
        assert words in reason


def test_all_flaws_of_a_file_are_told_at_once():
    found = flaws(FRONT.replace("art: spine", "art: photo") + "::: figure\nart: spine\n:::\n\n::: poem\n:::\n")

    assert [line for line, _reason in found] == [10, 13, 17]


def test_words_that_yaml_would_change_stay_words():
    file = read((FRONT + "::: steps\ntitle: NO\nitems: [on, 'yes', 12:30, 1_000]\n:::\n").encode())

    assert file.blocks[0].data["title"] == "NO"
    assert [item["text"] for item in file.blocks[0].data["items"]] == ["on", "yes", "12:30", "1_000"]


HOSTILE = [
    '::: steps\ntitle: "half a sign: \\ud800"\nitems: [x]\n:::\n',
    '::: steps\n"\\udfff": x\nitems: [x]\n:::\n',
    '::: steps\ntitle: "\\UFFFFFFFF"\nitems: [x]\n:::\n',
    "::: steps\ntitle: &a x\nitems: [*a, *a]\n:::\n",
    "::: steps\ntitle: !!python/object/apply:os.system [id]\nitems: [x]\n:::\n",
    "::: steps\ntitle: x\nitems: " + "[" * 500 + "]" * 500 + "\n:::\n",
    "::: steps\ntitle: x\nitems: [" + "a," * 30_000 + "]\n:::\n",
    "::: steps\ntitle: x\ntitle: y\nitems: [x]\n:::\n",
    "::: steps\n? [a, b]\n: c\n:::\n",
    "::: steps\n<<: {title: x}\nitems: [x]\n:::\n",
    "::: steps\n\x00\n:::\n",
]


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_yaml_is_refused_with_its_line(body):
    found = flaws(FRONT + body)

    assert all(line >= 13 for line, _reason in found)


def test_a_file_that_is_too_large_or_not_text_is_refused():
    assert "larger than" in flaws(b"x" * (BIGGEST + 1))[0][1]
    assert flaws(FRONT.encode() + b"\nfine\n\xff\xfe")[0] == (15, "This is not UTF-8 text.")
