"""How one person reads past content notes: what is folded, what is left out, and whether pages keep quiet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from groups.models import Note, Post, Thread

NAMES = {note.value: note.label for note in Note}


@dataclass(frozen=True, slots=True)
class Ways:
    """`quiet` pages have no pictures, no faces and no counts, and fold whatever carries a note."""

    folded: frozenset[str] = field(default=frozenset())
    left_out: frozenset[str] = field(default=frozenset())
    quiet: bool = False

    def folds(self, notes: Sequence[str]) -> bool:
        return bool(notes) and (self.quiet or not self.folded.isdisjoint(notes))

    def leaves_out(self, notes: Sequence[str]) -> bool:
        return not self.left_out.isdisjoint(notes)


PLAIN = Ways()


def ways_of(found: Any) -> Ways:
    """From a row that `with_reading_of` has been over."""
    reading = getattr(found, "reading", None) or {}
    return Ways(
        frozenset(reading.get("folded") or ()), frozenset(reading.get("left_out") or ()),
        bool(reading.get("low_stimulus")),
    )  # fmt: skip


def notes_on(row: Post | Thread) -> list[str]:
    """What its writer and the team set, in the order in which notes are always told."""
    return [note for note in Note.values if note in row.notes or note in row.team_notes]


def names_of(notes: Sequence[str]) -> list[str]:
    return [str(NAMES[note]) for note in notes]


def read_past(posts: Sequence[Post], ways: Ways) -> None:
    """Give each post its `note_names` and how it is shown. One's
    own words are never folded away from oneself."""
    for post in posts:
        notes = notes_on(post)
        post.note_names = names_of(notes)
        post.is_left_out = not post.is_mine and ways.leaves_out(notes)
        post.is_folded = not post.is_mine and ways.folds(notes)
