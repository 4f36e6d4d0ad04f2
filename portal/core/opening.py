"""Opening content: what a new site starts with. Each house registers a loader that may run again without harm."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.core.registry import Registry


@dataclass(frozen=True)
class Opening:
    """`load(demo)` returns one line that says what it loaded. `demo` is true when invented people may be added.
    Loaders run in ascending `order`: 10 people, 20 articles, 30 groups, 40 plans."""

    key: str
    order: int
    load: Callable[[bool], str]


openings: Registry[Opening] = Registry("opening")
