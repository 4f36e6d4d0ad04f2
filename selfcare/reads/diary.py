"""The diary's trend: a sentence, a line, and the same numbers in a table. It counts; it concludes nothing."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.local_time import zone_of
from portal.core.paging import beyond, read_place, write_place
from selfcare.chart import Chart, Point, draw
from selfcare.diary.worst import worst_of
from selfcare.due.days import DAY
from selfcare.due.schedule import day_span
from selfcare.models import DiaryEntry
from selfcare.reads.figures import DayFigures

SPANS = (14, 28, 90)
LISTED = 7


@dataclass(frozen=True, slots=True)
class Trend:
    days: int
    finding: str
    points: Sequence[Point]
    wide: Chart | None
    slim: Chart | None
    place: str
    place_count: int
    helped: Sequence[tuple[str, int]]
    nights: int
    count: int
    treatments: Sequence[tuple[date, list[str]]] = ()

    @property
    def table(self) -> list[Point]:
        """Newest first, days with an entry only."""
        return [point for point in reversed(self.points) if point.worst is not None or point.usual is not None]


def trend(user: User, days: int = 28, now: datetime | None = None) -> Trend:
    """One query. Entries are opened one by one: nothing of them is readable to the database."""
    zone = zone_of(user.time_zone)
    last = (now or timezone.now()).astimezone(zone).date()
    first = last - (days - 1) * DAY
    start, end = day_span(first, zone)[0], day_span(last, zone)[1]
    entries = list(DiaryEntry.objects.owned_by(user).filter(at__gte=start, at__lt=end).order_by("at"))
    points = _points(entries, zone, first, days)
    sites = Counter(site for entry in entries for site in entry.payload.get("sites", []))
    helped = Counter(one for entry in entries for one in entry.payload.get("helped", []) if one != "nothing")
    drawn = sum(point.worst is not None for point in points) > 1
    place = sites.most_common(1)
    treated = _treatments(entries, zone)
    events = [day for day, _keys in treated]
    return Trend(
        days=days, finding=finding_of(points), points=points,
        wide=draw(points, width=760, height=340, events=events) if drawn else None,
        slim=draw(points, width=360, height=300, events=events) if drawn else None,
        place=place[0][0] if place else "", place_count=place[0][1] if place else 0,
        helped=helped.most_common(2),
        nights=_nights(entries, zone), count=len(entries), treatments=treated,
    )  # fmt: skip


def _nights(entries: Sequence[DiaryEntry], zone: ZoneInfo) -> int:
    """Nights in which pain woke the person, however many entries say so."""
    return len({entry.at.astimezone(zone).date() for entry in entries if entry.payload.get("woke")})


def _treatments(entries: Sequence[DiaryEntry], zone: ZoneInfo) -> list[tuple[date, list[str]]]:
    """Treatment days with what happened, in order."""
    found: dict[date, list[str]] = {}
    for entry in entries:
        if keys := entry.payload.get("treatment"):
            found.setdefault(entry.at.astimezone(zone).date(), []).extend(keys)
    return list(found.items())


def _points(entries: Sequence[DiaryEntry], zone: ZoneInfo, first: date, days: int) -> list[Point]:
    """Each day's worst and its usual, the middle one when there are several. A day without an entry is a gap."""
    worst: dict[date, list[int]] = {}
    usual: dict[date, list[int]] = {}
    for entry in entries:
        day = entry.at.astimezone(zone).date()
        said = entry.payload
        worst.setdefault(day, []).extend(number for number in [worst_of(said)] if number is not None)
        usual.setdefault(day, []).extend(said[part] for part in ("usual",) if part in said)
    return [
        Point(
            day=first + n * DAY,
            worst=max(worst.get(first + n * DAY, []), default=None),
            usual=round(median(usual[first + n * DAY])) if usual.get(first + n * DAY) else None,
        )
        for n in range(days)
    ]


def finding_of(points: Sequence[Point | DayFigures]) -> str:
    """What the line shows, as a sentence that claims no more than the numbers."""
    said = [point.worst for point in points if point.worst is not None]
    recent = [point.worst for point in points[-7:] if point.worst is not None]
    if len(said) < 2:
        return ""
    sentences = [_between(_("Your worst pain was"), said)]
    if recent and len(recent) < len(said):
        sentences.append(_between(_("In the last 7 days it was"), recent))
    return " ".join(sentences)


def _between(start: str, values: Sequence[int]) -> str:
    if min(values) == max(values):
        return _("%(start)s %(value)s.") % {"start": start, "value": values[0]}
    return _("%(start)s between %(low)s and %(high)s.") % {"start": start, "low": min(values), "high": max(values)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list, opened."""

    id: UUID
    at: datetime
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EntriesPage:
    entries: Sequence[Entry]
    older: str


def entries_page(user: User, before: str = "") -> EntriesPage:
    """The newest entries, or those after a place that an earlier page named; never counted. One query."""
    rows = DiaryEntry.objects.owned_by(user).order_by("-at", "-id")
    with suppress(ValueError):
        at, key = read_place(before)
        rows = rows.filter(beyond({"at": at, "id": key}))
    found = list(rows[: LISTED + 1])
    shown = [Entry(row.pk, row.at, row.payload) for row in found[:LISTED]]
    return EntriesPage(shown, write_place(shown[-1].at, shown[-1].id) if len(found) > LISTED else "")
