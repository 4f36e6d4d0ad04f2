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
from portal.core.reportables import desk_pages
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


def queue(
    user: Any,
    held: list[str],
    *,
    tab: str,
    oldest_first: bool = False,
    after: UUID | None = None,
    part: str = "",
    tabs: bool = True,
) -> Queue:
    """What waits, by harm and then by age; whom we owe a reply, the longest first; what this person holds; or what was
    decided, newest first. `held` is what `scopes_of` says of this person, `part` one of them, or empty for all.

    Five queries; one more when it starts after a case, and one for each page that a house has beside the queue. Two
    without the numbers on the tabs: then only what is open is counted.
    """
    mine = Case.objects.visible_to(user, held).in_part(part)
    chosen: dict[str, Callable[[], Any]] = {
        "open": mine.open, "mine": partial(mine.held_by, user), "second": mine.second_look,
        "waiting": mine.waiting_for_reply,
    }  # fmt: skip
    rows = chosen[tab]().for_queue() if tab in chosen else mine.exclude(closed_at=None).for_queue()
    backwards = tab == "done"
    order: tuple[str, ...] = ("closed_at", "id") if backwards else ("opened_at", "id")
    if not backwards and not oldest_first and tab != "waiting":
        order = ("band", *order)
    start = mine.filter(pk=after).first() if after else None
    if start is not None:
        place = {name: getattr(start, name) for name in order}
        rows = rows.filter(beyond(place, descending=backwards))
    rows = rows.order_by(*[f"-{name}" if backwards else name for name in order])
    page = list(rows[: A_PAGE + 1])
    numbers = counts(user, mine, part) if tabs else {"open": capped(count_of(mine.open()))}
    return Queue(page[:A_PAGE], numbers, page[A_PAGE - 1].pk if len(page) > A_PAGE else None)


def counts(user: Any, mine: Any, part: str = "") -> dict[str, str]:
    """What stands on the tabs, none above twenty. Four queries, and one for each page of a house."""
    lists = {
        "open": mine.open(), "waiting": mine.waiting_for_reply(), "mine": mine.held_by(user),
        "second": mine.second_look(),
    }  # fmt: skip
    found = {name: count_of(rows) for name, rows in lists.items()}
    found |= {page.key: len(page.waiting(user, part, COUNTED + 1)) for page in desk_pages}
    return {name: capped(number) for name, number in found.items()}


def count_of(rows: Any) -> int:
    """One more than is counted says that there are more."""
    return len(rows.order_by().values_list("pk")[: COUNTED + 1])


def capped(number: int) -> str:
    return f"{COUNTED}+" if number > COUNTED else str(number)
