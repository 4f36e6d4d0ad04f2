"""Search sources: each house searches its own rows through its own doors; the roof puts the answers on one page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from portal.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. `excerpt` is safe HTML made by portal.core.text (with <mark> around the words found)."""

    title: str
    url: str
    excerpt: str
    meta: str
    part: str
    score: float = 0.0


@dataclass(frozen=True)
class SearchSource:
    """`search(user, query, language, limit)` sees only what this user may see. `mend(query, language)` gives the
    words that the source read otherwise than they were typed, each with what it was read as: said above its answers.
    A source that mends has `search_as_typed` too, which does not."""

    key: str
    label: str | Promise
    search: Callable[[Any, str, str, int], Sequence[Hit]]
    mend: Callable[[str, str], Sequence[tuple[str, str]]] = field(default=lambda query, language: ())
    search_as_typed: Callable[[Any, str, str, int], Sequence[Hit]] | None = None


search_sources: Registry[SearchSource] = Registry("search source")
