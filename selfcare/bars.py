"""The geometry of bars, one a day: how much was done or drunk. A day without a record has no bar, and no zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from selfcare.chart import BOTTOM, LEFT, RIGHT, TOP, Label, day_labels


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Step:
    x: int
    until: int
    y: int


@dataclass(frozen=True, slots=True)
class Bars:
    """`aims` are the parts of the line of the aim; it steps where the aim of a day does."""

    width: int
    height: int
    right: int
    floor: int
    lines: Sequence[Label]
    days: Sequence[Label]
    bars: Sequence[Bar]
    events: Sequence[Label]
    aims: Sequence[Step] = ()

    @property
    def aim_label(self) -> Step | None:
        return self.aims[-1] if self.aims else None


def draw_bars(
    values: Sequence[tuple[date, float]], *, width: int, height: int, aims: Sequence[float] = (),
    events: Sequence[date] = (),
) -> Bars:  # fmt: skip
    right, floor = width - RIGHT, height - BOTTOM
    step = (right - LEFT) / max(len(values), 1)
    top = _top(max([value for _day, value in values] + [*aims, 1]))

    def y(value: float) -> int:
        return round(floor - value * (floor - TOP) / top)

    def middle(number: int) -> int:
        return round(LEFT + (number + 0.5) * step)

    thick = max(round(step * 0.7), 2)
    return Bars(
        width=width, height=height, right=right, floor=floor,
        lines=[Label(x=34, y=y(value), text=str(value)) for value in range(0, top + 1, max(top // 4, 1))],
        days=day_labels([day for day, _value in values], middle, height - 16, width),
        bars=[
            Bar(x=middle(n) - thick // 2, y=y(value), width=thick, height=floor - y(value))
            for n, (_day, value) in enumerate(values) if value > 0
        ],
        events=[Label(x=middle(n), y=TOP) for n, (day, _value) in enumerate(values) if day in set(events)],
        aims=[
            Step(x=LEFT + round(start * step), until=LEFT + round(end * step), y=y(aim))
            for start, end, aim in _runs(aims)
        ],
    )  # fmt: skip


def _runs(aims: Sequence[float]) -> list[tuple[int, int, float]]:
    """Days in a row with the same aim: from which place to before which."""
    found: list[tuple[int, int, float]] = []
    for aim, places in groupby(range(len(aims)), key=lambda place: aims[place]):
        run = list(places)
        found.append((run[0], run[-1] + 1, aim))
    return found


def _top(most: float) -> int:
    """The least multiple of four that holds everything, so that four lines fall on whole numbers."""
    return int(-(-most // 4) * 4)
