"""Two versions of an article for a page that compares them: published ones by their number, or the draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.blocks import BLOCKS
from articles.blocks.fields import Rows
from articles.compare import Change, Effort, How, Key, Line, compare, compare_texts
from articles.models import Article, Revision
from articles.operations.drafts import Draft, draft_of

DRAFT = "draft"
FACTS: dict[str, str | Promise] = {
    "title": gettext_lazy("Title"),
    "lead": gettext_lazy("Lead"),
    "slug": gettext_lazy("Address"),
    "topics": gettext_lazy("Health topics"),
    "art": gettext_lazy("Drawing"),
    "sample": gettext_lazy("Sample text"),
}


@dataclass(frozen=True)
class Version:
    """`key` is the number of a revision, or "draft"."""

    key: str
    label: str
    facts: Mapping[Key, str]
    blocks: list[dict[str, Any]]


@dataclass(frozen=True)
class LabelledLine:
    label: str
    line: Line


@dataclass(frozen=True)
class BlockChange:
    change: Change
    label: str
    heading: str
    lines: list[LabelledLine]

    @property
    def said(self) -> list[str]:
        """What became of the block, in words."""
        how = {How.ADDED: _("Added"), How.REMOVED: _("Removed"), How.CHANGED: _("Changed")}.get(self.change.how)
        return [word for word in (how, _("Moved") if self.change.moved else None) if word]


def version(article: Article, key: str) -> Version | None:
    """The draft, or the revision with this number of this article."""
    if key == DRAFT:
        blocks = [block.as_json() for block in article.blocks.order_by("ordering", "pk")]
        return Version(DRAFT, _("The draft"), _facts(draft_of(article)), blocks)
    number = int(key) if key.isascii() and key.isdigit() and len(key) < 8 else 0
    found = article.revisions.filter(number=number).first()
    if found is None:
        return None
    return Version(key, _("Version %(number)s") % {"number": number}, _facts(found), found.blocks)


def differences(before: Version, after: Version) -> tuple[list[LabelledLine], list[BlockChange]]:
    """Facts of the article that differ, then its blocks."""
    facts = [line for line in compare_texts(before.facts, after.facts, Effort()) if line.differs]
    told = [LabelledLine(str(FACTS[line.name]), line) for line in facts]
    kept = {block["id"]: block for block in (*before.blocks, *after.blocks)}
    return told, [_told(change, kept[change.id]) for change in compare(before.blocks, after.blocks)]


def _told(change: Change, block: Mapping[str, Any]) -> BlockChange:
    type_ = BLOCKS[change.kind]
    lines = [LabelledLine(label_of(change.kind, line.key), line) for line in change.lines if line.differs]
    return BlockChange(change, str(type_.label), type_.heading(block["data"]), lines)


def label_of(kind: str, key: Key) -> str:
    field = BLOCKS[kind].fields.get(key[0])
    column = field.columns.get(key[-1]) if isinstance(field, Rows) and len(key) > 2 else None
    return " · ".join(str(one.label) for one in (field, column) if one)


def _facts(said: Draft | Revision) -> dict[Key, str]:
    topics = said.topics if isinstance(said, Draft) else said.topic_slugs
    facts = {"title": said.title, "lead": said.lead, "slug": said.slug, "topics": ", ".join(topics), "art": said.art}
    return {(name,): value for name, value in {**facts, "sample": _("Yes") if said.sample else _("No")}.items()}


def choices(article: Article) -> Iterator[tuple[str, str]]:
    """What can be compared, the newest first."""
    yield DRAFT, _("The draft")
    for number, day, note in article.revisions.values_list("number", "published_at__date", "note"):
        label = _("Version %(number)s, %(day)s") % {"number": number, "day": day}
        yield str(number), f"{label}: {note}" if note else label
