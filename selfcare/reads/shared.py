"""What one person shares with another: the parts that the link names, and no other is even read."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from portal.accounts.models import User
from portal.accounts.reads import holds_consent
from portal.core.local_time import zone_of
from portal.core.paging import beyond, read_place, write_place
from selfcare.models import CarerLink, CarerView
from selfcare.reads.charts import Charts, charts
from selfcare.reads.diary import EntriesPage, entries_page
from selfcare.reads.figures import Figures, figures
from selfcare.reads.week import Week, week

PARTS = tuple(CarerLink.Scope.values)
WEEKS = timedelta(days=27)
LOOKS = 20


@dataclass(frozen=True, slots=True)
class Shared:
    """None for a part that is not shared. `rests`: the owner took back the agreement to keep health information."""

    rests: bool
    plan: Week | None = None
    diary: EntriesPage | None = None
    summary: Figures | None = None
    charts: Charts | None = None

    @property
    def parts(self) -> list[str]:
        return [part for part in PARTS if getattr(self, part) is not None]


def shared(link: CarerLink, now: datetime) -> Shared:
    """At most eight queries. The link came through its door; its scopes are the only way on from here."""
    owner, scopes = link.owner, set(link.scopes)
    if not holds_consent(owner, "health"):
        return Shared(rests=True)
    today = now.astimezone(zone_of(owner.time_zone)).date()
    numbers = figures(owner, today - WEEKS, today) if "summary" in scopes else None
    return Shared(
        rests=False,
        plan=week(owner, 0, now) if "plan" in scopes else None,
        diary=entries_page(owner) if "diary" in scopes else None,
        summary=numbers,
        charts=charts(numbers) if numbers else None,
    )


@dataclass(frozen=True, slots=True)
class LooksPage:
    looks: Sequence[CarerView]
    older: str


def looks(user: User, before: str = "") -> LooksPage:
    """Looks at what a person shares, with whose they were: the newest, or those after a place that an earlier page
    named; never counted. One query."""
    rows = CarerView.objects.owned_by(user).select_related("link").order_by("-at", "-id")
    with suppress(ValueError):
        at, key = read_place(before)
        rows = rows.filter(beyond({"at": at, "id": key}))
    found = list(rows[: LOOKS + 1])
    shown = found[:LOOKS]
    return LooksPage(shown, write_place(shown[-1].at, shown[-1].pk) if len(found) > LOOKS else "")


def my_carers(user: User) -> list[Any]:
    """Invitations and links that are open, for their owner. One query."""
    return list(CarerLink.objects.owned_by(user).filter(ended_at=None).select_related("carer"))
