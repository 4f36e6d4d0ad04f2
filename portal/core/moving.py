"""Living by the clock of another zone: what moves along with a person. A house registers it downward, so that every way
of moving carries everything."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from portal.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Moving:
    """`carry` is called with `actor`, the person in their new zone, in the transaction that saves it."""

    key: str
    carry: Callable[..., Any]


movings: Registry[Moving] = Registry("thing that moves along")
