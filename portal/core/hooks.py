"""Kinds of happening that other systems may be told of. A house registers them downward; the payload holds ids only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

from portal.core.registry import Registry


@dataclass(frozen=True, slots=True)
class HookData:
    """What may be said of one happening. `closed`: it happened where not everybody reads, so that no id leaves the
    site and only those who asked for it hear that it happened at all. `ids` are public handles, never words, never
    anything of a person."""

    closed: bool
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HookKind:
    """`key` is its name outside. `event` is the kind of event it is made of, told or not. `data` gets the event's
    subject and says what may be told, or None when it is no longer so."""

    key: str
    label: str | Promise
    event: str
    data: Callable[[str], HookData | None]


hook_kinds: Registry[HookKind] = Registry("kind of webhook")
