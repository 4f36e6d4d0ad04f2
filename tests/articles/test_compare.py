"""Two versions side by side: what the comparison says can be read back into both."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.compare import How, compare, words

TEXT = st.text(alphabet="ab .!?\n,é", max_size=60)
NAMES = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)


def paragraph(name, heading="H", said="Same words."):
    return {"id": name, "kind": "text", "data": {"heading": heading, "html": f"<p>{said}</p>"}}


def side(runs, other):
    return "".join(run.text for run in runs if run.how in {How.SAME, other})


@given(TEXT, TEXT)
def test_the_words_of_both_sides_can_be_read_back(before, after):
    runs = list(words(before, after))

    assert side(runs, How.REMOVED) == before
    assert side(runs, How.ADDED) == after


@given(TEXT)
def test_the_same_text_has_nothing_that_came_or_went(text):
    assert {run.how for run in words(text, text)} <= {How.SAME}


def test_only_the_words_that_changed_are_told():
    runs = list(words("Take it twice a day. Rest well.", "Take it once a day. Rest well."))

    assert [(run.how, run.text) for run in runs] == [
        (How.SAME, "Take it"), (How.REMOVED, " twice"), (How.ADDED, " once"), (How.SAME, " a day. Rest well."),
    ]  # fmt: skip


@given(NAMES, NAMES)
def test_blocks_that_came_and_went_are_exactly_those_of_one_side(before, after):
    changes = compare([paragraph(name) for name in before], [paragraph(name) for name in after])

    assert {change.id for change in changes if change.how is How.ADDED} == set(after) - set(before)
    assert {change.id for change in changes if change.how is How.REMOVED} == set(before) - set(after)
    assert all(change.moved for change in changes if change.how is How.SAME)


@given(NAMES.flatmap(lambda names: st.tuples(st.just(names), st.permutations(names))))
def test_moving_blocks_is_told_as_moves_only_and_as_few_as_possible(orders):
    before, after = orders
    changes = compare([paragraph(name) for name in before], [paragraph(name) for name in after])
    moved = {change.id for change in changes}

    assert {change.how for change in changes} <= {How.SAME}
    assert [name for name in before if name not in moved] == [name for name in after if name not in moved]
    assert len(moved) <= max(0, len(before) - 1)
    assert bool(moved) == (before != list(after))


def test_one_block_taken_to_the_end_is_one_move():
    changes = compare([paragraph(name) for name in "abcd"], [paragraph(name) for name in "bcda"])

    assert [(change.id, change.moved) for change in changes] == [("a", True)]


def test_items_are_followed_by_their_ids():
    def steps(*items):
        return {"id": "s", "kind": "steps", "data": {"title": "How", "items": [{"id": i, "text": t} for i, t in items]}}

    (change,) = compare([steps(("1", "Sit."), ("2", "Breathe."))], [steps(("2", "Breathe out."), ("1", "Sit."))])

    assert [line.key for line in change.lines if line.differs] == [("items", "2", "text")]


def test_a_lost_link_in_prose_is_seen():
    before, after = paragraph("a"), paragraph("a")
    before["data"]["html"] = '<p>See <a href="https://example.org/">this page</a>.</p>'
    after["data"]["html"] = "<p>See this page.</p>"

    (change,) = compare([before], [after])

    assert "https://example.org/" in "".join(r.text for line in change.lines for r in line.runs if r.how is How.REMOVED)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 50_000, "b a " * 25_000),
        ("a. " * 30_000, "b. a. " * 15_000),
        (" ".join(map(str, range(20_000))), " ".join(map(str, range(20_000, 0, -1)))),
        ("(" * 200_000, ")(" * 100_000),
    ],
)
def test_big_and_hostile_texts_take_a_bounded_time(before, after):
    began = time.process_time()
    runs = list(words(before, after))

    assert time.process_time() - began < 2
    assert side(runs, How.REMOVED) == before
    assert side(runs, How.ADDED) == after


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from("abc"), TEXT), max_size=3, unique_by=lambda pair: pair[0]))
def test_a_version_beside_itself_differs_in_nothing(blocks):
    version = [paragraph(name, heading=said) for name, said in blocks]

    assert compare(version, version) == []
