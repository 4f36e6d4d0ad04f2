"""A translation beside its original, block by block, for the person who brings it up to date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.blocks import BLOCKS
from articles.compare import BlockJson, How, Key, Line, compare, compare_texts, texts
from articles.models import Article, Revision
from articles.versions import LabelledLine, label_of

HEAD = ("title", "lead")


@dataclass(frozen=True)
class Pair:
    """A block of the original beside the translation's own. `how` is what became of the original's since."""

    id: str
    label: str
    heading: str
    how: How
    original: Sequence[LabelledLine]
    own: Sequence[LabelledLine]
    is_translated: bool = True

    @property
    def said(self) -> str:
        words = {How.ADDED: _("New"), How.REMOVED: _("Taken away"), How.CHANGED: _("Changed")}
        return words.get(self.how, "")


def side_by_side(article: Article, base: Revision | None, now: Revision) -> list[Pair]:
    """The original as it is now with what changed in it since `base`, and the draft of the translation beside it."""
    own = [block.as_json() for block in article.blocks.order_by("ordering", "pk")]
    before = list(base.blocks) if base else []
    return [_head(article, base, now), *_pairs(before, list(now.blocks), own)]


def _head(article: Article, base: Revision | None, now: Revision) -> Pair:
    names = {"title": _("Title"), "lead": _("Lead")}
    told: list[dict[Key, str]] = [
        {(name,): str(getattr(one, name)) for name in HEAD} for one in (base or now, now, article)
    ]
    lines = [LabelledLine(names[line.name], line) for line in compare_texts(told[0], told[1])]
    mine = [LabelledLine(names[line.name], line) for line in compare_texts(told[2], told[2])]
    how = How.CHANGED if any(one.line.differs for one in lines) else How.SAME
    return Pair("article", _("The article itself"), "", how, lines, mine)


def _pairs(before: Sequence[BlockJson], now: Sequence[BlockJson], own: Sequence[BlockJson]) -> Iterator[Pair]:
    """In the order of the original; what was taken away there, and what only the translation has, at the end."""
    changes = {change.id: change for change in compare(before, now)} if before else {}
    ties = {block["source_block_id"]: block for block in own if block.get("source_block_id")}
    there = {block["id"] for block in now}
    for block in [*now, *(block for block in before if block["id"] not in there)]:
        change, mine = changes.get(block["id"]), ties.get(block["id"])
        how = change.how if change else How.SAME
        lines = _labelled(block["kind"], change.lines) if change else _told(block)
        yield _pair(block, how, lines, mine)
    there |= {block["id"] for block in before}
    for block in own:
        if block.get("source_block_id") not in there:
            yield _pair(block, How.SAME, [], block)


def _pair(block: BlockJson, how: How, lines: Sequence[LabelledLine], mine: BlockJson | None) -> Pair:
    type_ = BLOCKS[block["kind"]]
    own = _told(mine) if mine else []
    return Pair(block["id"], str(type_.label), type_.heading(block["data"]), how, lines, own, mine is not None)


def _told(block: Mapping[str, Any]) -> list[LabelledLine]:
    said = texts(block)
    return _labelled(block["kind"], compare_texts(said, said))


def _labelled(kind: str, lines: Sequence[Line]) -> list[LabelledLine]:
    """In the order in which the fields are written, which the database does not keep."""
    order = list(BLOCKS[kind].fields)
    known = sorted(lines, key=lambda line: order.index(line.name) if line.name in order else len(order))
    return [LabelledLine(label_of(kind, line.key), line) for line in known]
