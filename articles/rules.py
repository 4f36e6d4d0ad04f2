"""Who may do what with an article, and what an article must be before readers see it. No queries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.blocks import BLOCKS, Data
from articles.blocks.care_card import LEVELS, ORDER
from articles.blocks.problems import Path
from portal.accounts import roles

Kinds = Sequence[tuple[str, Data]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps an article from being published. `block` counts from 0; None is the article itself."""

    block: int | None
    path: Path
    message: str


def may_edit(user: Any) -> bool:
    """Editors write, publish and retire."""
    return bool(user is not None and user.is_authenticated and user.staff_roles.edits)


def may_review(user: Any) -> bool:
    """Clinical reviewers approve what others wrote. The role itself is needed: no other role stands in for it."""
    return bool(user is not None and user.is_authenticated and roles.CLINICAL_REVIEWERS in user.staff_roles.names)


def may_preview(user: Any) -> bool:
    """Editors and clinical reviewers see what is not published yet; administrators may read it."""
    if not user.is_authenticated:
        return False
    held = user.staff_roles
    return bool(held.edits or held.reviews or held.administers)


def faults(blocks: Kinds, topics: Sequence[str]) -> list[Fault]:
    """Everything that keeps these blocks from being published together."""
    found = [*_checked(blocks), *_one_of_each(blocks), *_cards_in_order(blocks), *_sources_agree(blocks)]
    if not topics:
        found.append(Fault(None, ("topics",), _("Name at least one health topic.")))
    if not any(kind != "sources" for kind, _data in blocks):
        found.append(Fault(None, (), _("There is nothing to read yet.")))
    return found


def _checked(blocks: Kinds) -> Iterator[Fault]:
    for place, (kind, data) in enumerate(blocks):
        for problem in BLOCKS[kind].check(data)[1]:
            yield Fault(place, problem.path, problem.message)


def _one_of_each(blocks: Kinds) -> Iterator[Fault]:
    for kind in ("key-points", "sources"):
        places = [place for place, (one, _data) in enumerate(blocks) if one == kind]
        for place in places[1:]:
            words = _("There is more than one block “%(kind)s”.") % {"kind": str(BLOCKS[kind].label)}
            yield Fault(place, (), words)
        if kind == "sources" and places and places[0] != len(blocks) - 1:
            yield Fault(places[0], (), _("The sources are always the last block."))


def _cards_in_order(blocks: Kinds) -> Iterator[Fault]:
    highest = 0
    for place, (kind, data) in enumerate(blocks):
        if kind != "care-card" or data.get("level") not in ORDER:
            continue
        level = ORDER[data["level"]]
        if level < highest:
            before = " → ".join(str(label) for label in LEVELS.values())
            yield Fault(place, ("level",), _("Care cards stand in this order: %(order)s.") % {"order": before})
        highest = max(highest, level)


def _sources_agree(blocks: Kinds) -> Iterator[Fault]:
    """Every source cited is there, and every source there is cited."""
    there = {
        row["key"]: (place, ("sources", at, "key"))
        for place, (kind, data) in enumerate(blocks)
        if kind == "sources"
        for at, row in enumerate(data.get("sources", []))
    }
    used: set[str] = set()
    for place, (kind, data) in enumerate(blocks):
        if kind == "sources":
            continue
        for key in dict.fromkeys(BLOCKS[kind].cites(data)):
            used.add(key)
            if key not in there:
                yield Fault(
                    place, _where(kind, data, key), _("The source “%(key)s” is not among the sources.") % {"key": key}
                )
    for key, (place, path) in there.items():
        if key not in used:
            yield Fault(place, path, _("The source “%(key)s” is not cited anywhere.") % {"key": key})


def _where(kind: str, data: Data, key: str) -> Path:
    """The path of the first field or item that cites this key."""
    for name, one in BLOCKS[kind].fields.items():
        if key not in set(one.cites(BLOCKS[kind].of(data, name))):
            continue
        for at, row in enumerate(data[name] if isinstance(data.get(name), list) else []):
            said = row.values() if isinstance(row, dict) else [row]
            if any(key == value or f"[^{key}]" in str(value) for value in said):
                return (name, at)
        return (name,)
    return ()
