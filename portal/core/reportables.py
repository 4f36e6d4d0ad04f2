"""What people can report. A house offers its things with a door, a snapshot and the acts a moderator may order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from portal.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a thing said when it was reported. It survives edits, deletion and erasure until retention ends."""

    title: str
    text: str
    html: str
    edit_number: int = 0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Words near a thing, in the order people read them. `here` marks the thing itself among them. `care`: they may be
    hard to read; `hidden`: readers do not see them."""

    title: str
    html: str
    text: str = ""
    here: bool = False
    care: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Act:
    """One act on a thing: `apply(actor, thing, reason)` enforces its own rule and returns whether it changed anything.
    `undo` is the key of the inverse act; `possible(thing)` tells whether it would change anything now."""

    key: str
    label: str | Promise
    apply: Callable[[Any, Any, str], bool]
    undo: str = ""
    possible: Callable[[Any], bool] | None = None


@dataclass(frozen=True)
class Reportable:
    """`find(user, public_id)` goes through the house's door and returns None for what this user may not know.
    `load(public_id)` is for the moderation desk alone, after the case's own door. `scope` names who looks after the
    thing (`groups:<uuid>` or `site`); `around` returns the words near it (Neighbour), the thing itself among them."""

    key: str
    label: str | Promise
    find: Callable[[Any, str], Any | None]
    load: Callable[[str], Any | None]
    snapshot: Callable[[Any], Snapshot]
    author_id: Callable[[Any], UUID | None]
    author_name: Callable[[Any], str]
    scope: Callable[[Any], str]
    place: Callable[[Any], str]
    url: Callable[[Any], str]
    acts: Mapping[str, Act] = field(default_factory=dict)
    around: Callable[[Any], Sequence[Any]] = field(default=lambda thing: ())


@dataclass(frozen=True)
class Scope:
    """Which scopes a person moderates. `moderated_by(user)` costs at most one query. `people(scope)` is the other way
    round: who moderates this scope, to call them; a house answers only for scopes of its own."""

    key: str
    moderated_by: Callable[[Any], Sequence[str]]
    people: Callable[[str], Sequence[UUID]] = field(default=lambda scope: ())


reportables: Registry[Reportable] = Registry("reportable thing")
scopes: Registry[Scope] = Registry("scope")
