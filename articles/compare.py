"""What differs between two versions of an article: blocks by their lasting ids, items by theirs, words inside. Pure."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeVar

from articles.blocks import BLOCKS
from articles.blocks.fields import Html
from articles.blocks.prose_markdown import prose_to_markdown

WORD = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")
SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+|[^.!?\n]+")
ONE_LOOK = 20_000
"""The most pairs of like words that one look may weigh. More is told as one passage in place of another."""
ALL_LOOKS = 1_000_000

BlockJson = Mapping[str, Any]
Key = tuple[str, ...]
T = TypeVar("T", bound=Hashable)


class How(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stay, come or go."""

    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a block: a field, or a column of one of its items. `key` leads to it by names and item ids."""

    key: Key
    runs: tuple[Run, ...]

    @property
    def name(self) -> str:
        return self.key[0]

    @property
    def differs(self) -> bool:
        return any(run.how is not How.SAME for run in self.runs)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one block. A moved block may have changed as well; one that only moved has `how` SAME."""

    id: str
    kind: str
    how: How
    moved: bool
    lines: tuple[Line, ...]


@dataclass
class Effort:
    """How much looking is left, so that no pair of texts takes long."""

    left: int = field(default=ALL_LOOKS)

    def allows(self, before: Sequence[str], after: Sequence[str]) -> bool:
        there = Counter(after)
        pairs = sum(count * there[word] for word, count in Counter(before).items())
        if pairs > min(ONE_LOOK, self.left):
            return False
        self.left -= pairs
        return True


def compare(before: Sequence[BlockJson], after: Sequence[BlockJson]) -> list[Change]:
    """What was added, removed, moved or changed, in the order of `after`; what is gone stands where it stood."""
    effort = Effort()
    old = {_identity(block): block for block in before}
    new = {_identity(block): block for block in after}
    moved = _moved([one for one in old if one in new], [one for one in new if one in old])
    found = []
    for identity in _in_reading_order(list(old), list(new)):
        was, now = old.get(identity), new.get(identity)
        lines = compare_texts(texts(was), texts(now), effort)
        how = How.ADDED if was is None else How.REMOVED if now is None else How.SAME
        if how is How.SAME and any(line.differs for line in lines):
            how = How.CHANGED
        if how is not How.SAME or identity in moved:
            found.append(Change(identity[0], identity[1], how, identity in moved, tuple(lines)))
    return found


def compare_texts(before: Mapping[Key, str], after: Mapping[Key, str], effort: Effort | None = None) -> list[Line]:
    """Every text of two sets, by its key. An item that is new has only words that come."""
    effort = effort or Effort()
    keys = _in_reading_order(list(before), list(after))
    return [Line(key, tuple(words(before.get(key, ""), after.get(key, ""), effort))) for key in keys]


def words(before: str, after: str, effort: Effort | None = None) -> Iterator[Run]:
    """One text beside another: sentences first, then the words of those that differ. Joined, the runs that stay or go
    are `before`, and those that stay or come are `after`."""
    effort = effort or Effort()
    runs: list[Run] = []
    for was, now, same in _aligned(SENTENCE.findall(before), SENTENCE.findall(after), effort):
        if same:
            runs.append(Run(How.SAME, "".join(was)))
            continue
        inside = _aligned(WORD.findall("".join(was)), WORD.findall("".join(now)), effort)
        for gone, come, stays in inside:
            if stays:
                runs.append(Run(How.SAME, "".join(gone)))
            else:
                runs += [Run(How.REMOVED, "".join(gone)), Run(How.ADDED, "".join(come))]
    return _joined(runs)


def texts(block: BlockJson | None) -> dict[Key, str]:
    """Every text of a block by its key, in order. Prose is given as Markdown, so that a lost bold or link is seen."""
    if block is None:
        return {}
    fields = BLOCKS[block["kind"]].fields
    found: dict[Key, str] = {}
    for name, value in block["data"].items():
        one = fields.get(name)
        told = (prose_to_markdown(value) or value) if isinstance(one, Html) and value else value
        found |= dict(_leaves((name,), told))
    return found


def _leaves(key: Key, value: Any) -> Iterator[tuple[Key, str]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            if name != "id":
                yield from _leaves((*key, str(name)), one)
    elif isinstance(value, list):
        for place, one in enumerate(value, start=1):
            known = one.get("id") if isinstance(one, Mapping) else None
            yield from _leaves((*key, str(known or place)), one)
    elif isinstance(value, bool):
        yield key, "✓" if value else ""
    elif value not in (None, ""):
        yield key, str(value)


def _identity(block: BlockJson) -> tuple[str, str]:
    return str(block["id"]), block["kind"]


def _moved(before: Sequence[T], after: Sequence[T]) -> set[T]:
    """The fewest that must be taken up and put elsewhere: all but the longest run that kept its order."""
    place = {one: at for at, one in enumerate(before)}
    ends: list[int] = []
    last: list[T] = []
    earlier: dict[T, T | None] = {}
    for one in after:
        at = bisect_left(ends, place[one])
        earlier[one] = last[at - 1] if at else None
        ends[at : at + 1] = [place[one]]
        last[at : at + 1] = [one]
    kept: set[T] = set()
    step = last[-1] if last else None
    while step is not None:
        kept.add(step)
        step = earlier[step]
    return set(after) - kept


def _in_reading_order(before: Sequence[T], after: Sequence[T]) -> list[T]:
    """All of both, in the order of `after`; what is only in `before` follows what it followed there."""
    there = set(after)
    follows: dict[T | None, list[T]] = {}
    ahead: T | None = None
    for one in before:
        if one in there:
            ahead = one
        else:
            follows.setdefault(ahead, []).append(one)
    order = list(follows.get(None, []))
    for one in after:
        order += [one, *follows.get(one, [])]
    return order


def _aligned(
    before: Sequence[str], after: Sequence[str], effort: Effort
) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    """Passages side by side, and whether they say the same. The same start and end cost nothing."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    if start:
        yield before[:start], after[:start], True
    if was and now and effort.allows(was, now):
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            yield was[i1:i2], now[j1:j2], tag == "equal"
    elif was or now:
        yield was, now, False
    if end:
        yield before[len(before) - end :], after[len(after) - end :], True


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Neighbours that go the same way as one, without the empty ones."""
    held: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if held and held.how is run.how:
            held = Run(run.how, held.text + run.text)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held
