"""Export and erasure: every house that holds something about a person says here how to hand it over and remove it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from portal.core.registry import Registry


@dataclass(frozen=True)
class PersonalData:
    """`models` are "app.Model" labels this holder answers for. `export(user)` returns JSON-ready rows by section.
    `erase(user, keep_words)` removes or scrubs everything; it may run twice. `retained` names the exceptions that are
    kept on purpose, in a sentence shown to the person."""

    key: str
    label: str | Promise
    models: Sequence[str]
    export: Callable[[Any], Mapping[str, Sequence[Mapping[str, Any]]]]
    erase: Callable[[Any, bool], None]
    retained: Sequence[str | Promise] = ()


holders: Registry[PersonalData] = Registry("holder of personal data")
