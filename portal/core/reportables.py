"""What people can report. A house offers its things with a door, a snapshot and the acts a moderator may order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from portal.core.hours import Hours
from portal.core.registry import Registry

Given = Mapping[str, str]
Trace = Mapping[str, Any]


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
    hint: str | Promise = ""
    asks: str = ""

    @property
    def has_way_back(self) -> bool:
        return bool(self.undo)

    def perform(self, actor: Any, thing: Any, reason: str, given: Given) -> Trace | None:
        """Do it. What the house wants to remember for the way back, or None when nothing changed."""
        return {} if self.apply(actor, thing, reason) else None

    def reverse(self, acts: Mapping[str, "Act"], actor: Any, thing: Any, reason: str, trace: Trace) -> bool:
        """Do the inverse. Returns whether anything changed."""
        return acts[self.undo].apply(actor, thing, reason)


def cannot(actor: Any, thing: Any, reason: str) -> bool:
    raise TypeError("this act asks for more than a reason")


@dataclass(frozen=True)
class FullAct(Act):
    """An act that asks for more than a reason: `asks` names the fields a moderator fills in ("words", "thread",
    "split", "guide"). `carry_out(actor, thing, reason, given)` returns what `take_back(actor, thing, reason, trace)`
    needs, or None when nothing changed. `options(actor, thing)` are what to choose from in that field."""

    apply: Callable[[Any, Any, str], bool] = cannot
    carry_out: Callable[[Any, Any, str, Given], Trace | None] = field(kw_only=True)
    take_back: Callable[[Any, Any, str, Trace], bool] = field(kw_only=True)
    options: Callable[[Any, Any], Sequence[tuple[str, str]]] | None = field(default=None, kw_only=True)

    @property
    def has_way_back(self) -> bool:
        return True

    def perform(self, actor: Any, thing: Any, reason: str, given: Given) -> Trace | None:
        return self.carry_out(actor, thing, reason, given)

    def reverse(self, acts: Mapping[str, Act], actor: Any, thing: Any, reason: str, trace: Trace) -> bool:
        return self.take_back(actor, thing, reason, trace)


@dataclass(frozen=True)
class Reportable:
    """`find(user, public_id)` goes through the house's door and returns None for what this user may not know.
    `load(public_id)` is for the moderation desk alone, after the case's own door. `scope` names who looks after the
    thing (`groups:<uuid>` or `site`); `around` returns the words near it (Neighbour), the thing itself among them.
    `veiled(thing)`: its author speaks under another name, so the desk must not put it beside their other words.
    `mend(actor, thing, words)`: its author sends it again in other words, and it waits for a moderator.
    `thread(thing)` names the conversation it stands in, where there is one."""

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
    veiled: Callable[[Any], bool] = field(default=lambda thing: False)
    mend: Callable[[Any, Any, str], None] | None = None
    thread: Callable[[Any], str] = field(default=lambda thing: "")


@dataclass(frozen=True)
class Scope:
    """Which scopes a person moderates. `moderated_by(user)` costs at most one query. `people(scope)` is the other way
    round: who moderates this scope, to call them; a house answers only for scopes of its own.

    `restrain(actor, scope, person, step, until)` keeps a person of this scope to a step ("reviewed", "read_only" or
    "removed") until a moment, or lets go of it when `until` is None. It enforces its own rule and raises RuleViolation
    or PermissionDenied; None where a house knows no such steps. `write_to(scope)` is the address of the page on which
    people write to who looks after it; empty where there is none, and for scopes of another house. `hours(scope)`:
    when its moderators are there. `everybody_reads(scope)`: whether what stands there is public anyway.
    `named(user, scopes)` is how this person knows these parts of the site, without those they do not know; one query at
    most."""

    key: str
    moderated_by: Callable[[Any], Sequence[str]]
    people: Callable[[str], Sequence[UUID]] = field(default=lambda scope: ())
    restrain: Callable[[Any, str, UUID, str, datetime | None], None] | None = None
    hours: Callable[[str], Hours | None] = field(default=lambda scope: None)
    write_to: Callable[[str], str] = field(default=lambda scope: "")
    everybody_reads: Callable[[str], bool] = field(default=lambda scope: False)
    named: Callable[[Any, Sequence[str]], Mapping[str, str]] = field(default=lambda user, scopes: {})


reportables: Registry[Reportable] = Registry("reportable thing")
scopes: Registry[Scope] = Registry("scope")


@dataclass(frozen=True)
class DeskPage:
    """Something else than cases that waits for moderators: a page of a house beside the queue. `url()` is where it
    lies, and `waiting(user, part)` are the keys of what waits there for this person, in one part of the site where one
    is named, at most `limit` of them; one query."""

    key: str
    label: str | Promise
    url: Callable[[], str]
    waiting: Callable[[Any, str, int], Sequence[object]]


desk_pages: Registry[DeskPage] = Registry("page of the desk")
