"""The questions that a published guide suggests for an appointment, numbered through the whole guide."""

from articles.blocks import BLOCKS
from articles.models import Revision


def questions_by_block(revision: Revision | None) -> dict[str, list[tuple[int, str]]]:
    """By block: the number of each question and its words."""
    found: dict[str, list[tuple[int, str]]] = {}
    number = 0
    for block in revision.blocks if revision else []:
        if block["kind"] == "questions":
            items = list(BLOCKS["questions"].fields["items"].words(block["data"]["items"]))
            found[block["id"]] = list(enumerate(items, start=number))
            number += len(items)
    return found


def questions_of(revision: Revision | None) -> list[str]:
    return [words for items in questions_by_block(revision).values() for _number, words in items]
