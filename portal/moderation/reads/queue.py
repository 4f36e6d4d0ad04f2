"""Whose desk shows what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, Q

from portal.core.paging import beyond
from portal.moderation.bands import Band
from portal.moderation.models import Case

A_PAGE = 25
COUNTED = 20
TABS = ("open", "mine", "done")


def open_case_of(user: Any, reportable: str, object_id: str) -> Case | None:
    """The case that is open about this thing, for somebody whose desk shows it."""
    cases = Case.objects.visible_to(user).open().exclude(origin=Case.Origin.APPEAL)
    return cases.filter(reportable=reportable, object_id=object_id).first()


def worried_about(reportable: str, object_id: Any) -> Exists:
    """For a house's own query, where `object_id` is an OuterRef: whether this thing was ever brought to a moderator as
    a danger to somebody: by the screening, or in the bands crisis and red. Such words are not repeated in lists."""
    serious = Q(band__lte=Band.RED) | Q(origin=Case.Origin.FINDING)
    return Exists(Case.objects.filter(serious, reportable=reportable, object_id=object_id).order_by())


@dataclass(frozen=True)
class Queue:
    """One page of the desk. Counts stop at twenty: "20+"."""

    cases: Sequence[Case]
    counts: dict[str, str]
    next_after: UUID | None


def queue(user: Any, held: list[str], *, tab: str, oldest_first: bool = False, after: UUID | None = None) -> Queue:
    """What waits, by harm and then by age; or what this person holds; or what was decided, newest first. `held` is
    what `scopes_of` says of this person.

    Three queries; one more when it starts after a case.
    """
    mine = Case.objects.visible_to(user, held)
    rows = {"open": mine.open(), "mine": mine.held_by(user), "done": mine.exclude(closed_at=None)}[tab].for_queue()
    backwards = tab == "done"
    order: tuple[str, ...] = ("closed_at", "id") if backwards else ("opened_at", "id")
    if not backwards and not oldest_first:
        order = ("band", *order)
    start = mine.filter(pk=after).first() if after else None
    if start is not None:
        place = {name: getattr(start, name) for name in order}
        rows = rows.filter(beyond(place, descending=backwards))
    rows = rows.order_by(*[f"-{name}" if backwards else name for name in order])
    page = list(rows[: A_PAGE + 1])
    return Queue(page[:A_PAGE], _counts(user, mine), page[A_PAGE - 1].pk if len(page) > A_PAGE else None)


def _counts(user: Any, mine: Any) -> dict[str, str]:
    waiting = len(mine.open().values_list("pk")[: COUNTED + 1])
    held = len(mine.held_by(user).values_list("pk")[: COUNTED + 1])
    return {"open": _capped(waiting), "mine": _capped(held)}


def _capped(number: int) -> str:
    return f"{COUNTED}+" if number > COUNTED else str(number)
