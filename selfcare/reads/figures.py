"""The figures of a span of days, once: the trends page, the sheet for an appointment, its PDF and the spreadsheet all
show these and compute nothing themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from portal.accounts.models import User
from selfcare.models import Aim, DiaryEntry, Occurrence, WaterLog
from selfcare.models.water import CUP_ML
from selfcare.schedule import day_span

ONE = timedelta(days=1)
LONGEST = 366


@dataclass(slots=True)
class DayFigures:
    """One local day. None means that nothing was written; `done` of `planned` counts slots of the plan."""

    day: date
    worst: int | None = None
    usual: int | None = None
    pain: dict[str, int] = field(default_factory=dict)
    done: int = 0
    planned: int = 0
    ml: int = 0
    treatment: list[str] = field(default_factory=list)
    temperature: float | None = None
    weight: float | None = None
    woke: int = 0
    entries: int = 0

    @property
    def cups(self) -> float:
        return round(self.ml / CUP_ML, 1)


@dataclass(frozen=True, slots=True)
class Peg:
    day: date
    pain: int
    enjoyment: int
    activity: int

    @property
    def middle(self) -> float:
        """The mean of the three, which is what the PEG calls its score."""
        return round((self.pain + self.enjoyment + self.activity) / 3, 1)


@dataclass(frozen=True, slots=True)
class Figures:
    """`sites`, `helped`, `kept_from` and `quality`: keys with how many entries say them, the most frequent first."""

    days: Sequence[DayFigures]
    aim_cups: int
    limited: bool
    sites: Sequence[tuple[str, int]]
    helped: Sequence[tuple[str, int]]
    kept_from: Sequence[tuple[str, int]]
    quality: Sequence[tuple[str, int]]
    peg: Sequence[Peg]
    notes: Sequence[tuple[date, str]]

    @property
    def first(self) -> date:
        return self.days[0].day

    @property
    def last(self) -> date:
        return self.days[-1].day

    @property
    def entries(self) -> int:
        return sum(one.entries for one in self.days)

    @property
    def nights(self) -> int:
        """Entries that say that pain woke the person."""
        return sum(one.woke for one in self.days)

    @property
    def done(self) -> int:
        return sum(one.done for one in self.days)

    @property
    def planned(self) -> int:
        return sum(one.planned for one in self.days)

    @property
    def worst_range(self) -> tuple[int, int] | None:
        return _range([one.worst for one in self.days])

    @property
    def usual_range(self) -> tuple[int, int] | None:
        return _range([one.usual for one in self.days])

    @property
    def treatments(self) -> list[tuple[date, list[str]]]:
        return [(one.day, one.treatment) for one in self.days if one.treatment]

    @property
    def weights(self) -> list[tuple[date, float]]:
        return [(one.day, one.weight) for one in self.days if one.weight is not None]

    @property
    def temperatures(self) -> list[tuple[date, float]]:
        return [(one.day, one.temperature) for one in self.days if one.temperature is not None]

    @property
    def cups_a_day(self) -> float | None:
        """The middle of the days on which something was logged."""
        logged = [one.cups for one in self.days if one.ml]
        return round(median(logged), 1) if logged else None


def _range(values: Sequence[int | None]) -> tuple[int, int] | None:
    said = [value for value in values if value is not None]
    return (min(said), max(said)) if said else None


def figures(user: User, first: date, last: date) -> Figures:
    """Four queries, whatever is in the span: entries, slots, drinks, aim. Entries are opened one by one."""
    zone = ZoneInfo(user.time_zone)
    start, end = day_span(first, zone)[0], day_span(last, zone)[1]
    days = {first + n * ONE: DayFigures(first + n * ONE) for n in range((last - first).days + 1)}
    entries = list(DiaryEntry.objects.owned_by(user).filter(at__gte=start, at__lt=end).order_by("at"))
    usual: dict[date, list[int]] = {}
    for entry in entries:
        _add_entry(days[entry.at.astimezone(zone).date()], entry.payload, usual)
    for day, values in usual.items():
        days[day].usual = round(median(values))
    slots = Occurrence.objects.owned_by(user).filter(due_at__gte=start, due_at__lt=end).exclude(state="cancelled")
    for due_at, state in slots.values_list("due_at", "state"):
        one = days[due_at.astimezone(zone).date()]
        one.planned += 1
        one.done += state == Occurrence.State.DONE
    for at, ml in WaterLog.objects.owned_by(user).filter(at__gte=start, at__lt=end).values_list("at", "ml"):
        days[at.astimezone(zone).date()].ml += ml
    aim = Aim.objects.owned_by(user).first()
    said = [entry.payload for entry in entries]
    return Figures(
        days=list(days.values()), aim_cups=aim.cups if aim else 8, limited=bool(aim and aim.limited),
        sites=_most(said, "sites"), helped=_most(said, "helped"), kept_from=_most(said, "kept_from"),
        quality=_most(said, "quality"),
        peg=[Peg(one.at.astimezone(zone).date(), **one.payload["peg"]) for one in entries if "peg" in one.payload],
        notes=[(one.at.astimezone(zone).date(), one.payload["note"]) for one in entries if one.payload.get("note")],
    )  # fmt: skip


def _add_entry(one: DayFigures, said: dict[str, Any], usual: dict[date, list[int]]) -> None:
    """The worst of a day is its highest number, a place's number too; what was measured last holds."""
    numbers = [said[part] for part in ("worst", "now") if part in said] + list(said.get("pain", {}).values())
    if numbers:
        one.worst = max([*numbers, *([] if one.worst is None else [one.worst])])
    if "usual" in said:
        usual.setdefault(one.day, []).append(said["usual"])
    for site, number in said.get("pain", {}).items():
        one.pain[site] = max(number, one.pain.get(site, 0))
    one.treatment += [key for key in said.get("treatment", []) if key not in one.treatment]
    one.temperature, one.weight = said.get("temperature", one.temperature), said.get("weight", one.weight)
    one.woke += bool(said.get("woke"))
    one.entries += 1


def _most(said: Sequence[dict[str, Any]], part: str) -> list[tuple[str, int]]:
    return Counter(key for payload in said for key in payload.get(part, [])).most_common()
