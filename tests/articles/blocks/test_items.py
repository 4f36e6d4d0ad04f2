from articles.blocks import BLOCKS
from articles.blocks.items import keep_item_ids


def steps(*lines):
    return BLOCKS["steps"].check({"title": "x", "items": list(lines)})[0]


def ids(data):
    return {item["text"]: item["id"] for item in data["items"]}


def test_a_line_that_stays_keeps_its_id_wherever_it_moves():
    old = steps("one", "two", "three")

    new = keep_item_ids(old, steps("three", "new", "one", "two"))

    assert {text: ids(new)[text] for text in ids(old)} == ids(old)


def test_a_line_that_was_reworded_in_its_place_keeps_its_id():
    old = steps("one", "two")

    new = keep_item_ids(old, steps("one", "two, better"))

    assert [item["id"] for item in new["items"]] == [item["id"] for item in old["items"]]


def test_two_equal_lines_have_two_ids():
    old = steps("same", "same")

    new = keep_item_ids(old, steps("same", "same", "same"))

    assert len({item["id"] for item in new["items"]}) == 3
