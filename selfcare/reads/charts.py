"""Figures as drawings: each one wide and one slim, of which the page shows what has room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from selfcare.bars import Bars, draw_bars
from selfcare.chart import Chart, Point, draw
from selfcare.diary.words import SITES
from selfcare.reads.figures import DayFigures, Figures

WIDE, SLIM = (760, 340), (360, 300)
LOW_WIDE, LOW_SLIM = (760, 220), (360, 220)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of pain: its line, how often it was named, and its numbers by day for the table."""

    key: str
    words: str
    count: int
    highest: int | None
    wide: Chart | None
    slim: Chart | None


@dataclass(frozen=True, slots=True)
class Charts:
    pain_wide: Chart | None
    pain_slim: Chart | None
    places: Sequence[Place]
    activity_wide: Bars | None
    activity_slim: Bars | None
    water_wide: Bars | None
    water_slim: Bars | None


def charts(shown: Figures) -> Charts:
    events = [day for day, _keys in shown.treatments]
    points = [Point(one.day, one.worst, one.usual) for one in shown.days]
    drawn = sum(point.worst is not None for point in points) > 1
    done = [(one.day, float(one.done)) for one in shown.days]
    cups = [(one.day, one.cups) for one in shown.days]
    aims = [one.aim_cups for one in shown.days]

    def pain(size: tuple[int, int]) -> Chart | None:
        return draw(points, width=size[0], height=size[1], events=events) if drawn else None

    def bars(values: Sequence[tuple[date, float]], size: tuple[int, int], aims: Sequence[float] = ()) -> Bars | None:
        some = any(value for _day, value in values)
        return draw_bars(values, width=size[0], height=size[1], aims=aims, events=events) if some else None

    return Charts(
        pain_wide=pain(WIDE), pain_slim=pain(SLIM),
        places=[_place(key, count, shown.days, events) for key, count in shown.sites if key in SITES],
        activity_wide=bars(done, LOW_WIDE), activity_slim=bars(done, LOW_SLIM),
        water_wide=bars(cups, LOW_WIDE, aims), water_slim=bars(cups, LOW_SLIM, aims),
    )  # fmt: skip


def _place(key: str, count: int, days: Sequence[DayFigures], events: Sequence[date]) -> Place:
    """A line only where at least two days have a number for this place."""
    numbers = [one.pain.get(key) for one in days]
    said = [number for number in numbers if number is not None]
    points = [Point(one.day, number, None) for one, number in zip(days, numbers, strict=True)]
    wide, slim = (
        draw(points, width=width, height=height, events=events) if len(said) > 1 else None
        for width, height in (LOW_WIDE, LOW_SLIM)
    )
    return Place(key, str(SITES[key]), count, max(said, default=None), wide, slim)
