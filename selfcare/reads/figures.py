"""The figures of a span of days, once: the trends page, the sheet for an appointment, its PDF and the spreadsheet all
show these and compute nothing themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Any

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare import rules
from selfcare.amounts import in_cups
from selfcare.diary.worst import worst_of
from selfcare.due.schedule import day_span
from selfcare.models import Aim, DiaryEntry, Occurrence, WaterLog
from selfcare.models.water import CUP_ML
from selfcare.reads.water import aim_of
from selfcare.treatment import treated_on

ONE = timedelta(days=1)
LONGEST = 366


@dataclass(slots=True)
class DayFigures:
    """One local day. None means that nothing was written; `done` of `planned` counts slots of the plan. `woke`: 1
    where pain woke the person in the night before it. `aim_cups`: what the day is for, a treatment day too."""

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
    cup_ml: int = CUP_ML
    aim_cups: int = 0

    @property
    def cups(self) -> float:
        """As large as the person's own."""
        return in_cups(self.ml, self.cup_ml)


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
    """`sites`, `helped`, `kept_from` and `quality`: keys with how many entries say them, the most frequent first. Cups
    are as large as the person's own, and what they aim for is what they aim for now."""

    days: Sequence[DayFigures]
    cup_ml: int
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
        """Nights in which pain woke the person, however many entries say so."""
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
    def ml_a_day(self) -> int | None:
        """The middle of the days on which something was logged."""
        logged = [one.ml for one in self.days if one.ml]
        return round(median(logged)) if logged else None

    @property
    def cups_a_day(self) -> float | None:
        return None if self.ml_a_day is None else in_cups(self.ml_a_day, self.cup_ml)

    @property
    def aim_ml(self) -> int:
        return self.aim_cups * self.cup_ml

    @property
    def treatment_aim_cups(self) -> int | None:
        """What the treatment days of the span are for, where that is another amount."""
        return next((one.aim_cups for one in self.days if one.aim_cups != self.aim_cups), None)


def _range(values: Sequence[int | None]) -> tuple[int, int] | None:
    said = [value for value in values if value is not None]
    return (min(said), max(said)) if said else None


def figures(user: User, first: date, last: date) -> Figures:
    """Four queries, whatever is in the span: entries, slots, drinks, aim; five where a team set an amount for treatment
    days. Entries are opened one by one. Slots of somebody who wants nothing counted are left out."""
    zone = zone_of(user.time_zone)
    start, end = day_span(first, zone)[0], day_span(last, zone)[1]
    aim = aim_of(user)
    days = _empty_days(user, aim, [first + n * ONE for n in range((last - first).days + 1)])
    entries = list(DiaryEntry.objects.owned_by(user).filter(at__gte=start, at__lt=end).order_by("at"))
    usual: dict[date, list[int]] = {}
    for entry in entries:
        _add_entry(days[entry.at.astimezone(zone).date()], entry.payload, usual)
    for day, values in usual.items():
        days[day].usual = round(median(values))
    slots = Occurrence.objects.owned_by(user).filter(due_at__gte=start, due_at__lt=end).exclude(state="cancelled")
    for due_at, state in slots.to_count().values_list("due_at", "state"):
        one = days[due_at.astimezone(zone).date()]
        one.planned += 1
        one.done += state == Occurrence.State.DONE
    for at, ml in WaterLog.objects.owned_by(user).filter(at__gte=start, at__lt=end).values_list("at", "ml"):
        days[at.astimezone(zone).date()].ml += ml
    said = [entry.payload for entry in entries]
    return Figures(
        days=list(days.values()), cup_ml=aim.cup_ml, aim_cups=aim.cups, limited=bool(aim.limited),
        sites=_most(said, "sites"), helped=_most(said, "helped"), kept_from=_most(said, "kept_from"),
        quality=_most(said, "quality"),
        peg=[Peg(one.at.astimezone(zone).date(), **one.payload["peg"]) for one in entries if "peg" in one.payload],
        notes=[(one.at.astimezone(zone).date(), one.payload["note"]) for one in entries if one.payload.get("note")],
    )  # fmt: skip


def _empty_days(user: User, aim: Aim, span: Sequence[date]) -> dict[date, DayFigures]:
    treated = {day for _owner, day in treated_on([user.pk], span)} if aim.treatment_cups else set()
    return {
        day: DayFigures(day, cup_ml=aim.cup_ml, aim_cups=rules.cups_on(aim, treatment=day in treated)) for day in span
    }


def _add_entry(one: DayFigures, said: dict[str, Any], usual: dict[date, list[int]]) -> None:
    """The worst of a day is its highest number, and so is its temperature: a fever does not go unseen because it went
    down by the evening. Of weights the last one holds."""
    one.worst = max((number for number in (one.worst, worst_of(said)) if number is not None), default=None)
    if "usual" in said:
        usual.setdefault(one.day, []).append(said["usual"])
    for site, number in said.get("pain", {}).items():
        one.pain[site] = max(number, one.pain.get(site, 0))
    one.treatment += [key for key in said.get("treatment", []) if key not in one.treatment]
    if "temperature" in said:
        one.temperature = max(said["temperature"], one.temperature or 0)
    one.weight = said.get("weight", one.weight)
    one.woke = max(one.woke, int(bool(said.get("woke"))))
    one.entries += 1


def _most(said: Sequence[dict[str, Any]], part: str) -> list[tuple[str, int]]:
    return Counter(key for payload in said for key in payload.get(part, [])).most_common()
