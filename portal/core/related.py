"""Offers: what a house can put beside somebody else's page, by shared health topics."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from portal.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Offer:
    """One link with its ground (`learn`, `groups` or `plan`), a title, one line, and the words of its link."""

    part: str
    title: str
    line: str
    url: str
    link: str
    ref: str = ""


@dataclass(frozen=True)
class Near:
    """`named` by the reference that asked for it; `others` are not among those."""

    named: Mapping[str, Offer] = field(default_factory=dict)
    others: Sequence[Offer] = ()


@dataclass(frozen=True)
class OfferSource:
    """`offers(user, topic_slugs, limit)` returns only what this user may know about, in at most two queries.
    `find(user, ref)` returns the one offer with this reference (a group's topic, a plan's key), or None.
    `near(user, refs, topic_slugs, limit)` answers both at once, in one query: the offers named by reference, and up to
    `limit` others about the topics. A house without it is offered nowhere by the page."""

    key: str
    offers: Callable[[Any, Sequence[str], int], Sequence[Offer]]
    find: Callable[[Any, str], Offer | None]
    near: Callable[[Any, Sequence[str], Sequence[str], int], Near] | None = None


offer_sources: Registry[OfferSource] = Registry("offer source")
