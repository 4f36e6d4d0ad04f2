"""Whose desk shows what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import Exists, Q
from django.utils import timezone

from portal.core.paging import beyond
from portal.moderation.bands import Band
from portal.moderation.models import Case

A_PAGE = 25
COUNTED = 20


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

    @property
    def has_adverts(self) -> bool:
        return any(case.is_advert and case.holder is None for case in self.cases)

    @property
    def tag(self) -> str:
        """Changes when a row or a count does, also when a claim runs out by itself."""
        rows = [
            (str(case.pk), case.version, case.holder is None, case.is_overdue, case.reports_count)
            for case in self.cases
        ]
        minute = int(timezone.now().timestamp() // 300)  # so that ages are never more than five minutes behind
        return f'"{sha256(repr((rows, sorted(self.counts.items()), minute)).encode()).hexdigest()[:32]}"'


def queue(user: Any, held: list[str], *, tab: str, oldest_first: bool = False, after: UUID | None = None) -> Queue:
    """What waits, by harm and then by age; or what this person holds; or what was decided, newest first. `held` is
    what `scopes_of` says of this person.

    Four queries; one more when it starts after a case.
    """
    mine = Case.objects.visible_to(user, held)
    chosen: dict[str, Callable[[], Any]] = {
        "open": mine.open, "mine": partial(mine.held_by, user), "second": mine.second_look
    }  # fmt: skip
    rows = chosen[tab]().for_queue() if tab in chosen else mine.exclude(closed_at=None).for_queue()
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
    second = len(mine.second_look().values_list("pk")[: COUNTED + 1])
    return {"open": _capped(waiting), "mine": _capped(held), "second": _capped(second)}


def _capped(number: int) -> str:
    return f"{COUNTED}+" if number > COUNTED else str(number)
